import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPost } from '../../api/client';
import { ApiForm } from '../../components/form/ApiForm';
import { DateInput } from '../../components/form/DateInput';
import { useApiForm } from '../../components/form/useApiForm';
import { localized } from '../../lib/localized';
import { basisKinds, institutionPath, useKinds, type InstitutionCard } from './api';
import { InstitutionSelect, TerritorySelect } from './RemoteSelect';

interface EventValues {
  kind: string;
  date?: string;
  basis: { kind: string; number?: string; date?: string };
  name?: { kk?: string; ru?: string };
  institutionKind?: string;
  territoryCode?: string;
  successorId?: string;
  note?: string;
}

interface EventModalProps {
  card: InstitutionCard;
  etag: string | null;
  onClose: () => void;
  onSaved: () => void;
}

/** Tells what happened: renamed, kind changed, reorganised, moved, joined to another, closed, reopened; always with the document it rests on. */
export function EventModal({ card, etag, onClose, onSaved }: EventModalProps) {
  const { t } = useTranslation();
  const { kinds } = useKinds();
  const possible =
    card.status === 'closed' ? ['reopened'] : ['renamed', 'kindChanged', 'reorganised', 'moved', 'joined', 'closed'];
  const [kind, setKind] = useState(possible[0]!);
  const form = useApiForm<EventValues>({
    initial: { kind: possible[0]!, basis: { kind: 'resolution' } },
    etag,
    save: (values, version) => apiPost(`${institutionPath(card.id)}/events`, values, { etag: version }),
    onSaved,
  });
  const names = kind === 'renamed' || kind === 'reorganised';
  return (
    <Modal open title={t('registry.event.add')} onCancel={onClose} footer={null} destroyOnHidden>
      <ApiForm state={form} onCancel={onClose}>
        <Form.Item name="kind" label={t('registry.event')} rules={[{ required: true }]}>
          <Select onChange={setKind} options={possible.map((value) => ({ value, label: t(`registry.event.${value}`) }))} />
        </Form.Item>
        <Form.Item name="date" label={t('registry.event.date')} required>
          <DateInput />
        </Form.Item>
        {names && (
          <>
            <Form.Item name={['name', 'kk']} label={t('registry.name-kk')} required={kind === 'renamed'}>
              <Input maxLength={400} />
            </Form.Item>
            <Form.Item name={['name', 'ru']} label={t('registry.name-ru')} required={kind === 'renamed'}>
              <Input maxLength={400} />
            </Form.Item>
          </>
        )}
        {(kind === 'kindChanged' || kind === 'reorganised') && (
          <Form.Item name="institutionKind" label={t('registry.kind')} required={kind === 'kindChanged'}>
            <Select
              showSearch
              optionFilterProp="label"
              options={kinds.map((k) => ({ value: k.code, label: localized(k.name) }))}
            />
          </Form.Item>
        )}
        {kind === 'moved' && (
          <Form.Item name="territoryCode" label={t('registry.territory')} required>
            <TerritorySelect />
          </Form.Item>
        )}
        {kind === 'joined' && (
          <Form.Item name="successorId" label={t('registry.successor')} required>
            <InstitutionSelect />
          </Form.Item>
        )}
        <Form.Item name={['basis', 'kind']} label={t('registry.basis')}>
          <Select options={basisKinds.map((value) => ({ value, label: t(`registry.basis.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['basis', 'number']} label={t('registry.basis.number')} required>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={['basis', 'date']} label={t('registry.basis.date')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="note" label={t('registry.note')}>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}
