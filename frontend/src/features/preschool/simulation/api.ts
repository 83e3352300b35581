import { useQuery } from '@tanstack/react-query';
import { apiGet, apiRead } from '../../../api/client';
import { monthName } from '../../../lib/formats';
import type { LocalizedText } from '../../../lib/localized';

export const simulationsPath = '/api/v1/preschool/simulations';

export type GroupLanguage = 'kk' | 'ru' | 'mixed' | 'other';
export type Regime = 'bulletin' | 'direct' | 'voucher';
export type Dimension = 'all' | 'birthYear' | 'language' | 'territory';
export type Course = 'baseline' | 'scenario' | 'deferred';

export const languages: GroupLanguage[] = ['kk', 'ru', 'mixed', 'other'];
export const regimes: Regime[] = ['bulletin', 'direct', 'voucher'];
export const courses: Course[] = ['baseline', 'scenario', 'deferred'];

export interface NewPlaces {
  age: number;
  language: GroupLanguage;
  profile: string | null;
  places: number;
}

export interface NewKindergarten {
  territoryCode: string | null;
  /** `2027-09`. */
  from: string;
  places: NewPlaces[];
}

export interface Scenario {
  months: number;
  seed: number;
  inflowPercent: number;
  freedPercent: number;
  freedPerMonth: number | null;
  openings: NewKindergarten[];
  generalPerPriority: number | null;
  groupPlaces: number | null;
  regime: Regime | null;
}

export interface Tally {
  children: number;
  placed: number;
  waiting: number;
  left: number;
  median: number;
  p90: number;
  histogram: number[];
}

export interface SimulationGroup extends Record<Course, Tally> {
  dimension: Dimension;
  key: string;
  gained: number;
  lost: number;
}

export interface Totals {
  waitingByMonth: number[];
  placesOffered: number;
  placesUnused: number;
}

export interface SimulationResult extends Record<Course, Totals> {
  start: string;
  months: number;
  histogramFrom: number[];
  groups: SimulationGroup[];
}

export interface SimulationRow {
  id: string;
  version: number;
  territoryCode: string;
  name: string;
  jobId: string;
  createdAt: string;
  finishedAt: string | null;
  children: number | null;
  gained: number | null;
  lost: number | null;
}

export interface SimulationCard {
  id: string;
  territoryCode: string;
  name: string;
  jobId: string;
  createdAt: string;
  finishedAt: string | null;
  scenario: Scenario;
  result: SimulationResult | null;
  territories: Record<string, LocalizedText>;
}

export interface Basis {
  start: string;
  queues: Record<string, LocalizedText>;
  waiting: number;
  openPlaces: number;
  arrivedLastYear: number;
  freedLastYear: number;
  regime: Regime | null;
  generalPerPriority: number | null;
}

export const simulationKey = (id: string) => ['preschool', 'simulation', id] as const;

export function useSimulation(id: string) {
  return useQuery({
    queryKey: simulationKey(id),
    queryFn: ({ signal }) => apiRead<SimulationCard>(`${simulationsPath}/${id}`, {}, signal),
  });
}

export function useBasis(territory: string | null) {
  return useQuery({
    queryKey: ['preschool', 'simulation-basis', territory],
    queryFn: ({ signal }) => apiGet<Basis>(`${simulationsPath}/basis`, { territory }, signal),
    enabled: territory !== null,
  });
}

/** `2027-09` and so many months later, with their names. */
export function monthsFrom(start: string, count: number): { value: string; label: string }[] {
  const [year = 0, month = 1] = start.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = month - 1 + index;
    const [inYear, inMonth] = [year + Math.floor(at / 12), (at % 12) + 1];
    return { value: `${inYear}-${String(inMonth).padStart(2, '0')}`, label: `${monthName(inMonth)} ${inYear}` };
  });
}
