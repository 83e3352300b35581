import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { apiGet } from '../../../api/client';
import { useTerritories, useTerritoryName } from '../../../api/territories';
import { useDebounced } from '../../../lib/hooks';
import { localized, type LocalizedText } from '../../../lib/localized';

interface Choice<V> {
  id?: string;
  value?: V;
  onChange?: (value: V) => void;
}

export function TerritorySelect({ value, ...rest }: Choice<string>) {
  const [typed, setTyped] = useState('');
  const query = useTerritories(useDebounced(typed, 250), true);
  const name = useTerritoryName(value ?? null);
  const options = (query.data?.items ?? []).map((item) => ({ value: item.code, label: localized(item.name) }));
  if (value && name && !options.some((option) => option.value === value)) options.push({ value, label: name });
  return <Select {...rest} value={value} showSearch filterOption={false} onSearch={setTyped} options={options} />;
}

/** Kindergartens in the order of preference. */
export function KindergartenSelect({ value, names, ...rest }: Choice<string[]> & { names?: Record<string, LocalizedText> }) {
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<Record<string, string>>({});
  const q = useDebounced(typed, 250);
  const query = useQuery({
    queryKey: ['preschool', 'kindergartens', q],
    queryFn: ({ signal }) =>
      apiGet<{ items: { id: string; name: LocalizedText }[] }>(
        '/api/v1/registry/institutions',
        { q: q || undefined, group: 'preschool', status: 'active', sort: 'name', pageSize: 50 },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const found = (query.data?.items ?? []).map((row) => ({ value: row.id, label: localized(row.name) }));
  const chosen = (value ?? [])
    .filter((id) => !found.some((o) => o.value === id))
    .map((id) => ({ value: id, label: known[id] ?? (names?.[id] ? localized(names[id]) : id) }));
  return (
    <Select
      {...rest}
      mode="multiple"
      value={value}
      showSearch
      filterOption={false}
      onSearch={setTyped}
      onSelect={(id, option) => setKnown({ ...known, [String(id)]: String(option.label) })}
      options={[...found, ...chosen]}
    />
  );
}
