import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../lib/i18n';
import { localized, type LocalizedText } from '../lib/localized';
import { fetchList } from './lists';

export interface Territory {
  code: string;
  name: LocalizedText;
}

const path = '/api/v1/registry/territories';

/** Territories that fit what was typed, the first fifty. */
export function useTerritories(q: string, enabled: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['territories', language, q],
    queryFn: ({ signal }) => fetchList<Territory>(path, { page: 1, pageSize: 50, sort: '', q, filters: {} }, {}, signal),
    enabled,
  });
}

/** The name of a territory by its КАТО code; undefined until it is known. */
export function useTerritoryName(code: string | null): string | undefined {
  const { language } = useLanguage();
  const found = useQuery({
    queryKey: ['territories', language, 'code', code],
    queryFn: ({ signal }) =>
      fetchList<Territory>(path, { page: 1, pageSize: 20, sort: '', q: code ?? '', filters: {} }, {}, signal),
    enabled: code !== null,
  });
  const name = found.data?.items.find((item) => item.code === code)?.name;
  return name && localized(name, language);
}
