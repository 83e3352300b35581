import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { marks, type Mark, type Sheet, type SheetLine } from './api';
import { cellOf, lockOf, type Cell, type Edits } from './edits';

interface CellEditorProps {
  sheet: Sheet;
  line: SheetLine;
  day: number;
  edits: Edits;
  onEnter: (line: SheetLine, day: number, cell: Cell) => void;
}

/** The mark of a child on a day, and the paper that gives the reason of an absence. */
export function CellEditor({ sheet, line, day, edits, onEnter }: CellEditorProps) {
  const { t } = useTranslation();
  const cell = cellOf(line, day, edits);
  const lock = lockOf(sheet, line, day);
  const name = t('preschool.attendance.of', { number: line.number, day: String(day) });
  return (
    <div className="sheet-editor">
      <span className="sheet-editor-name">{name}</span>
      {lock === null ? (
        <Select<Mark>
          aria-label={name}
          value={cell.mark ?? undefined}
          placeholder={t('preschool.attendance.blank')}
          allowClear
          onChange={(mark) => onEnter(line, day, { mark: mark ?? null, document: mark === 'present' ? null : cell.document })}
          options={marks.map((value) => ({ value, label: t(`preschool.attendance.mark.${value}`) }))}
        />
      ) : (
        <span className="hint">{t(`preschool.attendance.lock.${lock}`)}</span>
      )}
      {lock === null && cell.mark !== null && cell.mark !== 'present' && (
        <Input
          aria-label={t('preschool.attendance.document')}
          placeholder={t('preschool.attendance.document')}
          maxLength={80}
          value={cell.document ?? ''}
          onChange={(event) => onEnter(line, day, { mark: cell.mark, document: event.target.value || null })}
        />
      )}
    </div>
  );
}
