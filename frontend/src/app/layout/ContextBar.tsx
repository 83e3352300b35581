import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchList } from '../../api/lists';
import { useUser } from '../../api/session';
import { usePageContext } from '../../lib/context';
import { currentYear } from '../../lib/formats';
import { useDebounced } from '../../lib/hooks';
import { useLanguage } from '../../lib/i18n';

interface Territory {
  code: string;
  name: string;
}

const firstYear = 2014;

/** Year and territory of everything that is shown; they stand in the address and go along from page to page. */
export function ContextBar() {
  const { t } = useTranslation();
  const { year, territory, change } = usePageContext();
  const last = currentYear() + 1;
  const years = Array.from({ length: last - firstYear + 1 }, (_, i) => last - i);
  if (year !== null && !years.includes(year)) years.push(year);

  return (
    <div className="context" role="group" aria-label={t('context.label')}>
      <label>
        <span>{t('context.year')}</span>
        <Select
          allowClear
          aria-label={t('context.year')}
          placeholder={t('context.year.all')}
          value={year}
          options={years.map((value) => ({ value, label: String(value) }))}
          onChange={(value?: number) => change({ year: value ?? null })}
        />
      </label>
      <label>
        <span>{t('context.territory')}</span>
        <TerritorySelect value={territory} onChange={(code) => change({ territory: code })} />
      </label>
    </div>
  );
}

function TerritorySelect({ value, onChange }: { value: string | null; onChange: (code: string | null) => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const user = useUser();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const q = useDebounced(text, 300);

  const found = useQuery({
    queryKey: ['territories', language, q],
    queryFn: ({ signal }) =>
      fetchList<Territory>('/api/v1/registry/territories', { page: 1, pageSize: 50, sort: '', q, filters: {} }, {}, signal),
    enabled: open,
  });
  const chosen = useQuery({
    queryKey: ['territories', language, 'code', value],
    queryFn: ({ signal }) =>
      fetchList<Territory>(
        '/api/v1/registry/territories',
        { page: 1, pageSize: 20, sort: '', q: value ?? '', filters: {} },
        {},
        signal,
      ),
    enabled: value !== null,
  });

  const options = (found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  if (value !== null && !options.some((option) => option.value === value)) {
    const name = chosen.data?.items.find((item) => item.code === value)?.name;
    options.unshift({ value, label: name ?? value });
  }

  return (
    <Select
      allowClear
      className="context-territory"
      aria-label={t('context.territory')}
      placeholder={user?.scope.territoryName ?? t('context.territory.all')}
      value={value}
      options={options}
      loading={found.isFetching}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={found.isFetching ? t('app.loading') : t('table.nothing-found')}
      onOpenChange={setOpen}
      onChange={(code?: string) => onChange(code ?? null)}
    />
  );
}
