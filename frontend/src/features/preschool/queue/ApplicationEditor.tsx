import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPut } from '../../../api/client';
import { DateInput } from '../../../components/form/DateInput';
import { ApiForm } from '../../../components/form/ApiForm';
import { useApiForm } from '../../../components/form/useApiForm';
import { applicationsPath, languages, profiles, type Card } from './api';
import { KindergartenSelect, TerritorySelect } from './Selects';

interface EditorProps {
  card: Card;
  etag: string | null;
  onClose: () => void;
}

/** Corrects an application: the line it stands in and its wishes, or whose it is. */
export function ApplicationEditor({ card, etag }: Omit<EditorProps, 'onClose'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'line' | 'person' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('line')}>{t('preschool.queue.change-line')}</Button>
      <Button onClick={() => setOpen('person')}>{t('preschool.queue.change-person')}</Button>
      {open && (
        <Drawer open size="min(560px, 100vw)" title={t(`preschool.queue.change-${open}`)} onClose={close}>
          {open === 'line' ? (
            <LineForm {...{ card, etag }} onClose={close} />
          ) : (
            <PersonForm {...{ card, etag }} onClose={close} />
          )}
        </Drawer>
      )}
    </>
  );
}

function useSaved(card: Card, onClose: () => void) {
  const client = useQueryClient();
  return () => {
    onClose();
    void client.invalidateQueries({ queryKey: ['preschool', 'application', card.id] });
    void client.invalidateQueries({ queryKey: [applicationsPath] });
  };
}

function LineForm({ card, etag, onClose }: EditorProps) {
  const { t } = useTranslation();
  const state = useApiForm({
    initial: {
      bornOn: card.bornOn,
      territoryCode: card.territoryCode,
      language: card.language,
      profile: card.profile,
      wishes: card.wishes.map((wish) => wish.institutionId),
    },
    etag,
    save: (values, version) => apiPut(`${applicationsPath}/${card.id}`, values, { etag: version }),
    onSaved: useSaved(card, onClose),
  });
  return (
    <ApiForm state={state} onCancel={onClose}>
      <p>{t('preschool.queue.change-line.text')}</p>
      <Form.Item name="bornOn" label={t('preschool.queue.born')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="language" label={t('preschool.queue.language')}>
        <Radio.Group options={languages.map((value) => ({ value, label: t(`preschool.queue.language.${value}`) }))} />
      </Form.Item>
      <Form.Item name="territoryCode" label={t('preschool.queue.territory')}>
        <TerritorySelect />
      </Form.Item>
      <Form.Item name="profile" label={t('preschool.queue.profile')}>
        <Select options={profiles.map((value) => ({ value, label: t(`preschool.queue.profile.${value}`) }))} />
      </Form.Item>
      <Form.Item name="wishes" label={t('preschool.queue.wishes')} extra={t('preschool.queue.wishes.hint')}>
        <KindergartenSelect names={Object.fromEntries(card.wishes.map((wish) => [wish.institutionId, wish.name]))} />
      </Form.Item>
    </ApiForm>
  );
}

function PersonForm({ card, etag, onClose }: EditorProps) {
  const { t } = useTranslation();
  const { iin, birthDocument, childName, applicantName, applicantPhone } = card;
  const state = useApiForm({
    initial: { iin, birthDocument, childName, applicantName, applicantPhone },
    etag,
    save: (values, version) =>
      apiPut(
        `${applicationsPath}/${card.id}/person`,
        { ...values, iin: values.iin?.trim() ? values.iin : null },
        { etag: version },
      ),
    onSaved: useSaved(card, onClose),
  });
  const fields = [
    ['iin', 'iin', 12],
    ['birthDocument', 'document', 40],
    ['childName', 'child', 200],
    ['applicantName', 'applicant', 200],
    ['applicantPhone', 'phone', 40],
  ] as const;
  return (
    <ApiForm state={state} onCancel={onClose}>
      {fields.map(([name, label, maxLength]) => (
        <Form.Item key={name} name={name} label={t(`preschool.queue.${label}`)}>
          <Input maxLength={maxLength} autoComplete="off" inputMode={name === 'iin' ? 'numeric' : undefined} />
        </Form.Item>
      ))}
    </ApiForm>
  );
}
