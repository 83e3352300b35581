import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/table/DataTable';
import type { DataColumn } from '../../../components/table/types';
import { formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { poolsPath, proposalsPath, type Proposal, type Run, type RunPool } from './api';

/** The preview: pools in numbers, then place by place with the keys that decided. */
export function RunTables({ run }: { run: Run }) {
  const { t } = useTranslation();
  const pools: DataColumn<RunPool>[] = [
    {
      key: 'pool',
      title: t('preschool.allocation.pool'),
      card: 'title',
      sortable: true,
      render: (row) =>
        [
          localized(row.territoryName),
          row.birthYear,
          t(`preschool.allocation.language.${row.language}`),
          localized(row.profile),
        ].join(' · '),
    },
    { key: 'waiting', title: t('preschool.allocation.waiting'), sortable: true, numeric: true },
    { key: 'eligible', title: t('preschool.allocation.eligible'), numeric: true },
    { key: 'places', title: t('preschool.allocation.places'), sortable: true, numeric: true },
    { key: 'vouchersOut', title: t('preschool.allocation.vouchers-out'), numeric: true, card: 'hidden' },
    { key: 'proposed', title: t('preschool.allocation.proposed'), sortable: true, numeric: true },
    { key: 'left', title: t('preschool.allocation.left'), numeric: true },
  ];
  const proposals: DataColumn<Proposal>[] = [
    {
      key: 'order',
      title: t('preschool.allocation.order'),
      sortable: true,
      numeric: true,
      card: 'title',
      render: (row) => formatNumber(row.order + 1),
    },
    {
      key: 'pool',
      title: t('preschool.allocation.pool'),
      sortable: true,
      render: (row) => (
        <>
          {localized(row.territoryName)} <code>{row.pool.slice(row.territoryCode.length + 1)}</code>
        </>
      ),
    },
    {
      key: 'institution',
      title: t('preschool.allocation.kindergarten'),
      render: (row) => (row.institution ? localized(row.institution) : t('preschool.allocation.voucher')),
    },
    { key: 'winnerKey', title: t('preschool.allocation.winner'), render: (row) => <code>{row.winnerKey}</code> },
    { key: 'nextKey', title: t('preschool.allocation.next'), render: (row) => (row.nextKey ? <code>{row.nextKey}</code> : '—') },
    { key: 'rules', title: t('preschool.allocation.rules'), render: (row) => <code>{row.rules}</code> },
    { key: 'offerNumber', title: t('preschool.allocation.number') },
  ];
  const empty = { title: t('preschool.allocation.preview.empty'), text: t('preschool.allocation.preview.empty.text') };
  return (
    <>
      <section className="panel">
        <h2>{t('preschool.allocation.by-pool')}</h2>
        <DataTable<RunPool>
          name="pools"
          caption={t('preschool.allocation.by-pool')}
          source={poolsPath}
          params={{ run: run.id }}
          columns={pools}
          rowKey={(row) => row.pool}
          defaultSort="pool"
          search={false}
          empty={empty}
        />
      </section>
      <section className="panel">
        <h2>{t('preschool.allocation.protocol')}</h2>
        <p>{t('preschool.allocation.protocol.text')}</p>
        <DataTable<Proposal>
          name="places"
          caption={t('preschool.allocation.protocol')}
          source={proposalsPath}
          params={{ run: run.id }}
          columns={proposals}
          rowKey={(row) => String(row.order)}
          defaultSort="order"
          search={false}
          empty={empty}
        />
      </section>
    </>
  );
}
