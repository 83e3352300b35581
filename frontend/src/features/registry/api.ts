import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../api/client';
import { localized, type LocalizedText } from '../../lib/localized';

export const institutionsPath = '/api/v1/registry/institutions';
export const institutionPath = (id: string) => `${institutionsPath}/${id}`;

export type Status = 'active' | 'closed' | 'merged';

export interface InstitutionRow {
  id: string;
  bin: string | null;
  name: LocalizedText;
  kind: string;
  ownership: 'state' | 'private';
  languages: string[];
  territoryCode: string;
  territoryName: LocalizedText;
  status: Status;
  openedOn: string | null;
  closedOn: string | null;
}

export interface InstitutionCard extends InstitutionRow {
  legalForm: string | null;
  parentId: string | null;
  parentName: LocalizedText | null;
  isBranch: boolean;
  importId: string | null;
  modifiedAt: string;
  version: number;
}

export interface InstitutionEvent {
  id: string;
  kind: string;
  date: string | null;
  basisKind: string | null;
  basisNumber: string | null;
  basisDate: string | null;
  nameKk: string | null;
  nameRu: string | null;
  institutionKind: string | null;
  territoryCode: string | null;
  note: string | null;
}

export interface InstitutionAlias {
  id: string;
  text: string;
  origin: 'manual' | 'answer' | 'merge';
  createdAt: string;
}

export interface Kind {
  code: string;
  name: LocalizedText;
  group: string;
}

export const ownerships = ['state', 'private'] as const;
export const legalForms = [
  'stateInstitution',
  'stateTreasuryEnterprise',
  'stateEnterprise',
  'limitedPartnership',
  'privateInstitution',
  'individualEntrepreneur',
  'jointStockCompany',
  'nonProfit',
  'other',
] as const;
export const languageCodes = ['kk', 'ru', 'en', 'uz', 'ug', 'tg'] as const;
export const basisKinds = ['resolution', 'order', 'decision', 'courtDecision', 'registration', 'other'] as const;

/** Kinds of institutions: a reference table, read once. */
export function useKinds() {
  const query = useQuery({
    queryKey: ['registry', 'kinds'],
    queryFn: ({ signal }) => apiGet<Kind[]>('/api/v1/registry/institution-kinds', {}, signal),
    staleTime: Infinity,
  });
  const kinds = query.data ?? [];
  return { kinds, nameOf: (code: string) => localized(kinds.find((k) => k.code === code)?.name ?? { kk: code, ru: code }) };
}
