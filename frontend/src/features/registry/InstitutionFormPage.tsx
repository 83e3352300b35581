import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiPost, apiPut, apiRead, type Versioned } from '../../api/client';
import { ApiForm } from '../../components/form/ApiForm';
import { DateInput } from '../../components/form/DateInput';
import { useApiForm } from '../../components/form/useApiForm';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useContextPath } from '../../lib/context';
import { localized } from '../../lib/localized';
import { institutionPath, institutionsPath, languageCodes, legalForms, ownerships, useKinds, type InstitutionCard } from './api';
import { TerritorySelect } from './RemoteSelect';

interface Values {
  bin: string | null;
  name: { kk: string; ru: string; en?: string | null };
  kind?: string;
  ownership: string;
  legalForm: string | null;
  languages: string[];
  territoryCode?: string;
  parentId: string | null;
  isBranch: boolean;
  openedOn: string | null;
}

const blank: Values = {
  bin: null,
  name: { kk: '', ru: '' },
  ownership: 'state',
  legalForm: null,
  languages: ['kk'],
  parentId: null,
  isBranch: false,
  openedOn: null,
};

const valuesOf = (card: InstitutionCard): Values => ({
  bin: card.bin,
  name: card.name,
  kind: card.kind,
  ownership: card.ownership,
  legalForm: card.legalForm,
  languages: card.languages,
  parentId: card.parentId,
  isBranch: card.isBranch,
  openedOn: card.openedOn,
});

export function InstitutionFormPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['registry', 'institution', id, 'form'],
    queryFn: ({ signal }) => apiRead<InstitutionCard>(institutionPath(id!), {}, signal),
    enabled: id !== undefined,
    gcTime: 0,
  });
  const title = id === undefined ? t('registry.register') : t('registry.edit');
  return (
    <Page title={title} narrow breadcrumbs={[{ label: t('registry.institutions'), to: '/registry/institutions' }]}>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {id !== undefined && !query.data && !query.error && <Skeleton active />}
      {id === undefined && <InstitutionForm read={null} />}
      {query.data && <InstitutionForm id={id} read={query.data} />}
    </Page>
  );
}

function InstitutionForm({ id, read }: { id?: string; read: Versioned<InstitutionCard> | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const queries = useQueryClient();
  const { kinds, nameOf } = useKinds();
  const state = useApiForm<Values, { id: string }>({
    initial: read ? valuesOf(read.data) : blank,
    etag: read?.etag ?? null,
    save: (values, etag) =>
      id === undefined
        ? apiPost<{ id: string }>(institutionsPath, values, { idempotencyKey: crypto.randomUUID() })
        : apiPut<{ id: string }>(institutionPath(id), values, { etag }),
    reload: async () => {
      const newer = await apiRead<InstitutionCard>(institutionPath(id!));
      return { data: valuesOf(newer.data), etag: newer.etag };
    },
    fields: [
      { name: 'name.kk', label: t('registry.name-kk') },
      { name: 'name.ru', label: t('registry.name-ru') },
      { name: 'name.en', label: t('registry.name-en') },
      { name: 'bin', label: t('registry.bin') },
      { name: 'kind', label: t('registry.kind'), render: (value) => nameOf(value as string) },
      { name: 'ownership', label: t('registry.ownership'), render: (value) => t(`registry.ownership.${value as string}`) },
      {
        name: 'legalForm',
        label: t('registry.legal-form'),
        render: (value) => (value ? t(`registry.legal-form.${value as string}`) : '—'),
      },
      {
        name: 'languages',
        label: t('registry.languages'),
        render: (value) => (value as string[]).map((code) => t(`registry.language.${code}`)).join(', '),
      },
      { name: 'openedOn', label: t('registry.opened') },
    ],
    onSaved: async (result) => {
      await queries.invalidateQueries({ queryKey: ['registry', 'institution', result.id] });
      await queries.invalidateQueries({ queryKey: [institutionsPath] });
      await navigate(contextPath(`/registry/institutions/${result.id}`));
    },
  });
  const back = () => void navigate(contextPath(id === undefined ? '/registry/institutions' : `/registry/institutions/${id}`));
  return (
    <section className="panel">
      <ApiForm state={state} onCancel={back}>
        <Form.Item name={['name', 'kk']} label={t('registry.name-kk')} required>
          <Input maxLength={400} autoFocus={id === undefined} />
        </Form.Item>
        <Form.Item name={['name', 'ru']} label={t('registry.name-ru')} required>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={t('registry.name-en')}>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item name="kind" label={t('registry.kind')} required>
          <Select showSearch optionFilterProp="label" options={kinds.map((k) => ({ value: k.code, label: localized(k.name) }))} />
        </Form.Item>
        {id === undefined && (
          <Form.Item name="territoryCode" label={t('registry.territory')} required>
            <TerritorySelect />
          </Form.Item>
        )}
        <Form.Item name="bin" label={t('registry.bin')} extra={t('registry.bin.extra')}>
          <Input maxLength={12} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="ownership" label={t('registry.ownership')}>
          <Select options={ownerships.map((value) => ({ value, label: t(`registry.ownership.${value}`) }))} />
        </Form.Item>
        <Form.Item name="legalForm" label={t('registry.legal-form')}>
          <Select allowClear options={legalForms.map((value) => ({ value, label: t(`registry.legal-form.${value}`) }))} />
        </Form.Item>
        <Form.Item name="languages" label={t('registry.languages')}>
          <Select mode="multiple" options={languageCodes.map((value) => ({ value, label: t(`registry.language.${value}`) }))} />
        </Form.Item>
        <Form.Item name="openedOn" label={t('registry.opened')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="parentId" hidden>
          <Input />
        </Form.Item>
        <Form.Item name="isBranch" hidden>
          <Input />
        </Form.Item>
      </ApiForm>
    </section>
  );
}
