import { useQuery } from '@tanstack/react-query';
import { InputNumber, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { apiGet } from '../../api/client';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { Rows } from '../../components/table/Rows';
import { currentYear, formatDate, formatNumber } from '../../lib/formats';
import { cited, localized, type LocalizedText } from '../../lib/localized';

interface SpecialDay {
  date: string;
  isWorking: boolean;
  name: LocalizedText;
  legalAct: string | null;
  id: string | null;
}

interface CalendarYear {
  year: number;
  workingDays: number;
  days: SpecialDay[];
}

/** Holidays and transferred days: every deadline in working days is counted by them. */
export function CalendarPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('calendarYear')) || currentYear();
  const query = useQuery({
    queryKey: ['registry', 'calendar', year],
    queryFn: ({ signal }) => apiGet<CalendarYear>('/api/v1/registry/calendar', { year }, signal),
  });
  return (
    <Page title={t('registry.calendar')} subtitle={t('registry.calendar.subtitle')}>
      <section className="data-table">
        <div className="table-toolbar">
          <label className="inline-label">
            {t('registry.calendar.year')}
            <InputNumber
              min={1991}
              max={2100}
              precision={0}
              value={year}
              onChange={(value) =>
                value !== null &&
                setSearch((current) => {
                  current.set('calendarYear', String(value));
                  return current;
                })
              }
            />
          </label>
          {query.data && (
            <p>
              {t('registry.calendar.working-days')}: <strong>{formatNumber(query.data.workingDays)}</strong>
            </p>
          )}
        </div>
        <div className="table-body">
          <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
          {query.isPending && <Skeleton active />}
          {query.data && (
            <Rows<SpecialDay>
              caption={t('registry.calendar')}
              rows={query.data.days}
              rowKey={(day) => day.date}
              columns={[
                { key: 'date', title: t('registry.event.date'), render: (day) => formatDate(day.date) },
                { key: 'name', title: t('registry.calendar.day'), card: 'title', render: (day) => localized(day.name) },
                {
                  key: 'isWorking',
                  title: t('registry.status'),
                  render: (day) => (
                    <StatusTag tone={day.isWorking ? 'info' : 'warning'}>
                      {t(day.isWorking ? 'registry.calendar.working' : 'registry.calendar.off')}
                    </StatusTag>
                  ),
                },
                {
                  key: 'legalAct',
                  title: t('registry.parameter.act'),
                  render: (day) => (day.legalAct ? cited(day.legalAct) : '—'),
                },
              ]}
            />
          )}
        </div>
      </section>
    </Page>
  );
}
