import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet, apiPost, apiPut, apiRead } from '../../../api/client';
import { useCan } from '../../../api/session';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { DataTable } from '../../../components/table/DataTable';
import type { DataColumn } from '../../../components/table/types';
import { formatDate } from '../../../lib/formats';
import { objectionsPath, placesPath, type Objection, type ObjectionCard, type PlacesFor } from './api';

/** Қарсылықтар / возражения against automated decisions, with what is overdue. */
export function ObjectionsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const done = () => {
    setAdding(false);
    setOpen(null);
    void queries.invalidateQueries({ queryKey: [objectionsPath] });
  };
  const add = can('preschool.allocation.write') && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('preschool.allocation.objection.new')}
    </Button>
  );
  const columns: DataColumn<Objection>[] = [
    { key: 'applicationNumber', title: t('preschool.allocation.application'), card: 'title' },
    { key: 'receivedOn', title: t('preschool.allocation.received'), sortable: true, render: (row) => formatDate(row.receivedOn) },
    {
      key: 'due',
      title: t('preschool.allocation.answer-until'),
      sortable: true,
      render: (row) => <StatusTag tone={row.overdue ? 'danger' : 'neutral'}>{formatDate(row.due)}</StatusTag>,
    },
    {
      key: 'outcome',
      title: t('preschool.allocation.outcome'),
      render: (row) =>
        row.outcome === null ? (
          <StatusTag tone={row.overdue ? 'danger' : 'warning'}>
            {row.overdue ? t('preschool.allocation.overdue') : t('preschool.allocation.unanswered')}
          </StatusTag>
        ) : (
          t(`preschool.allocation.outcome.${row.outcome}`)
        ),
    },
  ];
  return (
    <Page title={t('preschool.allocation.objections')} subtitle={t('preschool.allocation.objections.text')} actions={add}>
      <DataTable<Objection>
        caption={t('preschool.allocation.objections')}
        source={objectionsPath}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        defaultSort="due"
        search={false}
        filters={[
          {
            name: 'answered',
            label: t('preschool.allocation.outcome'),
            options: [
              { value: 'false', label: t('preschool.allocation.unanswered') },
              { value: 'true', label: t('preschool.allocation.answered') },
            ],
          },
        ]}
        empty={{
          title: t('preschool.allocation.objections.empty'),
          text: t('preschool.allocation.objections.empty.text'),
          action: add,
        }}
      />
      {adding && <NewObjection onClose={() => setAdding(false)} onSaved={done} />}
      {open !== null && <Answer id={open} onClose={() => setOpen(null)} onSaved={done} />}
    </Page>
  );
}

function NewObjection({ onClose, onSaved }: { onClose: () => void; onSaved: () => void }) {
  const { t } = useTranslation();
  const state = useApiForm<{ number: string; text: string }, unknown>({
    initial: { number: '', text: '' },
    save: async ({ number, text }) => {
      const { applicationId } = await apiGet<PlacesFor>(placesPath, { number: number.trim() });
      return apiPost(objectionsPath, { applicationId, text }, { idempotencyKey: true });
    },
    onSaved,
  });
  return (
    <Modal open title={t('preschool.allocation.objection.new')} footer={null} onCancel={onClose}>
      <ApiForm state={state} onCancel={onClose}>
        <Form.Item name="number" label={t('preschool.allocation.application')}>
          <Input />
        </Form.Item>
        <Form.Item name="text" label={t('preschool.allocation.objection.words')}>
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

interface AnswerProps {
  id: string;
  onClose: () => void;
  onSaved: () => void;
}

function Answer({ id, onClose, onSaved }: AnswerProps) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['preschool', 'objection', id],
    queryFn: ({ signal }) => apiRead<ObjectionCard>(`${objectionsPath}/${id}`, {}, signal),
  });
  return (
    <Modal open title={t('preschool.allocation.objection')} footer={null} onCancel={onClose}>
      {query.error && <ProblemAlert error={query.error} />}
      {!query.data && !query.error && <Skeleton active />}
      {query.data && (
        <>
          <p>{query.data.data.text}</p>
          {query.data.data.answer === null ? (
            <AnswerForm id={id} etag={query.data.etag} onClose={onClose} onSaved={onSaved} />
          ) : (
            <p>
              <strong>{t(`preschool.allocation.outcome.${query.data.data.objection.outcome ?? 'refused'}`)}</strong>:{' '}
              {query.data.data.answer}
            </p>
          )}
        </>
      )}
    </Modal>
  );
}

function AnswerForm({ id, etag, onClose, onSaved }: AnswerProps & { etag: string | null }) {
  const { t } = useTranslation();
  const can = useCan();
  const state = useApiForm<{ outcome: string; text: string }, unknown>({
    initial: { outcome: 'upheld', text: '' },
    etag,
    save: (values, version) => apiPut(`${objectionsPath}/${id}/answer`, values, { etag: version }),
    onSaved,
  });
  if (!can('preschool.allocation.approve')) return <p>{t('preschool.allocation.answer.who')}</p>;
  return (
    <ApiForm state={state} submitLabel={t('preschool.allocation.answer')} onCancel={onClose}>
      <Form.Item name="outcome" label={t('preschool.allocation.outcome')}>
        <Select
          options={(['upheld', 'refused'] as const).map((value) => ({
            value,
            label: t(`preschool.allocation.outcome.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t('preschool.allocation.answer')}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
    </ApiForm>
  );
}
