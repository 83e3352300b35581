import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../api/client';
import { Page } from '../../../components/Page';
import { ScrollBox } from '../../../components/ScrollBox';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { DataTable } from '../../../components/table/DataTable';
import { usePageContext } from '../../../lib/context';
import { formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { freePlacesPath, languages, profiles, useAgeGroups, type FreePlacesCell, type FreePlacesRow } from './api';

/** Published free places: age by language, and the kindergartens that have them. */
export function FreePlacesPage() {
  const { t } = useTranslation();
  const { territory } = usePageContext();
  const ages = useAgeGroups();
  const params = { territory: territory ?? undefined };
  return (
    <Page title={t('preschool.groups.free-places')} subtitle={t('preschool.groups.free-places.subtitle')}>
      <Matrix territory={territory} />
      <DataTable<FreePlacesRow>
        caption={t('preschool.groups.free-places')}
        source={freePlacesPath}
        params={params}
        rowKey={(row) => row.groupId}
        defaultSort="institution,-birthYear"
        search={t('preschool.groups.search')}
        columns={[
          {
            key: 'institution',
            title: t('preschool.groups.kindergarten'),
            sortable: true,
            card: 'title',
            render: (row) => localized(row.institutionName),
          },
          { key: 'group', title: t('preschool.groups.name') },
          {
            key: 'birthYear',
            title: t('preschool.groups.age'),
            sortable: true,
            render: (row) => `${ages.nameOf(row.ageGroup)} (${row.birthYear})`,
          },
          {
            key: 'language',
            title: t('preschool.groups.language'),
            sortable: true,
            render: (row) => t(`preschool.network.language.${row.language}`),
          },
          { key: 'profile', title: t('preschool.groups.profile'), render: (row) => t(`preschool.groups.profile.${row.profile}`) },
          { key: 'open', title: t('preschool.network.open'), sortable: true, numeric: true },
        ]}
        filters={[
          { name: 'ageGroup', label: t('preschool.groups.age'), options: ages.options },
          {
            name: 'language',
            label: t('preschool.groups.language'),
            options: languages.map((value) => ({ value, label: t(`preschool.network.language.${value}`) })),
          },
          {
            name: 'profile',
            label: t('preschool.groups.profile'),
            options: profiles.map((value) => ({ value, label: t(`preschool.groups.profile.${value}`) })),
          },
        ]}
        empty={{ title: t('preschool.groups.free-places.empty'), text: t('preschool.groups.free-places.empty.text') }}
      />
    </Page>
  );
}

function Matrix({ territory }: { territory: string | null }) {
  const { t } = useTranslation();
  const ages = useAgeGroups();
  const matrix = useQuery({
    queryKey: [freePlacesPath, 'matrix', territory],
    queryFn: ({ signal }) =>
      apiGet<{ cells: FreePlacesCell[]; total: number }>(
        `${freePlacesPath}/matrix`,
        { territory: territory ?? undefined },
        signal,
      ),
  });
  if (matrix.error) return <ProblemAlert error={matrix.error} onRetry={() => void matrix.refetch()} />;
  if (!matrix.data || matrix.data.total === 0) return null;
  const { cells, total } = matrix.data;
  const years = [...new Set(cells.map((cell) => cell.birthYear))].sort((a, b) => b - a);
  const used = languages.filter((language) => cells.some((cell) => cell.language === language));
  const sum = (year: number | null, language: string | null) =>
    cells
      .filter((cell) => (year === null || cell.birthYear === year) && (language === null || cell.language === language))
      .reduce((all, cell) => all + cell.open, 0);
  return (
    <ScrollBox label={t('preschool.groups.matrix')} className="panel plain-table">
      <table aria-label={t('preschool.groups.matrix')}>
        <thead>
          <tr>
            <th scope="col">{t('preschool.groups.age')}</th>
            {used.map((language) => (
              <th key={language} scope="col" className="numeric">
                {t(`preschool.network.language.${language}`)}
              </th>
            ))}
            <th scope="col" className="numeric">
              {t('preschool.network.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">
                {ages.nameOf(cells.find((cell) => cell.birthYear === year)?.ageGroup ?? null)} ({year})
              </th>
              {used.map((language) => (
                <td key={language} className="numeric">
                  {formatNumber(sum(year, language))}
                </td>
              ))}
              <td className="numeric">{formatNumber(sum(year, null))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('preschool.network.total')}</th>
            {used.map((language) => (
              <td key={language} className="numeric">
                {formatNumber(sum(null, language))}
              </td>
            ))}
            <td className="numeric">{formatNumber(total)}</td>
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}
