import { useQuery } from '@tanstack/react-query';
import { apiGet, apiRead } from '../../../api/client';
import { currentLanguage } from '../../../lib/language';
import { localized, type LocalizedText } from '../../../lib/localized';

export const queuePath = '/api/v1/preschool/queue';
export const applicationsPath = `${queuePath}/applications`;
export const languages = ['kk', 'ru', 'other'] as const;
export const states = [
  'waiting',
  'offered',
  'confirmed',
  'waitlisted',
  'stopListed',
  'inactive',
  'enrolled',
  'withdrawn',
  'removed',
] as const;
export const classes = ['extraordinary', 'priority', 'general'] as const;
export { profiles } from '../groups/api';

export interface ApplicationRow {
  id: string;
  number: string;
  territoryCode: string;
  birthYear: number;
  language: string;
  profile: string;
  class: string;
  appliedAt: string;
  state: string;
  stateUntil: string | null;
}

export interface Registered {
  id: string;
  number: string;
  warnings: { code: string; message: string }[];
}

export interface BenefitRow {
  id: string;
  code: string;
  name: LocalizedText;
  rank: number;
  class: string;
  evidenceMonths: number | null;
  channel: string;
  legalAct: string;
  validFrom: string;
  validTo: string | null;
  version: number;
}

export interface BenefitCard {
  id: string;
  name: LocalizedText;
  status: string;
  evidenceType: string;
  evidenceNumber: string;
  issuedOn: string;
  validTo: string | null;
}

export interface Card {
  id: string;
  number: string;
  territoryCode: string;
  territoryName: LocalizedText;
  bornOn: string;
  language: string;
  profile: string;
  profileName: LocalizedText;
  iin: string | null;
  birthDocument: string | null;
  childName: string;
  applicantName: string;
  applicantPhone: string;
  note: string | null;
  class: string;
  appliedAt: string;
  state: string;
  stateUntil: string | null;
  mayBeRestored: boolean;
  wishes: { institutionId: string; name: LocalizedText }[];
  benefits: BenefitCard[];
}

export interface Place {
  place: number;
  of: number;
}

export interface Position {
  number: string;
  state: string;
  stateText: string;
  stateUntil: string | null;
  inPool: Place | null;
  inYear: Place | null;
  inTerritory: Place | null;
  byWish: { institutionId: string; name: LocalizedText; place: Place }[];
  rulesVersion: string;
  sequence: number;
  asOf: string;
  before: Place | null;
  change: number;
  causes: { code: string; count: number; change: number; text: string }[];
}

export interface HistoryRow {
  sequence: number;
  at: string;
  kind: string;
  text: string;
  rulesVersion: string;
  hash: string;
}

export function useBenefits(on: string | null) {
  const query = useQuery({
    queryKey: ['preschool', 'benefits', on],
    queryFn: ({ signal }) => apiGet<BenefitRow[]>(`${queuePath}/benefits`, { on }, signal),
  });
  const rows = query.data ?? [];
  return { query, rows, options: rows.map((b) => ({ value: b.code, label: localized(b.name) })) };
}

export const useCard = (id: string) =>
  useQuery({
    queryKey: ['preschool', 'application', id],
    queryFn: ({ signal }) => apiRead<Card>(`${applicationsPath}/${id}`, {}, signal),
  });

export const usePosition = (id: string) =>
  useQuery({
    queryKey: ['preschool', 'application', id, 'position', currentLanguage()],
    queryFn: ({ signal }) => apiGet<Position>(`${applicationsPath}/${id}/position`, {}, signal),
  });

export const useHistory = (id: string) =>
  useQuery({
    queryKey: ['preschool', 'application', id, 'history', currentLanguage()],
    queryFn: ({ signal }) => apiGet<HistoryRow[]>(`${applicationsPath}/${id}/history`, {}, signal),
  });

/** The date of birth that an ИИН shows (YYMMDD and the century in the seventh digit), or null. */
export function bornOnOf(iin: string): string | null {
  const found = /^(\d\d)(\d\d)(\d\d)([1-6])\d{5}$/.exec(iin.trim());
  if (!found) return null;
  const [, year, month, day, seventh] = found;
  const text = `${18 + Math.floor((Number(seventh) - 1) / 2)}${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
