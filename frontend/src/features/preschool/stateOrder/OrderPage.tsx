import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiPost, apiPut } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { useCan } from '../../../api/session';
import { ApiForm } from '../../../components/form/ApiForm';
import { DateInput } from '../../../components/form/DateInput';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert, problemText } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { useContextPath } from '../../../lib/context';
import { formatDate, formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { ActsTable } from './ActsTable';
import { actsPath, contractsPath, etagOf, useContract, writeAttendance, writeOrder, type Act, type OrderContract } from './api';
import { ListedChildren } from './ListedChildren';
import { MonthInput, useMonth } from './month';
import './stateOrder.css';

function Termination({ contract, onClose }: { contract: OrderContract; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const state = useApiForm<{ lastDay?: string; reason?: string }>({
    initial: {},
    etag: etagOf(contract),
    save: (values, etag) => apiPut(`${contractsPath}/${contract.id}/termination`, values, { etag }),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['preschool'] });
      onClose();
    },
  });
  return (
    <Modal open title={t('preschool.order.terminate')} onCancel={onClose} footer={null} destroyOnHidden>
      <ApiForm state={state} onCancel={onClose} submitLabel={t('preschool.order.terminate')}>
        <Form.Item name="lastDay" label={t('preschool.order.last-day')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="reason" label={t('preschool.order.reason')} required>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

/** Computes the draft of a month from the sheets. */
function ComputeAct({ contract }: { contract: OrderContract }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const [month, setMonth] = useMonth();
  const [busy, setBusy] = useState(false);
  const compute = async () => {
    setBusy(true);
    try {
      const act = await apiPost<Act>(actsPath, { contractId: contract.id, month }, { idempotencyKey: true });
      void navigate(contextPath(`/preschool/acts/${act.id}`));
    } catch (error) {
      void message.error(problemText(asProblem(error), t).title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <p className="order-bar">
      <MonthInput value={month} onChange={setMonth} />
      <Button loading={busy} onClick={() => void compute()}>
        {t('preschool.act.compute')}
      </Button>
    </p>
  );
}

function Card({ contract }: { contract: OrderContract }) {
  const { t } = useTranslation();
  const rows: [string, string][] = [
    [t('preschool.order.number'), contract.number ?? '—'],
    [t('preschool.order.signed'), contract.signedOn ? formatDate(contract.signedOn) : '—'],
    [t('preschool.order.competition'), contract.competition ?? '—'],
    [t('preschool.order.lot'), contract.lot ?? '—'],
    [t('preschool.order.term'), `${formatDate(contract.startsOn)} – ${formatDate(contract.endsOn)}`],
    [t('preschool.order.places'), contract.places === null ? t('preschool.order.not-said') : formatNumber(contract.places)],
    [t('preschool.order.kindergartens'), formatNumber(contract.kindergartens)],
    [t('preschool.order.place'), t(`preschool.order.place.${contract.place}`)],
    [t('preschool.order.hours'), t(`preschool.order.hours.${contract.hours}`)],
  ];
  if (contract.terminationReason)
    rows.push([t('preschool.order.last-day'), `${formatDate(contract.lastDay)}. ${contract.terminationReason}`]);
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

export function OrderPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const can = useCan();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const query = useContract(id);
  const [ending, setEnding] = useState(false);
  const contract = query.data?.data;
  return (
    <Page
      title={contract ? localized(contract.institutionName) : t('preschool.order.title')}
      status={
        contract && (
          <StatusTag tone={contract.status === 'active' ? 'success' : 'neutral'}>
            {t(`preschool.order.status.${contract.status}`)}
          </StatusTag>
        )
      }
      breadcrumbs={[{ label: t('preschool.order.title'), to: '/preschool/state-order' }]}
      actions={
        contract?.status === 'active' &&
        can(writeOrder) && (
          <>
            <Button onClick={() => void navigate(contextPath(`/preschool/state-order/${id}/edit`))}>{t('action.edit')}</Button>
            <Button danger onClick={() => setEnding(true)}>
              {t('preschool.order.terminate')}
            </Button>
          </>
        )
      }
    >
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Skeleton active />}
      {contract && (
        <>
          <section className="panel">
            <Card contract={contract} />
          </section>
          {can(writeAttendance) && <ListedChildren contract={contract} />}
          <section className="panel">
            <h2>{t('preschool.act.title')}</h2>
            {can(writeOrder) && <ComputeAct contract={contract} />}
            <ActsTable params={{ contractId: id }} />
          </section>
        </>
      )}
      {ending && contract && <Termination contract={contract} onClose={() => setEnding(false)} />}
    </Page>
  );
}
