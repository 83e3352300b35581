import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../api/session';
import { useTerritories, useTerritoryName } from '../../api/territories';
import { usePageContext } from '../../lib/context';
import { currentYear } from '../../lib/formats';
import { useDebounced } from '../../lib/hooks';
import { localized } from '../../lib/localized';

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
  const user = useUser();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const q = useDebounced(text, 300);

  const found = useTerritories(q, open);
  const chosen = useTerritoryName(value);

  const options = (found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: localized(name) }));
  if (value !== null && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: chosen ?? value });
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
