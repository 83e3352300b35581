/** One property of a changed record, before and after. */
export interface Change {
  property: string;
  before: unknown;
  after: unknown;
}

/** Reads what the audit log keeps: `{property: [before, after]}`, or facts of an act without a change of data. */
export function readChanges(changes: Record<string, unknown>): { changes: Change[]; facts: [string, unknown][] } {
  const entries = Object.entries(changes);
  const isPair = (value: unknown): value is [unknown, unknown] => Array.isArray(value) && value.length === 2;
  return {
    changes: entries
      .filter(([, value]) => isPair(value))
      .map(([property, value]) => ({ property, before: (value as unknown[])[0], after: (value as unknown[])[1] })),
    facts: entries.filter(([, value]) => !isPair(value)),
  };
}

type Texts = (key: string, values?: Record<string, unknown>) => string;

/** A property as a reader calls it: `Name.Kk` is the name in Kazakh. One without a text keeps its own name. */
export function propertyName(property: string, t: Texts): string {
  const [, own = property, language] = /^(.+?)\.?(Kk|Ru|En)$/.exec(property) ?? [];
  const name = t(`access.property.${own}`, { defaultValue: own });
  return language === undefined ? name : `${name} (${language === 'Kk' ? 'қаз' : language === 'Ru' ? 'рус' : 'eng'})`;
}

/** A value as text; nothing is a dash. */
export function showValue(value: unknown, yes: string, no: string): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map((one) => showValue(one, yes, no)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
