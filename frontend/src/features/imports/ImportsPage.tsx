import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../../components/Page';
import { DataTable } from '../../components/table/DataTable';
import { formatDateTime } from '../../lib/formats';
import { importsPath, type Import } from './api';
import { ImportStatusTag } from './ImportStatusTag';

export function ImportsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/imports/new')}>
      {t('imports.new')}
    </Button>
  );
  return (
    <Page title={t('imports.title')} subtitle={t('imports.subtitle')} actions={start}>
      <DataTable<Import>
        caption={t('imports.title')}
        source={importsPath}
        rowKey={(row) => row.id}
        href={(row) => `/imports/${row.id}`}
        search={false}
        columns={[
          { key: 'fileName', title: t('imports.file'), card: 'title' },
          { key: 'definitionName', title: t('imports.table') },
          { key: 'status', title: t('imports.state'), render: (row) => <ImportStatusTag status={row.status} /> },
          { key: 'total', title: t('imports.rows'), numeric: true },
          { key: 'ownerName', title: t('imports.owner'), card: 'hidden' },
          { key: 'createdAt', title: t('imports.when'), render: (row) => formatDateTime(row.createdAt) },
        ]}
        empty={{ title: t('imports.empty'), text: t('imports.empty.text'), action: start }}
      />
    </Page>
  );
}
