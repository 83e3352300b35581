import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced, usePhone } from '../../lib/hooks';
import type { DataFilter } from './types';
import type { ListState } from './useListState';

interface ToolbarProps {
  state: ListState;
  search: string | false;
  filters: DataFilter[];
  /** Orders to choose from where there are no headings to click. */
  sorts: { value: string; label: string }[];
  children: ReactNode;
}

function SearchBox({ value, placeholder, onChange }: { value: string; placeholder: string; onChange: (q: string) => void }) {
  const [text, setText] = useState(value);
  const settled = useDebounced(text, 350);
  const sent = useRef(value);

  useEffect(() => {
    if (settled.trim() === sent.current) return;
    sent.current = settled.trim();
    onChange(sent.current);
  }, [settled, onChange]);

  useEffect(() => {
    // The address changed from outside: "back", or the filters were cleared.
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  return (
    <Input
      className="table-search"
      type="search"
      allowClear
      prefix={<SearchOutlined aria-hidden="true" />}
      aria-label={placeholder}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => {
        sent.current = text.trim();
        onChange(sent.current);
      }}
    />
  );
}

/** The chosen order as one of the offered; of a composed order its first part. */
function offered(sort: string, sorts: ToolbarProps['sorts']): string | undefined {
  const first = sort.split(',')[0];
  return sorts.find(({ value }) => value === first)?.value;
}

export function Toolbar({ state, search, filters, sorts, children }: ToolbarProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  const { query } = state;
  if (search === false && filters.length === 0 && sorts.length === 0 && !children) return null;

  // On a phone a row of choices would push the list off the screen: they wait behind a button.
  const folds = phone && filters.length > 0;
  const active = Object.keys(query.filters).length;
  return (
    <div className="table-toolbar">
      <div className="table-filters" role="search">
        {search !== false && <SearchBox value={query.q} placeholder={search} onChange={state.setSearch} />}
        {folds && (
          <Button icon={<FilterOutlined aria-hidden="true" />} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('table.filters')}
            {active > 0 && ` (${active})`}
          </Button>
        )}
        {(!folds || open) &&
          filters.map((filter) => (
            <Select
              key={filter.name}
              className="table-filter"
              aria-label={filter.label}
              placeholder={filter.label}
              allowClear
              popupMatchSelectWidth={false}
              showSearch={filter.options.length > 8 ? { optionFilterProp: 'label' } : false}
              options={filter.options}
              value={query.filters[filter.name]}
              onChange={(value?: string) => state.setFilter(filter.name, value ?? '')}
            />
          ))}
        {sorts.length > 0 && (!folds || open) && (
          <Select
            className="table-filter"
            aria-label={t('table.sort')}
            placeholder={t('table.sort')}
            options={sorts}
            value={offered(query.sort, sorts)}
            onChange={state.setSort}
          />
        )}
        {state.narrowed && (
          <Button type="link" onClick={state.reset}>
            {t('table.reset')}
          </Button>
        )}
      </div>
      {children && <div className="table-actions">{children}</div>}
    </div>
  );
}
