import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../../api/session';
import { AppLink } from '../../../components/AppLink';
import { Page } from '../../../components/Page';
import { DataTable } from '../../../components/table/DataTable';
import { useContextPath, usePageContext } from '../../../lib/context';
import { currentYear, formatDate, formatDateTime } from '../../../lib/formats';
import { applicationsPath, classes, languages, profiles, states, useBenefits, type ApplicationRow } from './api';
import { QueueRefresh } from './QueueRefresh';
import { StateTag } from './StateTag';

export function QueuePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { territory } = usePageContext();
  const mayWrite = useCan()('preschool.queue.write');
  const { options } = useBenefits(null);
  const words = (kind: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`preschool.queue.${kind}.${value}`) }));
  const years = Array.from({ length: 16 }, (_, i) => String(currentYear() - i));

  return (
    <Page
      title={t('preschool.queue.nav')}
      subtitle={t('preschool.queue.subtitle')}
      actions={
        <>
          <AppLink to="/preschool/queue/benefits">{t('preschool.queue.benefits')}</AppLink>
          {mayWrite && <QueueRefresh territory={territory} />}
          {mayWrite && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(contextPath('/preschool/queue/new'))}>
              {t('preschool.queue.register')}
            </Button>
          )}
        </>
      }
    >
      <DataTable<ApplicationRow>
        caption={t('preschool.queue.nav')}
        source={applicationsPath}
        params={{ territory: territory ?? undefined }}
        rowKey={(row) => row.id}
        href={(row) => `/preschool/queue/applications/${row.id}`}
        defaultSort="rank,appliedAt"
        search={t('preschool.queue.search')}
        columns={[
          { key: 'number', title: t('preschool.queue.number'), sortable: true, card: 'title' },
          { key: 'birthYear', title: t('preschool.queue.birth-year'), sortable: true, render: (row) => String(row.birthYear) },
          {
            key: 'language',
            title: t('preschool.queue.language'),
            sortable: true,
            render: (row) => t(`preschool.queue.language.${row.language}`),
          },
          {
            key: 'class',
            title: t('preschool.queue.class'),
            sortable: 'rank',
            render: (row) => t(`preschool.queue.class.${row.class}`),
          },
          {
            key: 'appliedAt',
            title: t('preschool.queue.applied'),
            sortable: true,
            render: (row) => formatDateTime(row.appliedAt),
          },
          { key: 'state', title: t('preschool.queue.state'), sortable: true, render: (row) => <StateTag state={row.state} /> },
          {
            key: 'stateUntil',
            title: t('preschool.queue.until'),
            card: 'hidden',
            render: (row) => (row.stateUntil ? formatDate(row.stateUntil) : '—'),
          },
        ]}
        filters={[
          { name: 'birthYear', label: t('preschool.queue.birth-year'), options: years.map((value) => ({ value, label: value })) },
          { name: 'language', label: t('preschool.queue.language'), options: words('language', languages) },
          { name: 'profile', label: t('preschool.queue.profile'), options: words('profile', profiles) },
          { name: 'state', label: t('preschool.queue.state'), options: words('state', states) },
          { name: 'class', label: t('preschool.queue.class'), options: words('class', classes) },
          { name: 'benefit', label: t('preschool.queue.benefit'), options },
        ]}
        empty={{
          title: t('preschool.queue.empty'),
          text: t('preschool.queue.empty.text'),
          action: <AppLink to="/preschool/queue/new">{t('preschool.queue.register')}</AppLink>,
        }}
      />
    </Page>
  );
}
