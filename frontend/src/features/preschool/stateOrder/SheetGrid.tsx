import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/formats';
import type { Sheet, SheetLine } from './api';
import { cellOf, lockOf, presentOf, type Cell, type Edits } from './edits';

interface SheetGridProps {
  sheet: Sheet;
  edits: Edits;
  at: { row: number; day: number };
  onMove: (at: { row: number; day: number }) => void;
  onEnter: (line: SheetLine, day: number, cell: Cell) => void;
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Children × days. Arrows walk, space toggles present and absent, Delete takes a mark away. */
export function SheetGrid({ sheet, edits, at, onMove, onEnter }: SheetGridProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const go = (row: number, day: number) => {
    const to = {
      row: Math.max(0, Math.min(sheet.children.length - 1, row)),
      day: Math.max(1, Math.min(sheet.days.length, day)),
    };
    onMove(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.day}"]`)?.focus();
  };
  const toggle = (line: SheetLine, day: number) => {
    if (lockOf(sheet, line, day) !== null) return;
    onEnter(line, day, { mark: cellOf(line, day, edits).mark === 'present' ? 'absent' : 'present', document: null });
  };
  const press = (event: KeyboardEvent, line: SheetLine, row: number, day: number) => {
    const step = steps[event.key];
    if (step) go(row + step[0], day + step[1]);
    else if (event.key === 'Home') go(row, 1);
    else if (event.key === 'End') go(row, sheet.days.length);
    else if (event.key === ' ' || event.key === 'Enter') toggle(line, day);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && !sheet.isClosed)
      onEnter(line, day, { mark: null, document: null });
    else return;
    event.preventDefault();
  };
  return (
    <div className="sheet-scroll">
      <table className="sheet-grid" role="grid" ref={table} aria-label={t('preschool.attendance.grid')}>
        <thead>
          <tr>
            <th scope="col">{t('preschool.child.number')}</th>
            {sheet.days.map((of) => (
              <th key={of.day} scope="col" className={of.isWorking ? undefined : 'sheet-off'}>
                {of.day}
              </th>
            ))}
            <th scope="col">{t('preschool.attendance.mark.present')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.children.map((line, row) => (
            <tr key={line.childId}>
              <th scope="row">{line.number}</th>
              {sheet.days.map(({ day, isWorking }) => {
                const cell = cellOf(line, day, edits);
                const lock = lockOf(sheet, line, day);
                const changed = edits[line.childId]?.[day] !== undefined;
                const state = cell.mark ? t(`preschool.attendance.mark.${cell.mark}`) : t('preschool.attendance.blank');
                return (
                  <td
                    key={day}
                    role="gridcell"
                    data-cell={`${row}-${day}`}
                    tabIndex={at.row === row && at.day === day ? 0 : -1}
                    aria-readonly={lock !== null}
                    aria-label={t('preschool.attendance.cell', { number: line.number, day: String(day), state })}
                    className={[
                      isWorking ? '' : 'sheet-off',
                      lock === null ? '' : 'sheet-locked',
                      changed ? 'sheet-changed' : '',
                      cell.mark ? `sheet-${cell.mark === 'present' ? 'present' : 'absent'}` : '',
                    ].join(' ')}
                    onFocus={() => onMove({ row, day })}
                    onClick={() => go(row, day)}
                    onDoubleClick={() => toggle(line, day)}
                    onKeyDown={(event) => press(event, line, row, day)}
                  >
                    {cell.mark ? t(`preschool.attendance.letter.${cell.mark}`) : ''}
                  </td>
                );
              })}
              <td className="sheet-sum">
                {formatNumber(presentOf(sheet, line, edits))} / {formatNumber(line.enrolled)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
