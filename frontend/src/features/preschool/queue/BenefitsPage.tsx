import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { formatDate } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { useBenefits, type BenefitRow } from './api';

/** The table of benefits with its dates and acts. */
export function BenefitsPage() {
  const { t } = useTranslation();
  const { query, rows } = useBenefits(null);
  return (
    <Page
      title={t('preschool.queue.benefits')}
      subtitle={t('preschool.queue.benefits.subtitle')}
      breadcrumbs={[{ label: t('preschool.queue.nav'), to: '/preschool/queue' }, { label: t('preschool.queue.benefits') }]}
    >
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      <section className="panel">
        <Table<BenefitRow>
          aria-label={t('preschool.queue.benefits')}
          loading={query.isPending}
          dataSource={rows}
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('preschool.queue.benefit'), render: (_, row) => localized(row.name) },
            { title: t('preschool.queue.class'), render: (_, row) => t(`preschool.queue.class.${row.class}`) },
            { title: t('preschool.queue.rank'), dataIndex: 'rank', align: 'right' },
            {
              title: t('preschool.queue.evidence.months'),
              align: 'right',
              render: (_, row) => row.evidenceMonths ?? t('preschool.queue.evidence.by-document'),
            },
            { title: t('preschool.queue.evidence.channel'), render: (_, row) => t(`preschool.queue.channel.${row.channel}`) },
            {
              title: t('preschool.queue.valid'),
              render: (_, row) => `${formatDate(row.validFrom)} – ${row.validTo ? formatDate(row.validTo) : '…'}`,
            },
            { title: t('preschool.queue.act'), dataIndex: 'legalAct' },
          ]}
        />
      </section>
    </Page>
  );
}
