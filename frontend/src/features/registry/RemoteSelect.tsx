import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { apiGet } from '../../api/client';
import { useDebounced } from '../../lib/hooks';
import { localized, type LocalizedText } from '../../lib/localized';
import { institutionsPath } from './api';

interface ChoiceProps {
  value?: string;
  onChange?: (value: string) => void;
  id?: string;
}

interface RemoteSelectProps<T> extends ChoiceProps {
  path: string;
  sort: string;
  optionOf: (row: T) => { value: string; label: string };
}

/** A choice out of a list of the API that may be long: the server searches. */
function RemoteSelect<T>({ path, sort, optionOf, ...rest }: RemoteSelectProps<T>) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed, 250);
  const query = useQuery({
    queryKey: ['registry', 'choice', path, sort, q],
    queryFn: ({ signal }) => apiGet<{ items: T[] }>(path, { q: q || undefined, sort, pageSize: 50 }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      {...rest}
      showSearch
      filterOption={false}
      onSearch={setTyped}
      loading={query.isFetching}
      options={(query.data?.items ?? []).map(optionOf)}
    />
  );
}

interface Named {
  name: LocalizedText;
}

export function TerritorySelect(props: ChoiceProps) {
  return (
    <RemoteSelect<Named & { code: string }>
      {...props}
      path="/api/v1/registry/territories"
      sort="code"
      optionOf={(row) => ({ value: row.code, label: `${localized(row.name)} (${row.code})` })}
    />
  );
}

export function InstitutionSelect(props: ChoiceProps) {
  return (
    <RemoteSelect<Named & { id: string }>
      {...props}
      path={institutionsPath}
      sort="name"
      optionOf={(row) => ({ value: row.id, label: localized(row.name) })}
    />
  );
}
