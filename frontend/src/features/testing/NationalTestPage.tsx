import './testing.css';
import { UploadOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan, useUser } from '../../api/session';
import { useTerritoryName } from '../../api/territories';
import { AppLink } from '../../components/AppLink';
import { Empty } from '../../components/Empty';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { usePageContext } from '../../lib/context';
import { useNationalTest, type NationalSummary, type View } from './api';
import { MeansTab } from './MeansTab';
import { SchoolsTab } from './SchoolsTab';
import { SubjectsTab } from './SubjectsTab';
import { SummaryTiles } from './SummaryTiles';
import { YearsTab } from './YearsTab';

const tabs = ['schools', 'means', 'years', 'subjects'] as const;
const importPath = '/imports/new?definition=testing.schools';

/** The year of the national test in a territory: figures, league table, charts, subjects. */
export function NationalTestPage() {
  const { t } = useTranslation();
  const can = useCan();
  const user = useUser();
  const { territory, year, years, summary, error, retry } = useNationalTest();
  const named = useTerritoryName(territory);
  const place = named ?? (territory === user?.scope.territoryCode ? user?.scope.territoryName : null) ?? territory;
  const data = summary.data;
  const found = data !== undefined && data.schools > 0;
  const mayImport = can('testing.write');

  const content = () => {
    if (error) return <ProblemAlert error={error} onRetry={retry} />;
    if (found)
      return (
        <>
          <SummaryTiles summary={data} />
          <Results summary={data} />
        </>
      );
    if (years !== undefined && (year === null || data !== undefined))
      return <NoResults year={year} years={years} mayImport={mayImport} />;
    return <Skeleton active paragraph={{ rows: 8 }} />;
  };

  return (
    <Page
      title={t('testing.title')}
      subtitle={place !== null && year !== null ? t('testing.subtitle', { place, year }) : undefined}
      actions={mayImport && found && <ImportLink />}
    >
      {content()}
    </Page>
  );
}

function ImportLink({ primary }: { primary?: boolean }) {
  const { t } = useTranslation();
  return (
    <AppLink to={importPath} className={primary ? 'testing-import testing-import-primary' : 'testing-import'}>
      <UploadOutlined aria-hidden="true" /> {t('testing.import')}
    </AppLink>
  );
}

function NoResults({ year, years, mayImport }: { year: number | null; years: number[]; mayImport: boolean }) {
  const { t } = useTranslation();
  const { change } = usePageContext();
  return (
    <Empty
      title={year === null || years.length === 0 ? t('testing.empty') : t('testing.empty.year', { year })}
      text={mayImport ? t('testing.empty.text') : t('testing.empty.ask')}
      action={
        <div className="testing-empty-actions">
          {years.map((other) => (
            <Button key={other} onClick={() => change({ year: other })}>
              {t('testing.show-year', { year: other })}
            </Button>
          ))}
          {mayImport && <ImportLink primary />}
        </div>
      }
    />
  );
}

/** League table, charts and subjects; which of them stands in the address. */
function Results({ summary }: { summary: NationalSummary }) {
  const { t } = useTranslation();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const asked = tabs.find((key) => key === search.get('tab')) ?? 'schools';
  const view: View = search.get('view') === 'internal' && can('testing.write') ? 'internal' : 'publication';

  const set = (key: string, value: string, usual: string) =>
    setSearch((current) => {
      const next = new URLSearchParams(current);
      if (value === usual) next.delete(key);
      else next.set(key, value);
      next.delete('page');
      return next;
    });
  const changeView = can('testing.write') ? (next: View) => set('view', next, 'publication') : undefined;

  const given = { scope: { year: summary.year, territory: summary.territory }, view, summary };
  const content = {
    schools: <SchoolsTab {...given} onView={changeView} />,
    means: <MeansTab {...given} />,
    years: <YearsTab {...given} />,
    subjects: <SubjectsTab {...given} />,
  };
  return (
    <Tabs
      className="testing-tabs"
      activeKey={asked}
      onChange={(key) => set('tab', key, 'schools')}
      destroyOnHidden
      items={tabs.map((key) => ({ key, label: t(`testing.tab.${key}`), children: content[key] }))}
    />
  );
}
