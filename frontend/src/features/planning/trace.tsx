import type { FigureTrace } from '../../components/figures/trace';
import { formatNumber } from '../../lib/formats';
import { localized } from '../../lib/localized';
import type { ReportFigure } from './api';

type Texts = (key: string, values?: Record<string, unknown>) => string;

/** Cells come as recorded, with a dot; people here write a comma. */
function asWritten(text: string): string {
  const number = /^-?\d+(?:\.(\d+))?$/.exec(text);
  return number ? formatNumber(text, number[1]?.length ?? 0) : text;
}

/** As many digits as the number has, at most two: parts of a mean are sums of hundredths. */
const part = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 2);

function rowsOf(figure: ReportFigure, t: Texts): FigureTrace['rows'] {
  const { rows } = figure;
  if (rows === null) return undefined;
  const hasDenominator = rows.items.some((row) => row.denominator !== null);
  return {
    columns: [
      { key: 'label', title: t('planning.trace.row') },
      ...rows.columns.map((column) => ({ key: `cell.${column.key}`, title: column.title, numeric: true })),
      { key: 'numerator', title: t('planning.trace.numerator'), numeric: true },
      ...(hasDenominator ? [{ key: 'denominator', title: t('planning.trace.denominator'), numeric: true }] : []),
      { key: 'source', title: t('planning.trace.place') },
    ],
    items: rows.items.map((row) => ({
      ...Object.fromEntries(Object.entries(row.cells).map(([key, value]) => [`cell.${key}`, asWritten(value)])),
      label: localized(row.label),
      numerator: row.numerator === null ? null : part(row.numerator),
      denominator: row.denominator === null ? null : part(row.denominator),
      source:
        row.source === null
          ? null
          : row.rowNumber === null
            ? row.source.name
            : t('planning.trace.source-row', { file: row.source.name, row: row.rowNumber }),
    })),
    total: rows.total,
  };
}

/** For a figure computed from others, those others; each opens in turn. */
function operandsOf(figure: ReportFigure, t: Texts, open: (key: string) => void): FigureTrace['rows'] {
  if (figure.operands.length === 0) return undefined;
  return {
    columns: [
      { key: 'name', title: t('planning.trace.operand') },
      { key: 'period', title: t('planning.period') },
      { key: 'value', title: t('planning.trace.value'), numeric: true },
    ],
    items: figure.operands.map(({ key, name, periodName, shown }) => ({
      name: localized(name),
      period: localized(periodName),
      value:
        key === null ? (
          shown
        ) : (
          <button type="button" className="figure" title={t('trace.open')} onClick={() => open(key)}>
            {shown}
          </button>
        ),
    })),
  };
}

/** What the drawer shows of a figure. */
export function traceOf(figure: ReportFigure, t: Texts, open: (key: string) => void): FigureTrace {
  const name = (label: string, value: number | null) => (value === null ? undefined : { label, value: part(value) });
  const facts = [
    { label: t('planning.trace.subject'), value: localized(figure.subject) },
    { label: t('planning.period'), value: localized(figure.periodName) },
    { label: t('planning.unit'), value: figure.unitName },
    { label: t('planning.code'), value: figure.code },
  ];
  if (figure.legalSource) facts.push({ label: t('planning.legal'), value: localized(figure.legalSource) });
  if (figure.rows && figure.rows.hidden > 0) {
    facts.push({ label: t('planning.trace.hidden'), value: formatNumber(figure.rows.hidden) });
  }
  if (figure.missing === 'hidden') facts.push({ label: t('planning.trace.why'), value: t('planning.trace.not-published') });
  if (figure.changed) facts.push({ label: t('planning.trace.since'), value: t('planning.trace.changed') });
  return {
    title: localized(figure.name),
    value: figure.shown,
    formula: figure.formula ? localized(figure.formula) : undefined,
    // A count is its numerator: saying it twice explains nothing.
    numerator: figure.denominator === null ? undefined : name(t('planning.trace.sum'), figure.numerator),
    denominator: name(t('planning.trace.base'), figure.denominator),
    facts,
    rows: rowsOf(figure, t) ?? operandsOf(figure, t, open),
    sources: figure.sources.map((source) => ({ name: source.name, href: `/imports/${source.importId}` })),
  };
}
