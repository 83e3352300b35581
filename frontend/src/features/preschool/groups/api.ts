import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../../api/client';
import { localized, type LocalizedText } from '../../../lib/localized';

const base = '/api/v1/preschool';
export const groupsPath = `${base}/groups`;
export const freePlacesPath = `${base}/free-places`;
export const staffingPath = `${base}/staffing`;
export const groupPath = (id: string) => `${groupsPath}/${id}`;

export const languages = ['kk', 'ru', 'mixed', 'other'] as const;
export const corrections = ['initial', 'recount', 'arrived', 'departed'] as const;
export const profiles = [
  'general',
  'sanatorium',
  'tuberculosis',
  'severe-speech',
  'phonetic',
  'hearing',
  'blind',
  'low-vision',
  'musculoskeletal',
  'intellectual',
] as const;

export interface GroupRow {
  id: string;
  institutionId: string;
  institutionName: LocalizedText;
  academicYear: number;
  isCurrent: boolean;
  name: string;
  ageGroup: string | null;
  birthYear: number;
  language: string;
  profile: string;
  places: number;
  children: number;
  held: number;
  open: number;
  free: number;
  areaM2: number | null;
  plannedChildren: number | null;
  confirmedChildren: number | null;
  actualChildren: number | null;
  version: number;
}

export interface FreePlacesRow {
  groupId: string;
  institutionId: string;
  institutionName: LocalizedText;
  group: string;
  ageGroup: string | null;
  birthYear: number;
  language: string;
  profile: string;
  open: number;
}

export interface FreePlacesCell {
  ageGroup: string | null;
  birthYear: number;
  language: string;
  open: number;
}

export interface StaffingSum {
  groups: number;
  places: number;
  planned: number;
  confirmed: number;
  actual: number;
  reported: number;
}

export interface StaffingRow {
  institutionId: string;
  institutionName: LocalizedText;
  sum: StaffingSum;
}

interface AgeGroup {
  code: string;
  name: LocalizedText;
}

/** Age groups: a reference table, read once. */
export function useAgeGroups() {
  const query = useQuery({
    queryKey: ['preschool', 'age-groups'],
    queryFn: ({ signal }) => apiGet<AgeGroup[]>(`${base}/age-groups`, {}, signal),
    staleTime: Infinity,
  });
  const ages = query.data ?? [];
  return {
    options: ages.map((age) => ({ value: age.code, label: localized(age.name) })),
    nameOf: (code: string | null) =>
      code === null ? '—' : localized(ages.find((age) => age.code === code)?.name ?? { kk: code, ru: code }),
  };
}
