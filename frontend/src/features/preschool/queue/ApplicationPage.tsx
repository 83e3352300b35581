import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select, Skeleton, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { apiDelete, apiPost } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { useCan } from '../../../api/session';
import { Page } from '../../../components/Page';
import { problemText, ProblemAlert } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { formatDate, formatDateTime } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { ApplicationEditor } from './ApplicationEditor';
import { ApplicationFacts } from './ApplicationFacts';
import { applicationsPath, useBenefits, useCard, useHistory, usePosition, type Card } from './api';
import { EvidenceFields } from './DeskPage';
import { PositionPanel } from './PositionPanel';
import { StateTag } from './StateTag';

const reasons = ['movedAway', 'registeredTwice', 'falseData', 'other'] as const;

export function ApplicationPage() {
  const { t } = useTranslation();
  const id = useParams().id!;
  const card = useCard(id);
  const position = usePosition(id);
  const history = useHistory(id);
  const crumbs = [{ label: t('preschool.queue.nav'), to: '/preschool/queue' }, { label: card.data?.data.number ?? '…' }];

  if (card.error) {
    return (
      <Page title={t('preschool.queue.application')} breadcrumbs={crumbs}>
        <ProblemAlert error={card.error} onRetry={() => void card.refetch()} />
      </Page>
    );
  }
  if (!card.data) return <Skeleton active />;
  const { data, etag } = card.data;

  return (
    <Page
      title={data.number}
      subtitle={`${data.childName} · ${formatDate(data.bornOn)}`}
      status={<StateTag state={data.state} />}
      breadcrumbs={crumbs}
      actions={<Actions card={data} etag={etag} />}
    >
      {position.data && <PositionPanel position={position.data} />}
      <ProblemAlert error={position.error} onRetry={() => void position.refetch()} />
      <ApplicationFacts card={data} />
      <Benefits card={data} etag={etag} />
      <section className="panel">
        <h2>{t('preschool.queue.history')}</h2>
        <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />
        <Timeline
          items={(history.data ?? []).map((row) => ({
            key: `${row.at}${row.sequence}`,
            content: (
              <>
                <strong>{formatDateTime(row.at)}</strong> {row.text}
                <div className="muted" title={row.hash}>
                  {t('preschool.queue.event', { sequence: row.sequence, rules: row.rulesVersion, hash: row.hash.slice(0, 12) })}
                </div>
              </>
            ),
          }))}
        />
      </section>
    </Page>
  );
}

function useAct(card: Card, etag: string | null) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation();
  return async (run: (path: string, options: { etag: string | null }) => Promise<unknown>): Promise<boolean> => {
    try {
      await run(`${applicationsPath}/${card.id}`, { etag });
      return true;
    } catch (error) {
      const { title, detail } = problemText(asProblem(error), t);
      void message.error(detail ?? title);
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ['preschool', 'application', card.id] });
    }
  };
}

function Actions({ card, etag }: { card: Card; etag: string | null }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const act = useAct(card, etag);
  const [removing, setRemoving] = useState(false);
  const [form] = Form.useForm<{ reason: string; note?: string }>();
  if (!useCan()('preschool.queue.write')) return null;
  const mayEnd = ['waiting', 'stopListed', 'inactive', 'waitlisted'].includes(card.state);
  return (
    <>
      {mayEnd && <ApplicationEditor card={card} etag={etag} />}
      {card.mayBeRestored && (
        <Button type="primary" onClick={() => void act((path, options) => apiPost(`${path}/restoration`, undefined, options))}>
          {t('preschool.queue.restore')}
        </Button>
      )}
      {mayEnd && (
        <>
          <Button
            onClick={() =>
              void modal.confirm({
                title: t('preschool.queue.withdraw.ask'),
                okText: t('preschool.queue.withdraw'),
                onOk: () => act((path, options) => apiPost(`${path}/withdrawal`, undefined, options)),
              })
            }
          >
            {t('preschool.queue.withdraw')}
          </Button>
          <Button danger onClick={() => setRemoving(true)}>
            {t('preschool.queue.remove')}
          </Button>
        </>
      )}
      <Modal
        open={removing}
        title={t('preschool.queue.remove')}
        okText={t('preschool.queue.remove')}
        onCancel={() => setRemoving(false)}
        onOk={form.submit}
      >
        <Form
          form={form}
          layout="vertical"
          onFinish={(values) =>
            void act((path, options) => apiPost(`${path}/removal`, values, options)).then((ok) => ok && setRemoving(false))
          }
        >
          <Form.Item
            name="reason"
            label={t('preschool.queue.reason')}
            rules={[{ required: true, message: t('preschool.queue.required') }]}
          >
            <Select options={reasons.map((value) => ({ value, label: t(`preschool.queue.removal.${value}`) }))} />
          </Form.Item>
          <Form.Item name="note" label={t('preschool.queue.note')}>
            <Input.TextArea maxLength={400} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

function Benefits({ card, etag }: { card: Card; etag: string | null }) {
  const { t } = useTranslation();
  const act = useAct(card, etag);
  const mayWrite = useCan()('preschool.queue.write');
  const [adding, setAdding] = useState(false);
  const [form] = Form.useForm<object>();
  const { options } = useBenefits(null);
  const verify = (id: string, accepted: boolean) =>
    void act((path, opts) => apiPost(`${path}/benefits/${id}/verification`, { channel: 'manual', accepted }, opts));
  return (
    <section className="panel">
      <h2>{t('preschool.queue.benefits-of')}</h2>
      {card.benefits.length === 0 && <p className="muted">{t('preschool.queue.benefits.none')}</p>}
      {card.benefits.map((benefit) => (
        <p key={benefit.id}>
          <strong>{localized(benefit.name)}</strong>{' '}
          <StatusTag tone={benefit.status === 'verified' ? 'success' : 'neutral'}>
            {t(`preschool.queue.evidence.${benefit.status}`)}
          </StatusTag>{' '}
          {benefit.evidenceType} {benefit.evidenceNumber}, {formatDate(benefit.issuedOn)}
          {benefit.validTo && ` – ${formatDate(benefit.validTo)}`}{' '}
          {mayWrite && benefit.status === 'claimed' && (
            <>
              <Button size="small" type="primary" onClick={() => verify(benefit.id, true)}>
                {t('preschool.queue.evidence.accept')}
              </Button>{' '}
              <Button size="small" onClick={() => verify(benefit.id, false)}>
                {t('preschool.queue.evidence.refuse')}
              </Button>
            </>
          )}
          {mayWrite && benefit.status === 'verified' && (
            <Button size="small" onClick={() => void act((path, opts) => apiDelete(`${path}/benefits/${benefit.id}`, opts))}>
              {t('preschool.queue.evidence.end')}
            </Button>
          )}
        </p>
      ))}
      {mayWrite && <Button onClick={() => setAdding(true)}>{t('preschool.queue.benefits.add')}</Button>}
      <Modal
        open={adding}
        title={t('preschool.queue.benefits.add')}
        okText={t('action.save')}
        onCancel={() => setAdding(false)}
        onOk={form.submit}
      >
        <Form
          form={form}
          layout="vertical"
          onFinish={(values) =>
            void act((path, opts) => apiPost(`${path}/benefits`, values, opts)).then((ok) => ok && setAdding(false))
          }
        >
          <Form.Item
            name="code"
            label={t('preschool.queue.benefit')}
            rules={[{ required: true, message: t('preschool.queue.required') }]}
          >
            <Select options={options} />
          </Form.Item>
          <EvidenceFields />
        </Form>
      </Modal>
    </section>
  );
}
