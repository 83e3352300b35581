import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { propertyName, readChanges, showValue } from './changes';

describe('what the audit log keeps', () => {
  test('is read as pairs and facts', () => {
    expect(readChanges({ Name: [null, 'а'], count: 3, detail: 'wrong-password' })).toEqual({
      changes: [{ property: 'Name', before: null, after: 'а' }],
      facts: [
        ['count', 3],
        ['detail', 'wrong-password'],
      ],
    });
  });

  test('is shown as text', () => {
    expect([null, '', [], true, ['a', 'b'], 0, { a: 1 }].map((value) => showValue(value, 'иә', 'жоқ'))).toEqual([
      '—',
      '—',
      '—',
      'иә',
      'a, b',
      '0',
      '{"a":1}',
    ]);
  });

  test('names properties as a reader calls them, in their languages', () => {
    const t = (key: string, values?: Record<string, unknown>) => i18next.t(key, values ?? {});
    expect(['Name.Kk', 'NameRu', 'ValidFrom', 'FutureProperty'].map((name) => propertyName(name, t))).toEqual([
      'Атауы (қаз)',
      'Атауы (рус)',
      'Қолданыс басы',
      'FutureProperty',
    ]);
  });
});
