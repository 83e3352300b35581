import { expect, test } from 'vitest';
import { shortened } from './bars';

test('on a phone a long name of a school keeps its number', () => {
  expect(shortened('Общеобразовательная школа № 5')).toBe('Общеобразоват… № 5');
  expect(shortened('Лицей № 2')).toBe('Лицей № 2');
  expect(shortened('«FRIENDSHIP» жекеменшік мектебі')).toBe('«FRIENDSHIP» жекеменшік мектебі');
});
