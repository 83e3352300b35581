import '../../components/figures/figures.css';
import { Segmented, Skeleton } from 'antd';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../api/client';
import { TraceDrawer } from '../../components/figures/TraceDrawer';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useReturnFocus } from '../../lib/hooks';
import { languageNames } from '../../lib/language';
import { reportsPath, useReportText, type ReportFigure, type ReportLanguage } from './api';
import { traceOf } from './trace';

interface ReportBodyProps {
  id: string;
  language: ReportLanguage;
  onLanguage: (language: ReportLanguage) => void;
}

/** The text of the report; every figure in it is a link that opens its origin, by mouse and by Enter. */
export function ReportBody({ id, language, onLanguage }: ReportBodyProps) {
  const { t } = useTranslation();
  const text = useReportText(id, language);
  const [figure, setFigure] = useState<string | null>(null);
  const [shown, setShown] = useState('');
  useReturnFocus(figure !== null);

  const open = (key: string) => {
    setShown(key);
    setFigure(key);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>('a[data-figure]');
    if (!link?.dataset.figure) return;
    event.preventDefault();
    open(link.dataset.figure);
  };

  return (
    <section className="panel report" aria-label={t('planning.text')} aria-busy={text.isFetching}>
      <div className="report-tools">
        <Segmented<ReportLanguage>
          aria-label={t('planning.text.language')}
          value={language}
          onChange={onLanguage}
          options={(['kk', 'ru'] as const).map((value) => ({ value, label: languageNames[value] }))}
        />
        <span className="report-hint">{t('planning.text.hint')}</span>
      </div>
      {text.isError ? (
        <ProblemAlert error={text.error} onRetry={() => void text.refetch()} />
      ) : text.data ? (
        // The server writes every name and number as text; raw HTML has no way into a report.
        <article className="report-text" lang={language} onClick={onClick} dangerouslySetInnerHTML={{ __html: text.data.html }} />
      ) : (
        <Skeleton active paragraph={{ rows: 12 }} />
      )}
      <TraceDrawer
        open={figure !== null}
        onClose={() => setFigure(null)}
        traceKey={['planning', id, text.data?.sha256, shown]}
        load={async (signal) =>
          traceOf(await apiGet<ReportFigure>(`${reportsPath}/${id}/figure`, { key: shown, pageSize: 200 }, signal), t, open)
        }
      />
    </section>
  );
}
