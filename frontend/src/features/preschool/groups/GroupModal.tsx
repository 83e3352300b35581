import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPost, apiPut, apiRead } from '../../../api/client';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { groupPath, groupsPath, languages, profiles, type GroupRow } from './api';

interface GroupBody {
  name: string;
  birthYear?: number;
  language: string;
  profile: string;
  places?: number;
  areaM2?: number | null;
}

interface GroupModalProps {
  institution: string;
  row: GroupRow | null;
  onClose: () => void;
  onSaved: () => void;
}

/** The academic year that runs, or that begins within two months: groups are opened in summer. */
function presentYear(): number {
  const today = new Date();
  return today.getMonth() >= 6 ? today.getFullYear() : today.getFullYear() - 1;
}

const names = ['name', 'birthYear', 'language', 'profile', 'places', 'areaM2'] as const;
const bodyOf = (row: GroupRow): GroupBody => ({
  name: row.name,
  birthYear: row.birthYear,
  language: row.language,
  profile: row.profile,
  places: row.places,
  areaM2: row.areaM2,
});

export function GroupModal({ institution, row, onClose, onSaved }: GroupModalProps) {
  const { t } = useTranslation();
  const form = useApiForm<{ academicYear?: number; group: GroupBody }>({
    initial: {
      academicYear: row?.academicYear ?? presentYear(),
      group: row ? bodyOf(row) : { name: '', language: 'kk', profile: 'general' },
    },
    etag: row ? `"${row.version}"` : null,
    save: (values, etag) =>
      row ? apiPut(groupPath(row.id), values.group, { etag }) : apiPost(groupsPath, { institutionId: institution, ...values }),
    reload: async () => {
      const { data, etag } = await apiRead<GroupRow>(groupPath(row!.id));
      return { data: { academicYear: data.academicYear, group: bodyOf(data) }, etag };
    },
    fields: names.map((name) => ({ name: `group.${name}`, label: t(`preschool.groups.field.${name}`) })),
    onSaved,
  });
  const label = (name: (typeof names)[number]) => t(`preschool.groups.field.${name}`);
  return (
    <Modal open title={row ? row.name : t('preschool.groups.add')} onCancel={onClose} footer={null} destroyOnHidden>
      <ApiForm state={form} onCancel={onClose}>
        <Form.Item name="academicYear" label={t('preschool.groups.academic-year')} required>
          <InputNumber min={2010} max={2100} disabled={row !== null} />
        </Form.Item>
        <Form.Item name={['group', 'name']} label={label('name')} required>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={['group', 'birthYear']} label={label('birthYear')} required>
          <InputNumber min={2000} max={2100} />
        </Form.Item>
        <Form.Item name={['group', 'language']} label={label('language')} required>
          <Select options={languages.map((value) => ({ value, label: t(`preschool.network.language.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['group', 'profile']} label={label('profile')}>
          <Select options={profiles.map((value) => ({ value, label: t(`preschool.groups.profile.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['group', 'places']} label={label('places')} required>
          <InputNumber min={1} max={100} />
        </Form.Item>
        <Form.Item name={['group', 'areaM2']} label={label('areaM2')}>
          <InputNumber min={1} max={1000} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}
