import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiGet, apiPost, apiPut, apiRead, type Versioned } from '../../../api/client';
import { ApiForm } from '../../../components/form/ApiForm';
import { DateInput } from '../../../components/form/DateInput';
import { useApiForm } from '../../../components/form/useApiForm';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useContextPath } from '../../../lib/context';
import { useDebounced } from '../../../lib/hooks';
import { localized, type LocalizedText } from '../../../lib/localized';
import { contractsPath, hours, places, useContract, type OrderContract } from './api';

type Values = Partial<OrderContract>;

/** The server searches: a city has hundreds of kindergartens. */
function KindergartenSelect(props: { id?: string; value?: string; onChange?: (value: string) => void }) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed, 250);
  const query = useQuery({
    queryKey: ['preschool', 'kindergarten-choice', q],
    queryFn: ({ signal }) =>
      apiGet<{ items: { id: string; name: LocalizedText }[] }>(
        '/api/v1/registry/institutions',
        { q, sort: 'name', pageSize: 50, group: 'preschool' },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      {...props}
      showSearch
      filterOption={false}
      onSearch={setTyped}
      loading={query.isFetching}
      options={(query.data?.items ?? []).map((row) => ({ value: row.id, label: localized(row.name) }))}
    />
  );
}

function OrderForm({ read }: { read: Versioned<OrderContract> | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const client = useQueryClient();
  const id = read?.data.id;
  const back = id === undefined ? '/preschool/state-order' : `/preschool/state-order/${id}`;
  const state = useApiForm<Values, OrderContract>({
    initial: read?.data ?? { place: 'urban', hours: 'fullDay', kindergartens: 1, profile: 'general' },
    etag: read?.etag ?? null,
    save: (values, etag) =>
      id === undefined
        ? apiPost<OrderContract>(contractsPath, values, { idempotencyKey: true })
        : apiPut<OrderContract>(`${contractsPath}/${id}`, values, { etag }),
    reload: id === undefined ? undefined : () => apiRead<Values>(`${contractsPath}/${id}`),
    fields: [
      { name: 'number', label: t('preschool.order.number') },
      { name: 'startsOn', label: t('preschool.order.starts') },
      { name: 'endsOn', label: t('preschool.order.ends') },
      { name: 'places', label: t('preschool.order.places') },
    ],
    onSaved: (saved) => {
      void client.invalidateQueries({ queryKey: ['preschool'] });
      void navigate(contextPath(`/preschool/state-order/${saved.id}`));
    },
  });
  return (
    <section className="panel">
      <ApiForm state={state} onCancel={() => void navigate(contextPath(back))}>
        {id === undefined && (
          <Form.Item name="institutionId" label={t('preschool.order.kindergarten')} required>
            <KindergartenSelect />
          </Form.Item>
        )}
        <Form.Item name="number" label={t('preschool.order.number')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="signedOn" label={t('preschool.order.signed')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="competition" label={t('preschool.order.competition')}>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item name="lot" label={t('preschool.order.lot')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="startsOn" label={t('preschool.order.starts')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="endsOn" label={t('preschool.order.ends')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="places" label={t('preschool.order.places')} extra={t('preschool.order.places.hint')}>
          <InputNumber min={1} max={5000} precision={0} />
        </Form.Item>
        <Form.Item
          name="kindergartens"
          label={t('preschool.order.kindergartens')}
          extra={t('preschool.order.kindergartens.hint')}
        >
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
        <Form.Item name="place" label={t('preschool.order.place')}>
          <Select options={places.map((value) => ({ value, label: t(`preschool.order.place.${value}`) }))} />
        </Form.Item>
        <Form.Item name="hours" label={t('preschool.order.hours')}>
          <Select options={hours.map((value) => ({ value, label: t(`preschool.order.hours.${value}`) }))} />
        </Form.Item>
      </ApiForm>
    </section>
  );
}

export function OrderFormPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const query = useContract(id);
  return (
    <Page
      title={id === undefined ? t('preschool.order.add') : t('preschool.order.edit')}
      breadcrumbs={[{ label: t('preschool.order.title'), to: '/preschool/state-order' }]}
      narrow
    >
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {id !== undefined && query.isPending && <Skeleton active />}
      {(id === undefined || query.data) && <OrderForm read={query.data ?? null} />}
    </Page>
  );
}
