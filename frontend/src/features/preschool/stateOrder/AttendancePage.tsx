import { useTranslation } from 'react-i18next';
import { AppLink } from '../../../components/AppLink';
import { Page } from '../../../components/Page';
import { StatusTag } from '../../../components/StatusTag';
import { DataTable } from '../../../components/table/DataTable';
import { localized } from '../../../lib/localized';
import { root, type AttendanceGroup } from './api';
import { MonthInput, monthTitle, useMonth } from './month';

/** Groups with children under the state order in a month, and how far their sheets are. */
export function AttendancePage() {
  const { t } = useTranslation();
  const [month, setMonth] = useMonth();
  return (
    <Page
      title={t('preschool.attendance.title')}
      subtitle={monthTitle(month)}
      actions={<AppLink to="/imports/new?definition=preschool.attendance">{t('preschool.attendance.import')}</AppLink>}
    >
      <DataTable<AttendanceGroup>
        caption={t('preschool.attendance.title')}
        source={`${root}/attendance/groups`}
        params={{ month }}
        columns={[
          {
            key: 'name',
            title: t('preschool.order.kindergarten'),
            sortable: true,
            card: 'title',
            render: (row) => localized(row.institutionName),
          },
          { key: 'group', title: t('preschool.attendance.group'), sortable: true, render: (row) => row.groupName },
          { key: 'children', title: t('preschool.attendance.children'), sortable: true, numeric: true },
          { key: 'present', title: t('preschool.attendance.present-days'), numeric: true },
          { key: 'absent', title: t('preschool.attendance.absent-days'), numeric: true },
          {
            key: 'isClosed',
            title: t('preschool.attendance.state'),
            render: (row) => (
              <StatusTag tone={row.isClosed ? 'success' : 'info'}>
                {t(row.isClosed ? 'preschool.attendance.closed' : 'preschool.attendance.open')}
              </StatusTag>
            ),
          },
        ]}
        rowKey={(row) => row.groupId}
        href={(row) => `/preschool/attendance/${row.groupId}/${month}`}
        defaultSort="name,group"
        search={t('preschool.order.search')}
        toolbar={<MonthInput value={month} onChange={setMonth} />}
        empty={{ title: t('preschool.attendance.empty'), text: t('preschool.attendance.empty.text') }}
      />
    </Page>
  );
}
