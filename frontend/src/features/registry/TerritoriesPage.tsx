import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { apiGet } from '../../api/client';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { DataTable } from '../../components/table/DataTable';
import { localized, type LocalizedText } from '../../lib/localized';

interface TerritoryRow {
  code: string;
  kind: string;
  name: LocalizedText;
  hasChildren: boolean;
}

interface TerritoryCard {
  territory: TerritoryRow;
  /** From the unit above up to the republic. */
  ancestors: TerritoryRow[];
}

const republic = '000000000';
const pathOf = (code: string) => `/registry/territories?code=${code}`;

/** The classifier from the republic down; a search looks through everything below the unit shown. */
export function TerritoriesPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const code = search.get('code') ?? republic;
  const query = useQuery({
    queryKey: ['registry', 'territory', code],
    queryFn: ({ signal }) => apiGet<TerritoryCard>(`/api/v1/registry/territories/${encodeURIComponent(code)}`, {}, signal),
  });
  const above = [...(query.data?.ancestors ?? [])].reverse();
  return (
    <Page
      title={query.data ? localized(query.data.territory.name) : t('registry.territories')}
      subtitle={t('registry.territories.subtitle')}
      breadcrumbs={above.map((unit) => ({ label: localized(unit.name), to: pathOf(unit.code) }))}
    >
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      <DataTable<TerritoryRow>
        key={code}
        caption={t('registry.territories')}
        source="/api/v1/registry/territories"
        params={search.get('q') ? { within: code } : { parent: code }}
        rowKey={(row) => row.code}
        href={(row) => pathOf(row.code)}
        defaultSort="name"
        defaultPageSize={100}
        search={t('registry.territories.search')}
        columns={[
          { key: 'name', title: t('registry.territory'), sortable: true, card: 'title', render: (row) => localized(row.name) },
          { key: 'kind', title: t('registry.kind'), render: (row) => t(`registry.territory-kind.${row.kind}`) },
          { key: 'code', title: t('registry.territory.code'), sortable: true },
        ]}
        empty={{ title: t('registry.territories.empty'), text: t('registry.territories.empty.text') }}
      />
    </Page>
  );
}
