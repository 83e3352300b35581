import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPost, apiPut, apiRead } from '../../../api/client';
import { ApiForm } from '../../../components/form/ApiForm';
import { DateInput } from '../../../components/form/DateInput';
import { useApiForm } from '../../../components/form/useApiForm';
import { monthName } from '../../../lib/formats';
import { changesPath, kinds, type ChangeBody, type ChangeKind, type ChangeRow, type Stage } from './api';

interface ChangeModalProps {
  row: ChangeRow | null;
  kind: ChangeKind;
  year: number;
  territory: string | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A stage is told when its year is; the places of a renaming are none. */
const stage = (value: Partial<Stage> | null | undefined, kind: ChangeKind): Stage | null =>
  value?.year ? { year: value.year, month: value.month ?? null, places: kind === 'renaming' ? 0 : (value.places ?? 0) } : null;

const compared = [
  ['name', 'name'],
  ['institutionKind', 'kind'],
  ['planned', 'planned'],
  ['actual', 'actual'],
  ['newName', 'new-name'],
  ['resolutionNumber', 'resolution-number'],
  ['resolutionDate', 'resolution-date'],
  ['note', 'note'],
] as const;

const bodyOf = (values: ChangeBody): ChangeBody => ({
  ...values,
  planned: stage(values.planned, values.kind),
  actual: stage(values.actual, values.kind),
});

export function ChangeModal({ row, kind, year, territory, onClose, onSaved }: ChangeModalProps) {
  const { t } = useTranslation();
  const renaming = (row?.kind ?? kind) === 'renaming';
  const path = row ? `${changesPath}/${row.id}` : changesPath;
  const form = useApiForm<{ change: ChangeBody }>({
    initial: { change: row ?? { kind, name: '', planned: { year, month: null, places: 0 } } },
    etag: row ? `"${row.version}"` : null,
    save: ({ change }, etag) =>
      row ? apiPut(path, bodyOf(change), { etag }) : apiPost(path, { territoryCode: territory ?? '', change: bodyOf(change) }),
    reload: async () => {
      const { data, etag } = await apiRead<ChangeRow>(path);
      return { data: { change: data }, etag };
    },
    fields: compared.map(([name, label]) => ({ name: `change.${name}`, label: t(`preschool.network.${label}`) })),
    onSaved,
  });
  const stageFields = (name: 'planned' | 'actual') => (
    <fieldset className="preschool-stage">
      <legend>{t(`preschool.network.${name}`)}</legend>
      <Form.Item name={['change', name, 'year']} label={t('preschool.network.year')}>
        <InputNumber min={1990} max={2100} />
      </Form.Item>
      <Form.Item name={['change', name, 'month']} label={t('preschool.network.month')}>
        <Select
          allowClear
          style={{ minWidth: 130 }}
          options={Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: monthName(index + 1) }))}
        />
      </Form.Item>
      {!renaming && (
        <Form.Item name={['change', name, 'places']} label={t('preschool.network.places')}>
          <InputNumber min={0} max={2000} />
        </Form.Item>
      )}
    </fieldset>
  );
  return (
    <Modal open title={t(`preschool.network.change.${row?.kind ?? kind}`)} onCancel={onClose} footer={null} destroyOnHidden>
      {row === null && territory === null && <p role="alert">{t('preschool.network.choose-territory')}</p>}
      <ApiForm state={form} onCancel={onClose} disabled={row === null && territory === null}>
        <Form.Item name={['change', 'name']} label={t('preschool.network.name')} required>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item
          name={['change', 'institutionKind']}
          label={t(renaming ? 'preschool.network.new-kind' : 'preschool.network.kind')}
        >
          <Select allowClear options={kinds.map((value) => ({ value, label: t(`preschool.network.kind.${value}`) }))} />
        </Form.Item>
        {renaming && (
          <Form.Item name={['change', 'newName']} label={t('preschool.network.new-name')}>
            <Input maxLength={400} />
          </Form.Item>
        )}
        {stageFields('planned')}
        {stageFields('actual')}
        <Form.Item name={['change', 'resolutionNumber']} label={t('preschool.network.resolution-number')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={['change', 'resolutionDate']} label={t('preschool.network.resolution-date')}>
          <DateInput />
        </Form.Item>
        <Form.Item name={['change', 'note']} label={t('preschool.network.note')}>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}
