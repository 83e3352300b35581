import './planning.css';
import { useQueryClient } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AppLink } from '../../components/AppLink';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { formatDateTime } from '../../lib/formats';
import { currentLanguage } from '../../lib/language';
import { localized } from '../../lib/localized';
import { reportKey, stateTones, useReport, type ReportCard, type ReportLanguage } from './api';
import { Findings } from './Findings';
import { ReportActions } from './ReportActions';
import { ReportBody } from './ReportBody';

export function ReportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const report = useReport(id);
  const client = useQueryClient();
  const [language, setLanguage] = useState<ReportLanguage>(currentLanguage() === 'ru' ? 'ru' : 'kk');
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: reportKey(id) }), [client, id]);
  const crumbs = [{ label: t('planning.reports'), to: '/planning/reports' }];

  if (!report.data) {
    return (
      <Page title={t('planning.report')} breadcrumbs={crumbs}>
        {report.isError ? <ProblemAlert error={report.error} onRetry={() => void report.refetch()} /> : <Skeleton active />}
      </Page>
    );
  }

  const { data: card, etag } = report.data;
  return (
    <Page
      title={localized(card.chapterTitle)}
      breadcrumbs={crumbs}
      subtitle={`${localized(card.territoryName)}, ${localized(card.periodName)} · ${t('planning.version.n', { number: card.number })}`}
      status={<StatusTag tone={stateTones[card.state]}>{t(`planning.state.${card.state}`)}</StatusTag>}
      actions={<ReportActions report={card} etag={etag} language={language} onDone={refresh} />}
    >
      <Standing report={card} />
      <div className="report-columns">
        <ReportBody id={id} language={language} onLanguage={setLanguage} />
        <Findings report={card} onChange={refresh} />
      </div>
    </Page>
  );
}

const reportPage = (id: string) => `/planning/reports/${id}`;

/** What the report stands on, in one or two lines. */
function Standing({ report }: { report: ReportCard }) {
  const { t } = useTranslation();
  return (
    <div className="report-standing">
      {report.state === 'draft' && <p>{t('planning.standing.draft')}</p>}
      {report.state === 'checked' && report.snapshot && (
        <p>{t('planning.standing.checked', { number: report.snapshot.number, at: formatDateTime(report.snapshot.takenAt) })}</p>
      )}
      {report.state === 'approved' && (
        <p>
          {t('planning.standing.approved', { by: report.approvedBy ?? '', at: formatDateTime(report.approvedAt) })}{' '}
          <code title={report.sha256 ?? undefined}>SHA-256 {report.sha256?.slice(0, 12)}</code>
        </p>
      )}
      {report.supersedesId && (
        <p>
          <AppLink to={reportPage(report.supersedesId)}>{t('planning.supersedes')}</AppLink>
        </p>
      )}
      {report.supersededById && (
        <p>
          <StatusTag tone="warning">{t('planning.superseded')}</StatusTag>{' '}
          <AppLink to={reportPage(report.supersededById)}>{t('planning.superseded.open')}</AppLink>
        </p>
      )}
    </div>
  );
}
