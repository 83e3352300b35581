import { useQuery } from '@tanstack/react-query';
import { Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchList } from '../../api/lists';
import { useUser } from '../../api/session';
import { useDebounced } from '../../lib/hooks';
import { useLanguage } from '../../lib/i18n';
import { localized, type LocalizedText } from '../../lib/localized';
import type { Scope } from './api';

interface Found {
  id?: string;
  code?: string;
  name: LocalizedText | string;
}

interface Choice {
  value: string;
  label: string;
}

const nameOf = (name: LocalizedText | string) => (typeof name === 'string' ? name : localized(name));

/** What fits the text typed into a box, the first fifty. */
function useFound(list: 'territories' | 'institutions', text: string, open: boolean) {
  const { language } = useLanguage();
  const q = useDebounced(text, 300);
  const found = useQuery({
    queryKey: ['access', 'scope', list, language, q],
    queryFn: ({ signal }) =>
      fetchList<Found>(`/api/v1/registry/${list}`, { page: 1, pageSize: 50, sort: '', q, filters: {} }, {}, signal),
    enabled: open,
  });
  const options = (found.data?.items ?? []).map((item): Choice => ({
    value: item.id ?? item.code ?? '',
    label: nameOf(item.name),
  }));
  return { options, loading: found.isFetching };
}

interface PickerProps {
  list: 'territories' | 'institutions';
  /** Names of what is chosen already. */
  known: Choice[];
  multiple?: boolean;
  id?: string;
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
  disabled?: boolean;
}

function Picker({ list, known, multiple, value, onChange, ...rest }: PickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState<Choice[]>(known);
  const { options, loading } = useFound(list, text, open);
  const chosen = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
  const missing = chosen
    .filter((one) => !options.some((option) => option.value === one))
    .map((one) => seen.find((choice) => choice.value === one) ?? { value: one, label: one });

  return (
    <Select
      {...rest}
      allowClear
      mode={multiple ? 'multiple' : undefined}
      value={value ?? undefined}
      options={[...missing, ...options]}
      loading={loading}
      placeholder={t('access.scope.search')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={loading ? t('app.loading') : t('table.nothing-found')}
      onOpenChange={setOpen}
      onChange={(next?: string | string[]) => {
        setSeen([...seen, ...options]);
        setText('');
        onChange?.(next ?? null);
      }}
    />
  );
}

/** What an account sees: everything, or a territory with all below it, or institutions one by one, or both. */
export function ScopeFields({ scope, disabled }: { scope: Scope | null; disabled?: boolean }) {
  const { t } = useTranslation();
  const user = useUser();
  const everything = Form.useWatch(['scope', 'everything']) as boolean | undefined;
  const mayGiveEverything = user?.scope.everything === true;

  return (
    <fieldset className="access-fieldset">
      <legend>{t('access.scope.title')}</legend>
      <Form.Item name={['scope', 'everything']}>
        <Radio.Group
          aria-label={t('access.scope.title')}
          disabled={disabled}
          options={[
            { value: true, label: t('access.scope.everything'), disabled: !mayGiveEverything },
            { value: false, label: t('access.scope.limited') },
          ]}
        />
      </Form.Item>
      {everything !== true && (
        <>
          <Form.Item
            name={['scope', 'territoryCode']}
            label={t('access.scope.territory.label')}
            extra={t('access.scope.territory.text')}
          >
            <Picker
              list="territories"
              disabled={disabled}
              known={
                scope?.territoryCode ? [{ value: scope.territoryCode, label: scope.territoryName ?? scope.territoryCode }] : []
              }
            />
          </Form.Item>
          <Form.Item
            name={['scope', 'institutionIds']}
            label={t('access.scope.institutions.label')}
            extra={t('access.scope.institutions.text')}
          >
            <Picker
              list="institutions"
              multiple
              disabled={disabled}
              known={(scope?.institutions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        </>
      )}
    </fieldset>
  );
}
