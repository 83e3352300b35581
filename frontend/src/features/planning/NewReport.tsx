import { Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { apiPost } from '../../api/client';
import { useUser } from '../../api/session';
import { useTerritories, useTerritoryName } from '../../api/territories';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import { useContextPath } from '../../lib/context';
import { currentYear } from '../../lib/formats';
import { useDebounced } from '../../lib/hooks';
import { localized } from '../../lib/localized';
import { chapters, reportsPath } from './api';

interface NewReportProps {
  year: number | null;
  territory: string | null;
  onClose: () => void;
}

interface Values {
  chapter: string;
  period: number;
  territoryCode: string | null;
}

/** Begins a report on a year and territory. */
export function NewReport({ year, territory, onClose }: NewReportProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const own = useUser()?.scope.territoryCode ?? null;
  const state = useApiForm<Values, { id: string }>({
    initial: { chapter: 'unt', period: year ?? currentYear() - 1, territoryCode: territory ?? own },
    save: (values) =>
      apiPost(
        reportsPath,
        { ...values, period: String(values.period), territoryCode: values.territoryCode ?? '' },
        { idempotencyKey: true },
      ),
    onSaved: ({ id }) => void navigate(contextPath(`/planning/reports/${id}`)),
  });
  return (
    <Modal open title={t('planning.new')} footer={null} onCancel={onClose}>
      <ApiForm state={state} submitLabel={t('planning.begin')} onCancel={onClose}>
        <Form.Item name="chapter" label={t('planning.chapter')}>
          <Select options={chapters.map((value) => ({ value, label: t(`planning.chapter.${value}`) }))} />
        </Form.Item>
        <Form.Item name="period" label={t('planning.year')}>
          <InputNumber min={1991} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="territoryCode" label={t('planning.territory')}>
          <TerritoryChoice />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

/** A field of a form: a territory found by its name. */
export function TerritoryChoice({
  value = null,
  onChange,
  id,
}: {
  value?: string | null;
  onChange?: (code: string | null) => void;
  id?: string;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const found = useTerritories(useDebounced(text, 300), open);
  const chosen = useTerritoryName(value);
  const options = (found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: localized(name) }));
  if (value !== null && !options.some((option) => option.value === value)) options.unshift({ value, label: chosen ?? value });
  return (
    <Select
      id={id}
      placeholder={t('planning.territory.choose')}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? undefined}
      options={options}
      onOpenChange={setOpen}
      onChange={(code) => onChange?.(code)}
    />
  );
}
