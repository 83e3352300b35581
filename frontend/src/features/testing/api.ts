import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { apiGet } from '../../api/client';
import { fetchList } from '../../api/lists';
import { useUser } from '../../api/session';
import { usePageContext } from '../../lib/context';
import { currentYear } from '../../lib/formats';
import { currentLanguage } from '../../lib/language';
import type { LocalizedText } from '../../lib/localized';

export interface Share {
  numerator: number;
  denominator: number;
  percent: number | null;
}

export interface Mean {
  value: number | null;
  total: number;
  participants: number;
}

export interface NationalSummary {
  year: number;
  territory: string;
  schools: number;
  graduates: number;
  participants: number;
  participation: Share | null;
  mean: Mean;
  meanFromSubjects: Mean | null;
  meanWithoutCreative: Mean | null;
  creativeSchools: number;
  schoolsBothYears: number;
  schoolsRisen: number;
  previousMean: number | null;
  oblastMean: number | null;
  republicMean: number | null;
  belowThreshold: number | null;
  threshold: number | null;
  maxScore: number | null;
  previousMaxScore: number | null;
  smallestGroup: number;
  years: number[];
}

export interface SchoolResult {
  institutionId: string;
  name: LocalizedText;
  rank: number | null;
  graduates: number | null;
  participants: number | null;
  participation: Share | null;
  mean: number | null;
  meanWithoutCreative: number | null;
  previousMean: number | null;
  change: number | null;
  printedParticipation: 'equal' | 'truncated' | 'wrong' | null;
  hidden: boolean;
  importId: string | null;
  importRow: number | null;
}

export interface SubjectResult {
  code: string;
  name: LocalizedText;
  block: 'compulsory' | 'profile';
  participants: number | null;
  mean: number | null;
  oblastMean: number | null;
  republicMean: number | null;
  maxScore: number | null;
  hidden: boolean;
  importId: string | null;
  importRow: number | null;
}

export type View = 'publication' | 'internal';

/** What the pages of one test show: a year of a territory. */
export interface TestScope {
  year: number;
  territory: string;
}

export const schoolsPath = '/api/v1/testing/national/schools';

/** More bars than this are a wall, not a chart: a smaller territory has to be chosen. */
export const mostSchools = 1000;
const pageSize = 200;

function useSummary(year: number | null, territory: string | null) {
  return useQuery({
    queryKey: ['testing', 'summary', currentLanguage(), territory, year],
    queryFn: ({ signal }) => apiGet<NationalSummary>('/api/v1/testing/national/summary', { year, territory }, signal),
    enabled: year !== null && territory !== null,
  });
}

/** Where to begin when neither the address nor the scope of the user names a territory: null when there are no results. */
function useHome(enabled: boolean) {
  return useQuery({
    queryKey: ['testing', 'territory'],
    queryFn: ({ signal }) => apiGet<{ territory: string | null }>('/api/v1/testing/national/territory', {}, signal),
    enabled,
  });
}

/** Writes what is shown into the address: the bar above names it, and a copied address shows the same. */
function useAddress(values: Record<string, string | null>) {
  const [search, setSearch] = useSearchParams();
  const missing = Object.entries(values).filter(([key, value]) => value !== null && !search.get(key));
  const text = missing.map((pair) => pair.join('=')).join('&');
  useEffect(() => {
    if (text === '') return;
    setSearch((current) => new URLSearchParams([...current, ...new URLSearchParams(text)]), { replace: true });
  }, [text, setSearch]);
}

/** The year and territory of the address; else the newest year that has results, and the territory of the user or of all results. */
export function useNationalTest() {
  const { year, territory } = usePageContext();
  const user = useUser();
  const own = territory ?? user?.scope.territoryCode ?? null;
  const home = useHome(user !== null && own === null);
  const code = own ?? home.data?.territory ?? null;
  const first = useSummary(year ?? currentYear(), code);
  const shown = year ?? first.data?.years[0] ?? null;
  const summary = useSummary(shown, code);
  useAddress({ year: shown === null ? null : String(shown), territory: own === null ? code : null });

  const failed = [home, first, summary].find((query) => query.isError);
  return {
    territory: code,
    year: shown,
    /** Years that have results, the newest first. */
    years: code === null && home.data ? [] : first.data?.years,
    summary,
    error: failed?.error,
    retry: () => void failed?.refetch(),
  };
}

/** All schools at once, for charts; null when there are too many to draw. */
export function useAllSchools({ year, territory }: TestScope, view: View) {
  return useQuery({
    queryKey: ['testing', 'all-schools', territory, year, view],
    queryFn: async ({ signal }) => {
      const schools: SchoolResult[] = [];
      for (let page = 1; ; page++) {
        const query = { page, pageSize, sort: '-mean', q: '', filters: {} };
        const { items, total } = await fetchList<SchoolResult>(schoolsPath, query, { year, territory, view }, signal);
        if (total > mostSchools) return null;
        schools.push(...items);
        if (schools.length >= total || items.length === 0) return schools;
      }
    },
    placeholderData: keepPreviousData,
  });
}

export function useSubjects({ year, territory }: TestScope) {
  return useQuery({
    queryKey: ['testing', 'subjects', territory, year],
    queryFn: ({ signal }) => apiGet<SubjectResult[]>('/api/v1/testing/national/subjects', { year, territory }, signal),
  });
}

/** The file that a row was read from. */
export function useImportSource(id: string | null) {
  return useQuery({
    queryKey: ['testing', 'import', currentLanguage(), id],
    queryFn: ({ signal }) =>
      apiGet<{ fileName: string; createdAt: string; ownerName: string }>(`/api/v1/imports/${id}`, {}, signal),
    enabled: id !== null,
    retry: false,
  });
}
