import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchList, type ListPage } from '../../../api/lists';
import { Page } from '../../../components/Page';
import { ScrollBox } from '../../../components/ScrollBox';
import { DataTable } from '../../../components/table/DataTable';
import { usePageContext } from '../../../lib/context';
import { currentYear, formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { staffingPath, type StaffingRow, type StaffingSum } from './api';

const figures = ['groups', 'places', 'planned', 'confirmed', 'actual', 'reported'] as const;

/** Kindergartens on 1 September: expected, confirmed, come. */
export function StaffingPage() {
  const { t } = useTranslation();
  const { year, territory } = usePageContext();
  const academicYear = year ?? currentYear();
  const [sum, setSum] = useState<StaffingSum | null>(null);
  const params = { academicYear, territory: territory ?? undefined };
  return (
    <Page title={t('preschool.groups.staffing')} subtitle={t('preschool.groups.staffing.subtitle', { year: academicYear })}>
      {sum && sum.groups > 0 && (
        <ScrollBox label={t('preschool.network.total')} className="panel plain-table">
          <table aria-label={t('preschool.network.total')}>
            <thead>
              <tr>
                {figures.map((key) => (
                  <th key={key} scope="col" className="numeric">
                    {t(`preschool.groups.sum.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {figures.map((key) => (
                  <td key={key} className="numeric">
                    {formatNumber(sum[key])}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </ScrollBox>
      )}
      <DataTable<StaffingRow>
        caption={t('preschool.groups.staffing')}
        queryKey={[staffingPath]}
        params={params}
        source={async (query, signal) => {
          const page = (await fetchList<StaffingRow>(staffingPath, query, params, signal)) as ListPage<StaffingRow> & {
            sum: StaffingSum;
          };
          setSum(page.sum);
          return page;
        }}
        rowKey={(row) => row.institutionId}
        href={(row) => `/preschool/kindergartens/${row.institutionId}`}
        defaultSort="name"
        search={t('preschool.groups.search')}
        columns={[
          {
            key: 'name',
            title: t('preschool.groups.kindergarten'),
            sortable: true,
            card: 'title',
            render: (row) => localized(row.institutionName),
          },
          ...figures.map((key) => ({
            key,
            title: t(`preschool.groups.sum.${key}`),
            numeric: true,
            render: (row: StaffingRow) => formatNumber(row.sum[key]),
          })),
        ]}
        empty={{ title: t('preschool.groups.staffing.empty'), text: t('preschool.groups.staffing.empty.text') }}
      />
    </Page>
  );
}
