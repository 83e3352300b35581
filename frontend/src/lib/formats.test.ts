import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatChange,
  formatDate,
  formatDateLong,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatShare,
  formatThousands,
  monthName,
} from './formats';

const sp = '\u00a0';

describe('numbers', () => {
  test('are grouped with a no-break space and have a decimal comma in Kazakh and Russian', () => {
    expect(formatNumber('9801653.44', 1, 'kk')).toBe(`9${sp}801${sp}653,4`);
    expect(formatNumber(9801653.44, 1, 'ru')).toBe(`9${sp}801${sp}653,4`);
    expect(formatNumber(1234, 0, 'kk')).toBe(`1${sp}234`);
  });

  test('follow the English custom in English', () => {
    expect(formatNumber(9801653.44, 1, 'en')).toBe('9,801,653.4');
  });

  test('are rounded half away from zero by their decimal text', () => {
    expect(formatNumber(1.005, 2, 'ru')).toBe('1,01');
    expect(formatNumber(2.5, 0, 'ru')).toBe('3');
    expect(formatNumber(-2.5, 0, 'ru')).toBe('-3');
    expect(formatNumber(99.95, 1, 'kk')).toBe('100,0');
    expect(formatNumber('0.04', 1, 'kk')).toBe('0,0');
    expect(formatNumber('-0.04', 1, 'kk')).toBe('0,0');
  });

  test('keep every digit of a large decimal', () => {
    expect(formatNumber('12345678901234567890.15', 1, 'ru')).toBe(`12${sp}345${sp}678${sp}901${sp}234${sp}567${sp}890,2`);
  });

  test('that are absent or no numbers become a dash', () => {
    for (const value of [null, undefined, '', 'жоқ', NaN]) expect(formatNumber(value)).toBe('—');
  });
});

describe('shares', () => {
  test('of the 2017 test: 1401 of 1761 took part', () => {
    expect(formatShare(1401, 1761, 1, 'kk')).toBe('79,6%');
    expect(formatShare(1401, 1761, 1, 'ru')).toBe(`79,6${sp}%`);
    expect(formatShare(1401, 1761, 1, 'en')).toBe('79.6%');
  });

  test('are rounded half up: one of sixteen', () => {
    expect(formatShare(1, 16, 1, 'kk')).toBe('6,3%');
    expect(formatShare(0, 16, 1, 'kk')).toBe('0,0%');
    expect(formatShare(16, 16, 0, 'kk')).toBe('100%');
  });

  test('of nothing are a dash', () => {
    expect(formatShare(3, 0)).toBe('—');
    expect(formatShare(null, 5)).toBe('—');
  });

  test('percent stands close in Kazakh and apart in Russian', () => {
    expect(formatPercent(90.5, 1, 'kk')).toBe('90,5%');
    expect(formatPercent(90.5, 1, 'ru')).toBe(`90,5${sp}%`);
  });
});

test('a change carries its sign', () => {
  expect(formatChange(1.25, 1, 'ru')).toBe('+1,3');
  expect(formatChange(-0.4, 1, 'ru')).toBe('-0,4');
  expect(formatChange(0.01, 1, 'ru')).toBe('0,0');
});

test('money is shown in thousands of tenge with one decimal', () => {
  expect(formatThousands('9801653400.00', 'kk')).toBe(`9${sp}801${sp}653,4`);
  expect(formatThousands(950, 'kk')).toBe('1,0');
  expect(formatThousands(-49, 'kk')).toBe('0,0');
  expect(formatThousands(null)).toBe('—');
});

describe('dates', () => {
  test('are dd.MM.yyyy and do not move between zones', () => {
    expect(formatDate('2026-05-01')).toBe('01.05.2026');
    expect(formatDate('2026-12-31')).toBe('31.12.2026');
    expect(formatDate(null)).toBe('—');
    expect(formatDate('ертең')).toBe('—');
  });

  test('an instant is shown in the zone of the country', () => {
    expect(formatDateTime('2026-05-01T19:05:00Z')).toBe(`02.05.2026${sp}00:05`);
    expect(formatDate('2026-05-01T19:05:00Z')).toBe('02.05.2026');
  });

  test('an instant without a zone is UTC', () => {
    expect(formatDateTime('2026-05-01T09:05:00')).toBe(`01.05.2026${sp}14:05`);
  });

  test('are written out in each language', () => {
    expect(formatDateLong('2026-05-01', 'kk')).toBe(`2026 жылғы 1${sp}мамыр`);
    expect(formatDateLong('2026-05-01', 'ru')).toBe(`1${sp}мая 2026${sp}г.`);
    expect(formatDateLong('2026-05-01', 'en')).toBe('1 May 2026');
  });

  test('months have Kazakh names', () => {
    expect(monthName(9, 'kk')).toBe('қыркүйек');
    expect(monthName(11, 'kk')).toBe('қараша');
    expect(monthName(13, 'kk')).toBe('—');
  });
});

test('sizes of files', () => {
  expect(formatBytes(900, 'kk')).toBe(`900${sp}Б`);
  expect(formatBytes(1536, 'ru')).toBe(`1,5${sp}КБ`);
});
