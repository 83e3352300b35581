import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../../components/Page';
import { DataTable } from '../../components/table/DataTable';
import { useContextPath } from '../../lib/context';
import { formatDateTime, formatNumber } from '../../lib/formats';
import { importsPath, useDefinitions, type Import } from './api';
import { userLabel } from '../../lib/users';
import { ImportStatusTag } from './ImportStatusTag';

export function ImportsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const mayImport = (useDefinitions().data?.length ?? 0) > 0;
  const start = mayImport && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(contextPath('/imports/new'))}>
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
          {
            key: 'total',
            title: t('imports.rows'),
            numeric: true,
            render: (row) => (row.total > 0 ? formatNumber(row.total) : '—'),
          },
          { key: 'ownerName', title: t('imports.owner'), card: 'hidden', render: (row) => userLabel(row.ownerName, t) },
          { key: 'createdAt', title: t('imports.when'), render: (row) => formatDateTime(row.createdAt) },
        ]}
        empty={{ title: t('imports.empty'), text: t(mayImport ? 'imports.empty.text' : 'imports.none-allowed'), action: start }}
      />
    </Page>
  );
}
