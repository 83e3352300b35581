import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useUser } from '../../../api/session';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { Rows } from '../../../components/table/Rows';
import { formatDate } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { useBenefits, type BenefitRow } from './api';
import { BenefitDrawer } from './BenefitDrawer';

/** The table of benefits with its dates and acts. */
export function BenefitsPage() {
  const { t } = useTranslation();
  const { query, rows } = useBenefits(null);
  const whole = useUser()?.scope.everything ?? false;
  const mayWrite = useCan()('preschool.queue.write') && whole;
  const [edited, setEdited] = useState<BenefitRow | 'new' | null>(null);
  return (
    <Page
      title={t('preschool.queue.benefits')}
      subtitle={t('preschool.queue.benefits.subtitle')}
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('action.add')}
          </Button>
        )
      }
      breadcrumbs={[{ label: t('preschool.queue.nav'), to: '/preschool/queue' }, { label: t('preschool.queue.benefits') }]}
    >
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      <section className="panel">
        {query.isPending && <Skeleton active />}
        <Rows<BenefitRow>
          caption={t('preschool.queue.benefits')}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={mayWrite ? setEdited : undefined}
          columns={[
            { key: 'name', title: t('preschool.queue.benefit'), render: (row) => localized(row.name) },
            { key: 'class', title: t('preschool.queue.class'), render: (row) => t(`preschool.queue.class.${row.class}`) },
            { key: 'rank', title: t('preschool.queue.rank'), numeric: true },
            {
              key: 'evidenceMonths',
              title: t('preschool.queue.evidence.months'),
              numeric: true,
              render: (row) => row.evidenceMonths ?? t('preschool.queue.evidence.by-document'),
            },
            {
              key: 'channel',
              title: t('preschool.queue.evidence.channel'),
              render: (row) => t(`preschool.queue.channel.${row.channel}`),
            },
            {
              key: 'valid',
              title: t('preschool.queue.valid'),
              render: (row) => `${formatDate(row.validFrom)} – ${row.validTo ? formatDate(row.validTo) : '…'}`,
            },
            { key: 'legalAct', title: t('preschool.queue.act') },
          ]}
        />
      </section>
      {edited !== null && <BenefitDrawer row={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}
