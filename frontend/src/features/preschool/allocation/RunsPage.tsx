import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { apiPost } from '../../../api/client';
import { useCan, useUser } from '../../../api/session';
import { useTerritories, useTerritoryName } from '../../../api/territories';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { StatusTag } from '../../../components/StatusTag';
import { DataTable } from '../../../components/table/DataTable';
import type { DataColumn } from '../../../components/table/types';
import { useContextPath, usePageContext } from '../../../lib/context';
import { formatDate } from '../../../lib/formats';
import { useDebounced } from '../../../lib/hooks';
import { localized } from '../../../lib/localized';
import { runStates, runsPath, runTones, type Run } from './api';

/** Орын бөлу / распределение мест: every run with its state. */
export function RunsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const { territory } = usePageContext();
  const [starting, setStarting] = useState(false);
  const start = can('preschool.allocation.write') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setStarting(true)}>
      {t('preschool.allocation.start')}
    </Button>
  );
  const columns: DataColumn<Run>[] = [
    {
      key: 'territory',
      title: t('preschool.allocation.territory'),
      sortable: true,
      card: 'title',
      render: (run) => localized(run.territoryName),
    },
    { key: 'day', title: t('preschool.allocation.day'), sortable: true, render: (run) => formatDate(run.day) },
    {
      key: 'state',
      title: t('preschool.allocation.state'),
      sortable: true,
      render: (run) => <StatusTag tone={runTones[run.state]}>{t(`preschool.allocation.run-state.${run.state}`)}</StatusTag>,
    },
    { key: 'waiting', title: t('preschool.allocation.waiting'), numeric: true },
    { key: 'places', title: t('preschool.allocation.places'), numeric: true },
    { key: 'proposed', title: t('preschool.allocation.proposed'), numeric: true },
  ];
  return (
    <Page title={t('preschool.allocation.runs')} subtitle={t('preschool.allocation.runs.text')} actions={start}>
      <DataTable<Run>
        caption={t('preschool.allocation.runs')}
        source={runsPath}
        params={{ territory }}
        columns={columns}
        rowKey={(run) => run.id}
        href={(run) => `/preschool/allocation/${run.id}`}
        defaultSort="-createdAt"
        search={false}
        filters={[
          {
            name: 'state',
            label: t('preschool.allocation.state'),
            options: runStates.map((value) => ({ value, label: t(`preschool.allocation.run-state.${value}`) })),
          },
        ]}
        empty={{ title: t('preschool.allocation.runs.empty'), text: t('preschool.allocation.runs.empty.text'), action: start }}
      />
      {starting && <StartRun territory={territory} onClose={() => setStarting(false)} />}
    </Page>
  );
}

function StartRun({ territory, onClose }: { territory: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const own = useUser()?.scope.territoryCode ?? null;
  const state = useApiForm<{ territoryCode: string | null }, { id: string }>({
    initial: { territoryCode: territory ?? own },
    save: (values) => apiPost(runsPath, { territoryCode: values.territoryCode ?? '' }, { idempotencyKey: true }),
    onSaved: ({ id }) => void navigate(contextPath(`/preschool/allocation/${id}`)),
  });
  return (
    <Modal open title={t('preschool.allocation.start')} footer={null} onCancel={onClose}>
      <p>{t('preschool.allocation.start.text')}</p>
      <ApiForm state={state} submitLabel={t('preschool.allocation.start.do')} onCancel={onClose}>
        <Form.Item name="territoryCode" label={t('preschool.allocation.territory')}>
          <TerritoryChoice />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

interface TerritoryChoiceProps {
  value?: string | null;
  onChange?: (code: string | null) => void;
  id?: string;
}

function TerritoryChoice({ value = null, onChange, id }: TerritoryChoiceProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const found = useTerritories(useDebounced(text, 300), open);
  const chosen = useTerritoryName(value);
  const options = (found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: localized(name) }));
  if (value !== null && !options.some((option) => option.value === value)) options.unshift({ value, label: chosen ?? value });
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value}
      options={options}
      onOpenChange={setOpen}
      onChange={(code) => onChange?.(code)}
    />
  );
}
