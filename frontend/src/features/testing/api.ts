import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
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

function useYearOfAddress() {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (year: number) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          next.set('year', String(year));
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
}

/** The year and territory of the address; else the newest year that has results, and the territory of the user. */
export function useNationalTest() {
  const { year, territory } = usePageContext();
  const choose = useYearOfAddress();
  const user = useUser();
  const code = territory ?? user?.scope.territoryCode ?? null;
  const first = useSummary(year ?? currentYear(), code);
  const shown = year ?? first.data?.years[0] ?? null;
  const summary = useSummary(shown, code);
  useEffect(() => {
    // The bar above shall name the year that is shown, and a copied address shall show the same.
    if (year === null && shown !== null) choose(shown);
  }, [year, shown, choose]);
  return {
    territory: code,
    year: shown,
    /** Years that have results, the newest first. */
    years: first.data?.years,
    summary,
    error: first.error ?? summary.error,
    retry: () => void (first.isError ? first.refetch() : summary.refetch()),
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
