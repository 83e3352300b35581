import { useQueryClient } from '@tanstack/react-query';
import { Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPost, apiPut } from '../../../api/client';
import { ApiForm } from '../../../components/form/ApiForm';
import { DateInput } from '../../../components/form/DateInput';
import { useApiForm } from '../../../components/form/useApiForm';
import { localized } from '../../../lib/localized';
import { queuePath, type BenefitRow } from './api';

interface Values {
  code?: string;
  validFrom?: string | null;
  validTo?: string | null;
  terms: {
    name: { kk?: string; ru?: string; en?: string | null };
    rank?: number | null;
    evidenceMonths?: number | null;
    channel: string;
    legalAct?: string;
  };
}

const channels = ['manual', 'register'] as const;

/** A new benefit (or new terms of a known one from a day on), or the correction of a row. */
export function BenefitDrawer({ row, onClose }: { row: BenefitRow | null; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const path = `${queuePath}/benefits`;
  const state = useApiForm<Values>({
    initial: row
      ? {
          validTo: row.validTo,
          terms: {
            name: row.name,
            rank: row.rank,
            evidenceMonths: row.evidenceMonths,
            channel: row.channel,
            legalAct: row.legalAct,
          },
        }
      : { terms: { name: {}, channel: 'manual' } },
    etag: row ? `"${row.version}"` : null,
    save: (values, etag) =>
      row
        ? apiPut(`${path}/${row.id}`, { terms: values.terms, validTo: values.validTo }, { etag })
        : apiPost(path, values, { idempotencyKey: true }),
    onSaved: () => {
      onClose();
      void client.invalidateQueries({ queryKey: ['preschool', 'benefits'] });
    },
  });
  return (
    <Drawer open size="min(560px, 100vw)" title={row ? localized(row.name) : t('preschool.queue.benefits.new')} onClose={onClose}>
      <ApiForm state={state} onCancel={onClose}>
        {row === null && (
          <>
            <Form.Item name="code" label={t('preschool.queue.benefits.code')} extra={t('preschool.queue.benefits.code.text')}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name="validFrom" label={t('preschool.queue.benefits.from')}>
              <DateInput />
            </Form.Item>
          </>
        )}
        {(['kk', 'ru', 'en'] as const).map((language) => (
          <Form.Item key={language} name={['terms', 'name', language]} label={`${t('preschool.queue.benefit')} (${language})`}>
            <Input maxLength={400} />
          </Form.Item>
        ))}
        <Form.Item name={['terms', 'rank']} label={t('preschool.queue.rank')} extra={t('preschool.queue.rank.text')}>
          <InputNumber min={0} max={19} precision={0} />
        </Form.Item>
        <Form.Item name={['terms', 'evidenceMonths']} label={t('preschool.queue.evidence.months')}>
          <InputNumber min={1} max={240} precision={0} />
        </Form.Item>
        <Form.Item name={['terms', 'channel']} label={t('preschool.queue.evidence.channel')}>
          <Select options={channels.map((value) => ({ value, label: t(`preschool.queue.channel.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['terms', 'legalAct']} label={t('preschool.queue.act')}>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
        {row && (
          <Form.Item name="validTo" label={t('preschool.queue.benefits.to')}>
            <DateInput />
          </Form.Item>
        )}
      </ApiForm>
    </Drawer>
  );
}
