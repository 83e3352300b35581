import { App, Button, Drawer, Form, InputNumber, Popconfirm, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { apiDelete, apiPut } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { problemText } from '../../../components/ProblemAlert';
import { usePhone } from '../../../lib/hooks';
import { localized } from '../../../lib/localized';
import { corrections, groupPath, type GroupRow } from './api';
import { GroupModal } from './GroupModal';

interface PlacesDrawerProps {
  row: GroupRow;
  onClose: () => void;
  onChanged: () => void;
}

/** What is done with a group from day to day: list, free places, 1 September; and its closing. */
export function PlacesDrawer({ row, onClose, onChanged }: PlacesDrawerProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { message } = App.useApp();
  const [editing, setEditing] = useState(false);
  const path = groupPath(row.id);
  const etag = `"${row.version}"`;
  const close = async () => {
    try {
      await apiDelete(path, { etag });
      onChanged();
    } catch (error) {
      void message.error(problemText(asProblem(error), t).title);
    }
  };
  return (
    <Drawer open title={`${row.name} · ${localized(row.institutionName)}`} size={phone ? '100%' : 440} onClose={onClose}>
      <Part
        title={t('preschool.groups.children-on-list')}
        path={`${path}/children`}
        etag={etag}
        initial={{ children: row.children, reason: 'recount' }}
        onSaved={onChanged}
      >
        <Form.Item name="children" label={t('preschool.network.children')} required>
          <InputNumber min={0} max={100} />
        </Form.Item>
        <Form.Item name="reason" label={t('preschool.groups.reason')} required>
          <Select options={corrections.map((value) => ({ value, label: t(`preschool.groups.reason.${value}`) }))} />
        </Form.Item>
      </Part>
      <Part
        title={t('preschool.groups.publish')}
        path={`${path}/free-places`}
        etag={etag}
        initial={{ count: row.open }}
        onSaved={onChanged}
      >
        <Form.Item name="count" label={t('preschool.groups.publish.count', { free: row.free })} required>
          <InputNumber min={0} max={100} />
        </Form.Item>
      </Part>
      <Part
        title={t('preschool.groups.staffing')}
        path={`${path}/staffing`}
        etag={etag}
        initial={{ planned: row.plannedChildren, confirmed: row.confirmedChildren, actual: row.actualChildren }}
        onSaved={onChanged}
      >
        {(['planned', 'confirmed', 'actual'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`preschool.groups.${name}`)}>
            <InputNumber min={0} max={100} />
          </Form.Item>
        ))}
      </Part>
      <div className="form-actions">
        <Button onClick={() => setEditing(true)}>{t('preschool.groups.edit')}</Button>
        <Popconfirm
          title={t('preschool.groups.close.sure')}
          okText={t('action.yes')}
          cancelText={t('action.no')}
          onConfirm={() => void close()}
        >
          <Button danger disabled={row.children + row.held > 0}>
            {t('preschool.groups.close')}
          </Button>
        </Popconfirm>
      </div>
      {editing && <GroupModal institution={row.institutionId} row={row} onClose={() => setEditing(false)} onSaved={onChanged} />}
    </Drawer>
  );
}

interface PartProps<V> {
  title: string;
  path: string;
  etag: string;
  initial: V;
  onSaved: () => void;
  children: ReactNode;
}

function Part<V extends object>({ title, path, etag, initial, onSaved, children }: PartProps<V>) {
  const form = useApiForm<V>({ initial, etag, save: (values, version) => apiPut(path, values, { etag: version }), onSaved });
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ApiForm state={form}>{children}</ApiForm>
    </section>
  );
}
