import { expect, test } from 'vitest';
import { cited } from './localized';

test('an act is cited in the language of the reader, an act cited once as it is', () => {
  const act = 'ҚР Үкіметінің 21.12.2007 № 1256 қаулысы / ПП РК от 21.12.2007 № 1256';
  expect(cited(act, 'kk')).toBe('ҚР Үкіметінің 21.12.2007 № 1256 қаулысы');
  expect(cited(act, 'ru')).toBe('ПП РК от 21.12.2007 № 1256');
  expect(cited('№ 12/3 бұйрық', 'ru')).toBe('№ 12/3 бұйрық');
});
