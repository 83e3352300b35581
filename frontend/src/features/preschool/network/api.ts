import type { Versioned } from '../../../api/client';
import { apiRead } from '../../../api/client';
import type { LocalizedText } from '../../../lib/localized';

const base = '/api/v1/preschool';
export const kindergartensPath = `${base}/kindergartens`;
export const kindergartenTotalsPath = `${base}/kindergarten-totals`;
export const changesPath = `${base}/network-changes`;
export const changeTotalsPath = `${base}/network-change-totals`;
export const kindergartenPath = (id: string) => `${kindergartensPath}/${id}`;

export const kinds = ['kindergarten', 'nursery-kindergarten', 'mini-centre', 'school-kindergarten'] as const;
export const ownerships = ['state', 'private'] as const;
export const languages = ['kk', 'ru', 'mixed', 'other'] as const;
export const regimes = ['full', 'half', 'roundTheClock'] as const;
export const specialisations = ['general', 'homeBased', 'sanatorium', 'correctional'] as const;
export const subordinations = ['city', 'oblast'] as const;
export const changeKinds = ['opening', 'expansion', 'renaming'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface KindergartenRow {
  institutionId: string;
  name: LocalizedText;
  kind: string;
  ownership: string;
  designCapacity: number | null;
  languages: string[];
  regime: string | null;
  groups: number;
  places: number;
  children: number;
  open: number;
}

export interface KindergartenProfile {
  designCapacity?: number | null;
  areaM2?: number | null;
  ageFrom?: number | null;
  ageTo?: number | null;
  languages: string[];
  regime: string;
  hoursPerDay?: number | null;
  specialisation: string;
  subordination: string;
  pedagogues?: number | null;
  pedagoguesOfSpeciality?: number | null;
}

export interface KindergartenCard {
  institutionId: string;
  name: LocalizedText;
  kind: string;
  ownership: string;
  status: string;
  territoryCode: string;
  profile: KindergartenProfile | null;
  groups: number;
  places: number;
  children: number;
  held: number;
  open: number;
  version: number;
}

export interface KindergartenTotal {
  kind: string | null;
  ownership: string | null;
  institutions: number;
  groups: number;
  places: number;
  children: number;
}

export interface KindergartenTotals {
  all: KindergartenTotal;
  byKind: KindergartenTotal[];
}

export interface Stage {
  year: number;
  month: number | null;
  places: number;
}

export interface ChangeBody {
  kind: ChangeKind;
  institutionId?: string | null;
  name: string;
  institutionKind?: string | null;
  planned?: Stage | null;
  actual?: Stage | null;
  newName?: string | null;
  resolutionNumber?: string | null;
  resolutionDate?: string | null;
  note?: string | null;
}

export interface ChangeRow extends ChangeBody {
  id: string;
  territoryCode: string;
  version: number;
}

export interface ChangeMonth {
  month: number | null;
  planned: number;
  plannedPlaces: number;
  actual: number;
  actualPlaces: number;
}

export interface ChangeTotals {
  year: number;
  months: ChangeMonth[];
  planned: number;
  plannedPlaces: number;
  actual: number;
  actualPlaces: number;
  pending: number;
  years: number[];
}

export const readCard = (id: string, signal?: AbortSignal): Promise<Versioned<KindergartenCard>> =>
  apiRead<KindergartenCard>(kindergartenPath(id), {}, signal);
