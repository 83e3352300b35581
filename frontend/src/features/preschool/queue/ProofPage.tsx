import { Alert, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../api/client';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { DataTable } from '../../../components/table/DataTable';
import { usePageContext } from '../../../lib/context';
import { formatDate, formatNumber } from '../../../lib/formats';
import { currentLanguage } from '../../../lib/language';
import { queuePath } from './api';

interface Proof {
  holds: boolean;
  events: number;
  applications: number;
  head: string;
  faults: { code: string; text: string; sequence: number | null; number: string | null }[];
}

interface Root {
  day: string;
  territoryCode: string;
  sequence: number;
  hash: string;
}

/** Recomputes the queue before one's eyes, and shows the roots by which anybody can do the same. */
export function ProofPage() {
  const { t } = useTranslation();
  const { territory } = usePageContext();
  const proof = useQuery({
    queryKey: ['preschool', 'proof', territory, currentLanguage()],
    queryFn: ({ signal }) => apiGet<Proof>(`${queuePath}/verification/${territory}`, {}, signal),
    enabled: false,
  });
  return (
    <Page title={t('preschool.queue.proof.nav')} subtitle={t('preschool.queue.proof.subtitle')}>
      <section className="panel">
        <Button type="primary" disabled={territory === null} loading={proof.isFetching} onClick={() => void proof.refetch()}>
          {t('preschool.queue.proof.run')}
        </Button>
        {territory === null && <p className="muted">{t('preschool.queue.proof.choose')}</p>}
        <ProblemAlert error={proof.error} onRetry={() => void proof.refetch()} />
        {proof.data && (
          <Alert
            role="status"
            type={proof.data.holds ? 'success' : 'error'}
            showIcon
            title={proof.data.holds ? t('preschool.queue.proof.holds') : t('preschool.queue.proof.broken')}
            description={
              <>
                <p>
                  {t('preschool.queue.proof.counts', {
                    events: formatNumber(proof.data.events),
                    applications: formatNumber(proof.data.applications),
                  })}
                </p>
                <code>{proof.data.head}</code>
                <ul>
                  {proof.data.faults.map((fault, index) => (
                    <li key={index}>{[fault.text, fault.sequence, fault.number].filter((part) => part !== null).join(' · ')}</li>
                  ))}
                </ul>
              </>
            }
          />
        )}
      </section>
      <DataTable<Root>
        caption={t('preschool.queue.roots')}
        source={`${queuePath}/roots`}
        params={{ territory: territory ?? undefined }}
        rowKey={(row) => row.day + row.territoryCode}
        defaultSort="-day"
        search={t('preschool.queue.roots.search')}
        columns={[
          {
            key: 'day',
            title: t('preschool.queue.roots.day'),
            sortable: true,
            card: 'title',
            render: (row) => formatDate(row.day),
          },
          { key: 'territoryCode', title: t('preschool.queue.territory'), sortable: 'territory' },
          { key: 'sequence', title: t('preschool.queue.roots.events'), numeric: true },
          { key: 'hash', title: t('preschool.queue.roots.hash'), render: (row) => <code>{row.hash}</code> },
        ]}
        empty={{ title: t('preschool.queue.roots.empty'), text: t('preschool.queue.roots.empty.text') }}
      />
    </Page>
  );
}
