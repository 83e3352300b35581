import { Button, Form, Input, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPut } from '../../api/client';
import { useCan } from '../../api/session';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { formatDateTime } from '../../lib/formats';
import { localized } from '../../lib/localized';
import { findingsPath, useFindings, type Finding, type ReportCard } from './api';

/** What the checks found; errors must be corrected in the document or explained before the approval. */
export function Findings({ report, onChange }: { report: ReportCard; onChange: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const checked = report.state !== 'draft';
  const findings = useFindings(report.id, checked);
  const [explained, setExplained] = useState<Finding | null>(null);
  const explains = can('planning.reports.write') && report.state !== 'approved';

  return (
    <section className="panel findings" aria-labelledby="findings-title">
      <h2 id="findings-title">
        {t('planning.findings')} {checked && findings.data && <span className="findings-count">{findings.data.total}</span>}
      </h2>
      {!checked ? (
        <p className="report-hint">{t('planning.findings.unchecked')}</p>
      ) : findings.isError ? (
        <ProblemAlert error={findings.error} onRetry={() => void findings.refetch()} />
      ) : !findings.data ? (
        <Skeleton active />
      ) : findings.data.items.length === 0 ? (
        <p className="report-hint">{t('planning.findings.none')}</p>
      ) : (
        <ul>
          {findings.data.items.map((finding) => (
            <li key={finding.id} className={`finding finding-${finding.severity}`}>
              <FindingText finding={finding} />
              {finding.reason === null && explains && (
                <Button size="small" onClick={() => setExplained(finding)}>
                  {t('planning.explain')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {explained && (
        <Explain
          finding={explained}
          onClose={() => setExplained(null)}
          onSaved={() => {
            setExplained(null);
            onChange();
          }}
        />
      )}
    </section>
  );
}

export function FindingText({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="finding-head">
        <StatusTag tone={finding.severity === 'error' ? 'danger' : 'warning'}>
          {t(`planning.severity.${finding.severity}`)}
        </StatusTag>
        <span>{finding.ruleName}</span>
      </p>
      <p className="finding-figures">
        <span>
          {t('planning.finding.printed')} <strong>{finding.printed}</strong>
        </span>
        <span>
          {t('planning.finding.recomputed')} <strong>{finding.recomputed}</strong>
        </span>
      </p>
      <p>{localized(finding.why)}</p>
      <p className="report-hint">{localized(finding.place)}</p>
      {finding.reason !== null && (
        <blockquote>
          {finding.reason}
          <footer>
            {finding.acknowledgedBy}, {formatDateTime(finding.acknowledgedAt)}
          </footer>
        </blockquote>
      )}
    </>
  );
}

function Explain({ finding, onClose, onSaved }: { finding: Finding; onClose: () => void; onSaved: () => void }) {
  const { t } = useTranslation();
  const state = useApiForm<{ reason: string }>({
    initial: { reason: '' },
    etag: `"${finding.version}"`,
    save: (values, etag) => apiPut(`${findingsPath}/${finding.id}/acknowledgement`, values, { etag }),
    onSaved,
  });
  return (
    <Modal open title={t('planning.explain')} footer={null} onCancel={onClose}>
      <p>{localized(finding.why)}</p>
      <ApiForm state={state} onCancel={onClose}>
        <Form.Item name="reason" label={t('planning.explain.reason')}>
          <Input.TextArea rows={4} maxLength={1000} autoFocus />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}
