import { Button, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldPath, sameValue, valueAt, withValueAt } from './paths';

export interface ConflictField {
  /** Name in the form, `name.kk` for nested ones. */
  name: string;
  label: string;
  /** How the value is shown; by default as text. */
  render?: (value: unknown) => ReactNode;
}

export interface ConflictModalProps<V extends object> {
  open: boolean;
  fields: ConflictField[];
  /** What was read before the changes: tells which side changed a field. */
  base?: V;
  mine: V;
  theirs: V;
  saving?: boolean;
  /** The values to save over the newer version. */
  onResolve: (values: V) => void;
  /** Gives the own changes up. */
  onTakeTheirs: () => void;
  onCancel: () => void;
}

type Side = 'mine' | 'theirs';

function plain(value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** 412: somebody saved first. Shows the differing fields side by side and lets choose, field by field. */
export function ConflictModal<V extends object>(props: ConflictModalProps<V>) {
  const { open, fields, base, mine, theirs, saving, onResolve, onTakeTheirs, onCancel } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const differing = fields.filter(({ name }) => !sameValue(valueAt(mine, fieldPath(name)), valueAt(theirs, fieldPath(name))));

  // What only the other one changed is his; everything else that differs was typed here.
  const side = (name: string): Side => {
    const untouched = base !== undefined && sameValue(valueAt(base, fieldPath(name)), valueAt(mine, fieldPath(name)));
    return chosen[name] ?? (untouched ? 'theirs' : 'mine');
  };

  const resolve = () =>
    onResolve(
      differing.reduce(
        (values, { name }) =>
          side(name) === 'theirs' ? withValueAt(values, fieldPath(name), valueAt(theirs, fieldPath(name))) : values,
        mine,
      ),
    );

  return (
    <Modal
      open={open}
      title={t('conflict.title')}
      width={760}
      onCancel={onCancel}
      footer={
        <div className="conflict-foot">
          <Button onClick={onCancel}>{t('action.cancel')}</Button>
          <Button onClick={onTakeTheirs}>{t('conflict.take-theirs')}</Button>
          <Button type="primary" loading={saving} onClick={resolve}>
            {t('conflict.save-chosen')}
          </Button>
        </div>
      }
    >
      <p>{differing.length > 0 ? t('conflict.text') : t('conflict.same')}</p>
      <ul className="conflict">
        {differing.map(({ name, label, render = plain }) => (
          <li key={name}>
            <strong id={`conflict-${name}`}>{label}</strong>
            <Radio.Group
              aria-labelledby={`conflict-${name}`}
              value={side(name)}
              onChange={(event) => setChosen({ ...chosen, [name]: event.target.value as Side })}
            >
              <Radio value="mine">
                <small>{t('conflict.mine')}</small>
                <span>{render(valueAt(mine, fieldPath(name)))}</span>
              </Radio>
              <Radio value="theirs">
                <small>{t('conflict.theirs')}</small>
                <span>{render(valueAt(theirs, fieldPath(name)))}</span>
              </Radio>
            </Radio.Group>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
