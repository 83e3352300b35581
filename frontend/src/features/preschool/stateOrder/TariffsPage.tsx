import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiPost, apiPut } from '../../../api/client';
import { useCan } from '../../../api/session';
import { useTerritories } from '../../../api/territories';
import { ApiForm } from '../../../components/form/ApiForm';
import { DateInput } from '../../../components/form/DateInput';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { DataTable } from '../../../components/table/DataTable';
import { formatDate, formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { etagOf, hours, places, tariffsPath, writeOrder, type Tariff } from './api';

const ages = ['nursery', 'preschool'] as const;

/** Territories found by name or code. */
function TerritorySelect(props: { id?: string; value?: string; onChange?: (value: string) => void }) {
  const [q, setQ] = useState('');
  const query = useTerritories(q, true);
  return (
    <Select
      {...props}
      showSearch
      filterOption={false}
      onSearch={setQ}
      options={(query.data?.items ?? []).map((one) => ({ value: one.code, label: `${localized(one.name)} (${one.code})` }))}
    />
  );
}

function TariffModal({ tariff, onClose }: { tariff: Tariff | null; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const state = useApiForm<Partial<Tariff>>({
    initial: tariff ?? {},
    etag: tariff ? etagOf(tariff) : null,
    save: (values, etag) =>
      tariff ? apiPut(`${tariffsPath}/${tariff.id}`, values, { etag }) : apiPost(tariffsPath, values, { idempotencyKey: true }),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: [tariffsPath] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={tariff ? t('preschool.tariff.edit') : t('preschool.tariff.add')}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
    >
      <ApiForm state={state} onCancel={onClose}>
        {!tariff && (
          <>
            <Form.Item name="territoryCode" label={t('preschool.tariff.territory')} required>
              <TerritorySelect />
            </Form.Item>
            <Form.Item name="place" label={t('preschool.order.place')} extra={t('preschool.tariff.any-hint')}>
              <Select allowClear options={places.map((value) => ({ value, label: t(`preschool.order.place.${value}`) }))} />
            </Form.Item>
            <Form.Item name="hours" label={t('preschool.order.hours')}>
              <Select allowClear options={hours.map((value) => ({ value, label: t(`preschool.order.hours.${value}`) }))} />
            </Form.Item>
            <Form.Item name="age" label={t('preschool.tariff.age')}>
              <Select allowClear options={ages.map((value) => ({ value, label: t(`preschool.tariff.age.${value}`) }))} />
            </Form.Item>
          </>
        )}
        <Form.Item name="monthly" label={t('preschool.tariff.monthly')} required>
          <InputNumber min={1} precision={2} />
        </Form.Item>
        <Form.Item name="parentFee" label={t('preschool.tariff.parent-fee')}>
          <InputNumber min={0} precision={2} />
        </Form.Item>
        <Form.Item name="validFrom" label={t('preschool.tariff.from')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="validTo" label={t('preschool.tariff.to')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="legalAct" label={t('preschool.tariff.act')} required>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}

export function TariffsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [open, setOpen] = useState<Tariff | 'new' | null>(null);
  const conditions = (row: Tariff) =>
    [
      row.place && t(`preschool.order.place.${row.place}`),
      row.hours && t(`preschool.order.hours.${row.hours}`),
      row.age && t(`preschool.tariff.age.${row.age}`),
    ]
      .filter(Boolean)
      .join(', ') || t('preschool.tariff.any');
  return (
    <Page
      title={t('preschool.tariff.title')}
      subtitle={t('preschool.tariff.subtitle')}
      breadcrumbs={[{ label: t('preschool.order.title'), to: '/preschool/state-order' }]}
    >
      <DataTable<Tariff>
        caption={t('preschool.tariff.title')}
        source={tariffsPath}
        queryKey={[tariffsPath]}
        columns={[
          {
            key: 'validFrom',
            title: t('preschool.tariff.period'),
            sortable: true,
            card: 'title',
            render: (row) => `${formatDate(row.validFrom)} – ${row.validTo ? formatDate(row.validTo) : '…'}`,
          },
          { key: 'monthly', title: t('preschool.tariff.monthly'), sortable: true, numeric: true },
          {
            key: 'parentFee',
            title: t('preschool.tariff.parent-fee'),
            numeric: true,
            render: (row) => (row.parentFee === null ? '—' : formatNumber(row.parentFee)),
          },
          { key: 'conditions', title: t('preschool.tariff.conditions'), render: conditions },
          { key: 'territory', title: t('preschool.tariff.territory'), sortable: true, render: (row) => row.territoryCode },
          { key: 'legalAct', title: t('preschool.tariff.act') },
        ]}
        rowKey={(row) => row.id}
        onOpen={can(writeOrder) ? setOpen : undefined}
        defaultSort="-validFrom"
        search={false}
        empty={{ title: t('preschool.tariff.empty'), text: t('preschool.tariff.empty.text') }}
        toolbar={
          can(writeOrder) && (
            <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setOpen('new')}>
              {t('preschool.tariff.add')}
            </Button>
          )
        }
      />
      {open !== null && <TariffModal tariff={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
