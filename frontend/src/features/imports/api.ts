import { useQuery } from '@tanstack/react-query';
import { apiGet } from '../../api/client';

export const importsPath = '/api/v1/imports';
export const importPath = (id: string) => `${importsPath}/${id}`;

export type ImportStatus = 'uploaded' | 'recognised' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed' | 'cancelled';
export type Outcome = 'created' | 'changed' | 'unchanged' | 'rejected';
export const outcomes: Outcome[] = ['created', 'changed', 'unchanged', 'rejected'];

export interface ImportOption {
  key: string;
  name: string;
  kind: 'integer' | 'territory' | 'date' | 'text';
  required: boolean;
}

export interface ImportDefinition {
  key: string;
  name: string;
  columns: { key: string; name: string; required: boolean }[];
  options: ImportOption[];
}

export interface ImportedColumn {
  key: string;
  name: string;
  required: boolean;
  personal: boolean;
  letter: string | null;
}

export interface Import {
  id: string;
  version: number;
  definition: string;
  definitionName: string;
  fileName: string;
  size: number;
  sha256: string;
  ownerName: string;
  isMine: boolean;
  createdAt: string;
  options: Record<string, string>;
  sheets: string[];
  sheet: number;
  headerRow: number;
  headings: { letter: string; text: string }[];
  columns: ImportedColumn[];
  missing: string[];
  fileRows: number;
  status: ImportStatus;
  total: number;
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  errorCount: number;
  errors: { column: string; columnName: string; code: string; count: number }[];
  failure: { code: string; message: string } | null;
  jobId: string | null;
  appliedAt: string | null;
}

export interface ImportRowError {
  row: number;
  column: string;
  columnName: string;
  letter: string;
  value: string;
  code: string;
  message: string;
}

export interface PreviewRow {
  row: number;
  outcome: Outcome | null;
  cells: { column: string; text: string; value: string | null }[];
  errors: ImportRowError[];
}

export interface Question {
  id: string;
  text: string;
  isAmbiguous: boolean;
  count: number;
  candidates: { id: string; name: string; territoryCode: string; isClosed: boolean }[];
  institutionId: string | null;
}

export function useDefinitions() {
  return useQuery({
    queryKey: ['imports', 'definitions'],
    queryFn: ({ signal }) => apiGet<ImportDefinition[]>(`${importsPath}/definitions`, {}, signal),
  });
}
