import { Form, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPut } from '../../../api/client';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import {
  kindergartenPath,
  languages,
  readCard,
  regimes,
  specialisations,
  subordinations,
  type KindergartenCard,
  type KindergartenProfile,
} from './api';

const numbers = [
  ['designCapacity', 'capacity', 1, 2000],
  ['areaM2', 'area', 1, 100000],
  ['ageFrom', 'age-from', 0, 7],
  ['ageTo', 'age-to', 0, 7],
  ['hoursPerDay', 'hours-per-day', 1, 24],
  ['pedagogues', 'pedagogues', 0, 2000],
  ['pedagoguesOfSpeciality', 'of-speciality', 0, 2000],
] as const;
const choices = [
  ['regime', 'regime', regimes],
  ['specialisation', 'specialisation', specialisations],
  ['subordination', 'subordination', subordinations],
] as const;
const unknown: KindergartenProfile = { languages: [], regime: 'full', specialisation: 'general', subordination: 'city' };

interface ProfileModalProps {
  card: KindergartenCard;
  onClose: () => void;
  onSaved: () => void;
}

export function ProfileModal({ card, onClose, onSaved }: ProfileModalProps) {
  const { t } = useTranslation();
  const form = useApiForm<KindergartenProfile>({
    initial: card.profile ?? unknown,
    // Version 0 stands for the profile that nobody has entered yet.
    etag: `"${card.version}"`,
    save: (values, etag) => apiPut(`${kindergartenPath(card.institutionId)}/profile`, values, { etag }),
    reload: async () => {
      const { data } = await readCard(card.institutionId);
      return { data: data.profile ?? unknown, etag: `"${data.version}"` };
    },
    fields: [
      ...numbers.map(([name, label]) => ({ name, label: t(`preschool.network.${label}`) })),
      ...choices.map(([name, label]) => ({ name, label: t(`preschool.network.${label}`) })),
    ],
    onSaved,
  });
  return (
    <Modal open title={t('preschool.network.profile')} onCancel={onClose} footer={null} destroyOnHidden>
      <ApiForm state={form} onCancel={onClose}>
        <Form.Item name="languages" label={t('preschool.network.languages')} required>
          <Select
            mode="multiple"
            options={languages.map((value) => ({ value, label: t(`preschool.network.language.${value}`) }))}
          />
        </Form.Item>
        {choices.map(([name, label, values]) => (
          <Form.Item key={name} name={name} label={t(`preschool.network.${label}`)} required>
            <Select options={values.map((value) => ({ value, label: t(`preschool.network.${label}.${value}`) }))} />
          </Form.Item>
        ))}
        {numbers.map(([name, label, min, max]) => (
          <Form.Item key={name} name={name} label={t(`preschool.network.${label}`)}>
            <InputNumber min={min} max={max} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </ApiForm>
    </Modal>
  );
}
