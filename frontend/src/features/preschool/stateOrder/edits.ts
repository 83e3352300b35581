import type { Mark, Sheet, SheetLine } from './api';

/** What stands in a cell; null for nothing. */
export interface Cell {
  mark: Mark | null;
  document: string | null;
}

/** Changed cells by child and day, until they are saved. */
export type Edits = Record<string, Record<number, Cell>>;

const none: Cell = { mark: null, document: null };

export function cellOf(line: SheetLine, day: number, edits: Edits): Cell {
  return edits[line.childId]?.[day] ?? line.marks.find((one) => one.day === day) ?? none;
}

/** Why nothing can be entered in a cell, or null. What stands on a day off may still be taken away. */
export function lockOf(sheet: Sheet, line: SheetLine, day: number): 'closed' | 'off' | 'future' | 'outside' | null {
  const of = sheet.days[day - 1]!;
  if (sheet.isClosed) return 'closed';
  if (!of.isWorking) return 'off';
  if (of.isFuture) return 'future';
  return day < line.from || day > line.to ? 'outside' : null;
}

export function withCell(edits: Edits, line: SheetLine, day: number, cell: Cell): Edits {
  const stored = line.marks.find((one) => one.day === day) ?? none;
  const own = { ...edits[line.childId] };
  if (stored.mark === cell.mark && (stored.document ?? null) === (cell.document ?? null)) delete own[day];
  else own[day] = cell;
  const next = { ...edits, [line.childId]: own };
  if (Object.keys(own).length === 0) delete next[line.childId];
  return next;
}

export const countOf = (edits: Edits): number => Object.values(edits).reduce((sum, own) => sum + Object.keys(own).length, 0);

/** Every child of a day without a mark is present. */
export function allPresent(sheet: Sheet, day: number, edits: Edits): Edits {
  return sheet.children
    .filter((line) => lockOf(sheet, line, day) === null && cellOf(line, day, edits).mark === null)
    .reduce((next, line) => withCell(next, line, day, { mark: 'present', document: null }), edits);
}

/** Days present with what is not saved yet, as the sheet counts them: on working days of the list. */
export function presentOf(sheet: Sheet, line: SheetLine, edits: Edits): number {
  return sheet.days.filter(
    (of) => of.isWorking && of.day >= line.from && of.day <= line.to && cellOf(line, of.day, edits).mark === 'present',
  ).length;
}
