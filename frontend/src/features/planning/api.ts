import { useQuery } from '@tanstack/react-query';
import { apiGet, apiRead } from '../../api/client';
import { currentLanguage } from '../../lib/language';
import type { LocalizedText } from '../../lib/localized';

export const reportsPath = '/api/v1/planning/reports';
export const findingsPath = '/api/v1/planning/findings';
export const printedPath = '/api/v1/planning/printed-figures';
export const indicatorsPath = '/api/v1/planning/indicators';

export type ReportState = 'draft' | 'checked' | 'approved';
export type ReportLanguage = 'kk' | 'ru';
export type Relation = 'equals' | 'sum' | 'share' | 'listCount';

export const states: ReportState[] = ['draft', 'checked', 'approved'];
export const relations: Relation[] = ['equals', 'sum', 'share', 'listCount'];
export const stateTones = { draft: 'neutral', checked: 'info', approved: 'success' } as const;

export interface ReportRow {
  id: string;
  chapterTitle: LocalizedText;
  period: string;
  territoryCode: string;
  territoryName: LocalizedText;
  number: number;
  state: ReportState;
  openErrors: number;
  modifiedAt: string;
  approvedAt: string | null;
}

export interface ReportCard extends Omit<ReportRow, 'modifiedAt'> {
  periodName: LocalizedText;
  snapshot: { id: string; number: number; sha256: string; takenAt: string } | null;
  findings: number;
  checkedAt: string | null;
  approvedBy: string | null;
  sha256: string | null;
  supersedesId: string | null;
  supersededById: string | null;
}

export interface ReportText {
  html: string;
  language: ReportLanguage;
  sha256: string;
  live: boolean;
}

export interface Finding {
  id: string;
  version: number;
  reportId: string;
  rule: string;
  ruleName: string;
  severity: 'warning' | 'error';
  place: LocalizedText;
  printed: string;
  recomputed: string;
  why: LocalizedText;
  reason: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
}

export interface ReportFigure {
  key: string;
  code: string;
  name: LocalizedText;
  unit: string;
  unitName: string;
  periodName: LocalizedText;
  subject: LocalizedText;
  formula: LocalizedText | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  shown: string;
  missing: string | null;
  legalSource: LocalizedText | null;
  sources: { name: string; importId: string }[];
  operands: { key: string | null; code: string; name: LocalizedText; periodName: LocalizedText; shown: string }[];
  rows: {
    columns: { key: string; title: string }[];
    items: {
      label: LocalizedText;
      cells: Record<string, string>;
      numerator: number | null;
      denominator: number | null;
      source: { name: string; importId: string } | null;
      rowNumber: number | null;
    }[];
    total: number;
    hidden: number;
  } | null;
  changed: boolean | null;
}

export interface Indicator {
  code: string;
  name: LocalizedText;
  unitName: string;
  kind: 'count' | 'share' | 'money' | 'average' | 'score';
  formula: string | null;
  formulaText: LocalizedText | null;
  direction: 'neutral' | 'higherIsBetter' | 'lowerIsBetter';
  legalSource: LocalizedText | null;
  publicationThreshold: number | null;
}

/** A number of a document and what it claims to be. */
/** Codes of the chapters that a report can be made of. */
export const chapters = ['unt', 'preschool'] as const;

export interface Claim {
  document: string;
  place: string;
  label?: string | null;
  code?: string | null;
  valuePeriod?: string | null;
  dimensions?: string | null;
  printed: string;
  relation: Relation;
  operands?: string | null;
  chapter?: string | null;
}

export interface Printed extends Claim {
  id: string;
  territoryCode: string;
  period: string;
  importId: string | null;
}

export const reportKey = (id: string) => ['planning', 'report', id] as const;

export function useReport(id: string) {
  return useQuery({
    queryKey: [...reportKey(id), 'card', currentLanguage()],
    queryFn: ({ signal }) => apiRead<ReportCard>(`${reportsPath}/${id}`, {}, signal),
  });
}

export function useReportText(id: string, language: ReportLanguage) {
  return useQuery({
    queryKey: [...reportKey(id), 'text', language],
    queryFn: ({ signal }) => apiGet<ReportText>(`${reportsPath}/${id}/text`, { language }, signal),
  });
}

export function useFindings(id: string, enabled: boolean) {
  return useQuery({
    queryKey: [...reportKey(id), 'findings', currentLanguage()],
    queryFn: ({ signal }) => apiGet<{ items: Finding[]; total: number }>(findingsPath, { reportId: id, pageSize: 200 }, signal),
    enabled,
  });
}
