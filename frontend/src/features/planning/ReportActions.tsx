import { CheckCircleOutlined, PrinterOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { apiDelete, apiPost, apiPut } from '../../api/client';
import { asProblem } from '../../api/problem';
import { useCan } from '../../api/session';
import { ExportButton } from '../../components/ExportButton';
import { JobProgress } from '../../components/JobProgress';
import { problemText } from '../../components/ProblemAlert';
import { useContextPath } from '../../lib/context';
import { languageNames } from '../../lib/language';
import { reportsPath, type ReportCard, type ReportLanguage } from './api';

interface ReportActionsProps {
  report: ReportCard;
  etag: string | null;
  language: ReportLanguage;
  onDone: () => void;
}

/** What can be done with the report in its state, by who may do it. */
export function ReportActions({ report, etag, language, onDone }: ReportActionsProps) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const path = `${reportsPath}/${report.id}`;
  const writes = can('planning.reports.write');

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      void message.error(problemText(asProblem(error), t).title);
      onDone();
    } finally {
      setBusy(false);
    }
  };
  const check = () => run(async () => setJob((await apiPut<{ jobId: string }>(`${path}/check`, undefined, { etag })).jobId));
  const approve = () =>
    modal.confirm({
      title: t('planning.approve.sure'),
      content: t('planning.approve.text'),
      okText: t('planning.approve'),
      cancelText: t('action.cancel'),
      onOk: () =>
        run(async () => {
          await apiPut(`${path}/approval`, undefined, { etag });
          onDone();
        }),
    });
  const correct = () =>
    run(async () => {
      const { id } = await apiPost<{ id: string }>(`${path}/corrections`, undefined, { idempotencyKey: true });
      await navigate(contextPath(`/planning/reports/${id}`));
    });
  const remove = () =>
    modal.confirm({
      title: t('planning.delete.sure'),
      okText: t('action.delete'),
      cancelText: t('action.cancel'),
      okButtonProps: { danger: true },
      onOk: () =>
        run(async () => {
          await apiDelete(path, { etag });
          await navigate(contextPath('/planning/reports'));
        }),
    });

  return (
    <>
      <ExportButton
        url={`${path}/document`}
        params={{ language }}
        label={t('planning.docx', { language: languageNames[language] })}
      />
      <ExportButton url={`${path}/document`} params={{ language, format: 'html' }} label={t('planning.html')} />
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
        {t('action.print')}
      </Button>
      {writes && report.state !== 'approved' && (
        <>
          <Button onClick={remove} disabled={busy}>
            {t('action.delete')}
          </Button>
          <Button
            type={report.state === 'draft' ? 'primary' : 'default'}
            icon={<SafetyCertificateOutlined aria-hidden="true" />}
            loading={busy}
            onClick={() => void check()}
          >
            {t('planning.check')}
          </Button>
        </>
      )}
      {can('planning.reports.approve') && report.state === 'checked' && (
        <Button type="primary" icon={<CheckCircleOutlined aria-hidden="true" />} disabled={busy} onClick={approve}>
          {t('planning.approve')}
        </Button>
      )}
      {writes && report.state === 'approved' && report.supersededById === null && (
        <Button loading={busy} onClick={() => void correct()}>
          {t('planning.correct')}
        </Button>
      )}
      <Modal open={job !== null} title={t('planning.check')} footer={null} onCancel={() => setJob(null)}>
        {job !== null && (
          <JobProgress
            jobId={job}
            onFinish={(finished) => {
              onDone();
              if (finished.status === 'done') setJob(null);
            }}
          />
        )}
      </Modal>
    </>
  );
}
