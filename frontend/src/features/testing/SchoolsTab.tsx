import { CheckOutlined, WarningOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/StatusTag';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { formatNumber, formatShare } from '../../lib/formats';
import { usePhone } from '../../lib/hooks';
import { localized } from '../../lib/localized';
import { schoolsPath, type SchoolResult, type View } from './api';
import { Change } from './Change';
import { Choice } from './Choice';
import { SchoolDrawer } from './SchoolDrawer';
import type { TabProps } from './tabs';

interface SchoolsTabProps extends TabProps {
  /** Missing: the reader sees the view for publication only. */
  onView?: (view: View) => void;
}

/** Does the percentage that the table's author printed agree with his own figures? */
function Printed({ school }: { school: SchoolResult }) {
  const { t } = useTranslation();
  const verdict = school.printedParticipation;
  if (verdict === null) return null;
  const text = t(`testing.printed.${verdict}`);
  return (
    <span className={`printed printed-${verdict}`} title={text}>
      {verdict === 'equal' ? <CheckOutlined aria-hidden="true" /> : <WarningOutlined aria-hidden="true" />}
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

export function SchoolsTab({ scope, view, summary, onView }: SchoolsTabProps) {
  const { t } = useTranslation();
  const { smallestGroup } = summary;
  const [open, setOpen] = useState<SchoolResult | null>(null);
  const phone = usePhone();
  const before = scope.year - 1;

  const columns: DataColumn<SchoolResult>[] = [
    {
      key: 'rank',
      title: t('testing.rank'),
      numeric: true,
      width: 56,
      render: (school) =>
        school.rank === null ? '—' : <span className={school.rank <= 3 ? 'rank rank-top' : 'rank'}>{school.rank}</span>,
    },
    {
      key: 'name',
      title: t('testing.school'),
      sortable: true,
      card: 'title',
      width: 176,
      render: (school) => localized(school.name),
    },
    {
      key: 'mean',
      title: t('testing.mean.short'),
      sortable: true,
      numeric: true,
      render: (school) => <strong>{formatNumber(school.mean, 2)}</strong>,
    },
    {
      key: 'change',
      title: t('testing.change'),
      sortable: true,
      numeric: true,
      render: (school) => <Change value={school.change} digits={2} />,
    },
    {
      key: 'previousMean',
      title: t('testing.year', { year: before }),
      card: 'hidden',
      sortable: true,
      numeric: true,
      render: (school) => formatNumber(school.previousMean, 2),
    },
    {
      key: 'participants',
      title: t('testing.took-part'),
      sortable: true,
      numeric: true,
      render: (school) =>
        school.hidden ? (
          '—'
        ) : (
          <>
            {formatNumber(school.participants)} <span className="testing-of">/ {formatNumber(school.graduates)}</span>
          </>
        ),
    },
    {
      key: 'participation',
      title: t('testing.participation'),
      sortable: true,
      numeric: true,
      render: (school) =>
        school.hidden ? (
          <StatusTag>{t('testing.hidden')}</StatusTag>
        ) : (
          <>
            {formatShare(school.participation?.numerator, school.participation?.denominator)} <Printed school={school} />
          </>
        ),
    },
  ];

  return (
    <>
      <DataTable<SchoolResult>
        caption={t('testing.tab.schools')}
        source={schoolsPath}
        params={{ year: scope.year, territory: scope.territory, view }}
        columns={columns}
        rowKey={(school) => school.institutionId}
        onOpen={setOpen}
        defaultSort="-mean"
        defaultPageSize={phone ? 20 : 100}
        search={t('testing.search')}
        toolbar={
          onView && (
            <Choice<View>
              label={t('testing.view')}
              value={view}
              onChange={onView}
              options={[
                { value: 'publication', label: t('testing.view.publication') },
                { value: 'internal', label: t('testing.view.internal') },
              ]}
            />
          )
        }
      />
      <div className="testing-legend">
        {view === 'publication' ? (
          <p>
            <StatusTag>{t('testing.hidden')}</StatusTag> {t('testing.hidden.why', { people: formatNumber(smallestGroup) })}
          </p>
        ) : (
          <p>
            <StatusTag tone="warning">{t('testing.view.internal')}</StatusTag> {t('testing.view.internal.text')}
          </p>
        )}
        <p>
          <CheckOutlined className="printed-equal" aria-hidden="true" /> {t('testing.printed.legend')}
        </p>
      </div>
      <SchoolDrawer school={open} year={scope.year} smallestGroup={smallestGroup} onClose={() => setOpen(null)} />
    </>
  );
}
