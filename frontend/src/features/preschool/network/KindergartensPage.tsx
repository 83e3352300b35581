import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../api/client';
import { AppLink } from '../../../components/AppLink';
import { ExportButton } from '../../../components/ExportButton';
import { Page } from '../../../components/Page';
import { ScrollBox } from '../../../components/ScrollBox';
import { DataTable } from '../../../components/table/DataTable';
import { usePageContext } from '../../../lib/context';
import { formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import {
  kindergartenTotalsPath,
  kindergartensPath,
  kinds,
  languages,
  ownerships,
  subordinations,
  type KindergartenRow,
  type KindergartenTotals,
} from './api';

/** The network: who there is, and the sums of the list by kind. */
export function KindergartensPage() {
  const { t } = useTranslation();
  const { territory } = usePageContext();
  const params = { territory: territory ?? undefined };
  const options = (values: readonly string[], name: string) =>
    values.map((value) => ({ value, label: t(`preschool.network.${name}.${value}`) }));
  return (
    <Page
      title={t('preschool.network')}
      subtitle={t('preschool.network.subtitle')}
      actions={<ExportButton url={`${kindergartensPath}/export`} params={params} label="XLSX" />}
    >
      <Totals territory={territory} />
      <DataTable<KindergartenRow>
        caption={t('preschool.network')}
        source={kindergartensPath}
        params={params}
        rowKey={(row) => row.institutionId}
        href={(row) => `/preschool/kindergartens/${row.institutionId}`}
        defaultSort="name"
        search={t('preschool.network.search')}
        columns={[
          {
            key: 'name',
            title: t('preschool.network.name'),
            sortable: true,
            card: 'title',
            render: (row) => localized(row.name),
          },
          {
            key: 'kind',
            title: t('preschool.network.kind'),
            sortable: true,
            render: (row) => t(`preschool.network.kind.${row.kind}`),
          },
          {
            key: 'ownership',
            title: t('preschool.network.ownership'),
            sortable: true,
            render: (row) => t(`preschool.network.ownership.${row.ownership}`),
          },
          {
            key: 'languages',
            title: t('preschool.network.languages'),
            card: 'hidden',
            render: (row) => row.languages.map((code) => t(`preschool.network.language.${code}`)).join(', ') || '—',
          },
          { key: 'designCapacity', title: t('preschool.network.capacity'), sortable: true, numeric: true, card: 'hidden' },
          { key: 'groups', title: t('preschool.network.groups'), numeric: true },
          { key: 'places', title: t('preschool.network.places'), numeric: true },
          { key: 'children', title: t('preschool.network.children'), numeric: true },
          { key: 'open', title: t('preschool.network.open'), numeric: true },
        ]}
        filters={[
          { name: 'kind', label: t('preschool.network.kind'), options: options(kinds, 'kind') },
          { name: 'ownership', label: t('preschool.network.ownership'), options: options(ownerships, 'ownership') },
          { name: 'language', label: t('preschool.network.languages'), options: options(languages, 'language') },
          {
            name: 'subordination',
            label: t('preschool.network.subordination'),
            options: options(subordinations, 'subordination'),
          },
        ]}
        empty={{
          title: t('preschool.network.empty'),
          text: t('preschool.network.empty.text'),
          action: <AppLink to="/registry/institutions">{t('preschool.network.to-registry')}</AppLink>,
        }}
      />
    </Page>
  );
}

function Totals({ territory }: { territory: string | null }) {
  const { t } = useTranslation();
  const totals = useQuery({
    queryKey: [kindergartenTotalsPath, territory],
    queryFn: ({ signal }) => apiGet<KindergartenTotals>(kindergartenTotalsPath, { territory: territory ?? undefined }, signal),
  });
  if (!totals.data || totals.data.all.institutions === 0) return null;
  const { all, byKind } = totals.data;
  const rows = [...byKind, all];
  return (
    <ScrollBox label={t('preschool.network.totals')} className="panel plain-table">
      <table aria-label={t('preschool.network.totals')}>
        <thead>
          <tr>
            <th scope="col">{t('preschool.network.kind')}</th>
            {(['institutions', 'groups', 'places', 'children'] as const).map((key) => (
              <th key={key} scope="col" className="numeric">
                {t(`preschool.network.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind}-${row.ownership}`}>
              <th scope="row">
                {row.kind === null
                  ? t('preschool.network.total')
                  : `${t(`preschool.network.kind.${row.kind}`)}, ${t(`preschool.network.ownership.${row.ownership}`).toLowerCase()}`}
              </th>
              <td className="numeric">{formatNumber(row.institutions)}</td>
              <td className="numeric">{formatNumber(row.groups)}</td>
              <td className="numeric">{formatNumber(row.places)}</td>
              <td className="numeric">{formatNumber(row.children)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
