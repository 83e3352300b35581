import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiDelete, apiPost, apiPut } from '../../../api/client';
import { useCan } from '../../../api/session';
import { AppLink } from '../../../components/AppLink';
import { ExportButton } from '../../../components/ExportButton';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { Rows } from '../../../components/table/Rows';
import { useContextPath } from '../../../lib/context';
import { formatDateTime, formatNumber, formatShare } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { ActState } from './ActsTable';
import { actsPath, etagOf, useAct, writeAttendance, writeOrder, type Act } from './api';
import { monthTitle } from './month';
import './stateOrder.css';

function Correction({ act, onClose }: { act: Act; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const state = useApiForm<{ reason?: string }, Act>({
    initial: {},
    save: (values) => apiPost<Act>(`${actsPath}/${act.id}/corrections`, values, { idempotencyKey: true }),
    onSaved: (next) => {
      onClose();
      void navigate(contextPath(`/preschool/acts/${next.id}`));
    },
  });
  return (
    <Modal open title={t('preschool.act.correct')} onCancel={onClose} footer={null} destroyOnHidden>
      <p>{t('preschool.act.correct.text')}</p>
      <ApiForm state={state} onCancel={onClose} submitLabel={t('preschool.act.correct')}>
        <Form.Item name="reason" label={t('preschool.order.reason')} required>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

const contractPage = (id: string) => `/preschool/state-order/${id}`;

function Facts({ act }: { act: Act }) {
  const { t } = useTranslation();
  const rows: [string, string][] = [
    [t('preschool.act.days'), formatNumber(act.confirmedDays)],
    [t('preschool.attendance.working-days'), formatNumber(act.workingDays)],
    [
      t('preschool.act.used'),
      act.placeDays === null ? t('preschool.order.not-said') : formatShare(act.confirmedDays, act.placeDays),
    ],
    [t('preschool.act.amount'), formatNumber(act.amount, 2)],
  ];
  if (act.reason) rows.push([t('preschool.order.reason'), act.reason]);
  if (act.approvedAt) rows.push([t('preschool.act.approved-at'), formatDateTime(act.approvedAt)]);
  if (act.hash) rows.push([t('preschool.act.hash'), act.hash]);
  return (
    <dl className="order-card">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ act }: { act: Act }) {
  const { t } = useTranslation();
  const can = useCan();
  if (act.lines.length === 0) return <p>{t('preschool.act.no-lines')}</p>;
  return (
    <>
      <Rows<Act['lines'][number]>
        caption={t('preschool.act.title')}
        rows={act.lines}
        rowKey={(line) => `${line.groupId}-${line.tariffId}`}
        columns={[
          {
            key: 'groupName',
            title: t('preschool.attendance.group'),
            render: (line) =>
              can(writeAttendance) ? (
                <AppLink to={`/preschool/attendance/${line.groupId}/${act.month}`}>{line.groupName}</AppLink>
              ) : (
                line.groupName
              ),
          },
          { key: 'children', title: t('preschool.attendance.children'), numeric: true },
          { key: 'days', title: t('preschool.act.days'), numeric: true },
          {
            key: 'monthly',
            title: t('preschool.tariff.monthly'),
            numeric: true,
            render: (line) => formatNumber(line.monthly, 2),
          },
          {
            key: 'amount',
            title: t('preschool.act.amount'),
            numeric: true,
            render: (line) => (
              <span title={`${formatNumber(line.days)} × ${formatNumber(line.monthly, 2)} ÷ ${formatNumber(act.workingDays)}`}>
                {formatNumber(line.amount, 2)}
              </span>
            ),
          },
          { key: 'legalAct', title: t('preschool.tariff.act') },
        ]}
      />
      <p className="order-total">
        {t('preschool.act.total')}: <strong>{formatNumber(act.amount, 2)} ₸</strong>
      </p>
    </>
  );
}

export function ActPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const can = useCan();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const query = useAct(id);
  const [error, setError] = useState<unknown>(null);
  const [correcting, setCorrecting] = useState(false);
  const act = query.data;
  const run = async (work: () => Promise<unknown>) => {
    setError(null);
    try {
      await work();
      await client.invalidateQueries({ queryKey: ['preschool'] });
    } catch (refused) {
      setError(refused);
    }
  };
  const put = (what: string) => run(() => apiPut(`${actsPath}/${id}/${what}`, {}, { etag: etagOf(act!) }));
  const remove = () =>
    run(async () => {
      await apiDelete(`${actsPath}/${id}`, { etag: etagOf(act!) });
      void navigate(contextPath('/preschool/acts'));
    });
  return (
    <Page
      title={act ? `${localized(act.institutionName)} · ${monthTitle(act.month)}` : t('preschool.act.title')}
      subtitle={act && t('preschool.act.head', { revision: formatNumber(act.revision), number: act.contractNumber ?? '—' })}
      status={act && <ActState state={act.state} />}
      breadcrumbs={[{ label: t('preschool.act.title'), to: '/preschool/acts' }]}
      actions={
        act && (
          <>
            {act.state === 'draft' && can(writeOrder) && (
              <>
                <Button onClick={() => void put('figures')}>{t('preschool.act.recompute')}</Button>
                {act.revision === 1 && (
                  <Button danger onClick={() => void modal.confirm({ title: t('preschool.act.delete'), onOk: remove })}>
                    {t('action.delete')}
                  </Button>
                )}
              </>
            )}
            {act.state === 'draft' && can('preschool.acts.approve') && (
              <Button
                type="primary"
                onClick={() =>
                  void modal.confirm({
                    title: t('preschool.act.approve'),
                    content: t('preschool.act.approve.text'),
                    onOk: () => put('approval'),
                  })
                }
              >
                {t('preschool.act.approve')}
              </Button>
            )}
            {act.state === 'approved' && can('preschool.acts.approve') && (
              <Button onClick={() => setCorrecting(true)}>{t('preschool.act.correct')}</Button>
            )}
            <ExportButton url={`${actsPath}/${id}/export`} label="XLSX" />
          </>
        )
      }
    >
      <ProblemAlert error={error ?? query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Skeleton active />}
      {act && !act.hashHolds && <p role="alert">{t('preschool.act.hash-broken')}</p>}
      {act && (
        <section className="panel">
          <Facts act={act} />
          <Lines act={act} />
          <p className="hint">{t('preschool.act.rule')}</p>
          <AppLink to={contractPage(act.contractId)}>{t('preschool.act.to-contract')}</AppLink>
        </section>
      )}
      {correcting && act && <Correction act={act} onClose={() => setCorrecting(false)} />}
    </Page>
  );
}
