import type { NationalSummary, SchoolResult } from './api';

/* Figures of Karaganda, 2017, as published; oblast, republic and threshold are invented. */

export const summary: NationalSummary = {
  year: 2017,
  territory: '351010000',
  schools: 56,
  graduates: 1761,
  participants: 1401,
  participation: { numerator: 1401, denominator: 1761, percent: 79.557 },
  mean: { value: 76.58708, total: 107298.5, participants: 1401 },
  meanFromSubjects: null,
  meanWithoutCreative: { value: 79.3, total: 104834.6, participants: 1322 },
  creativeSchools: 34,
  schoolsBothYears: 53,
  schoolsRisen: 11,
  previousMean: 83.4,
  oblastMean: 74.9,
  republicMean: 78.2,
  belowThreshold: 131,
  threshold: 50,
  maxScore: 140,
  previousMaxScore: 125,
  smallestGroup: 5,
  years: [2017],
};

const school = (id: number, ru: string, values: Partial<SchoolResult>): SchoolResult => ({
  institutionId: String(id),
  name: { kk: ru.replace(/^Лицей№(\d+)$/, '№$1 лицей'), ru, en: null },
  rank: null,
  graduates: null,
  participants: null,
  participation: null,
  mean: null,
  meanWithoutCreative: null,
  previousMean: null,
  change: null,
  printedParticipation: null,
  hidden: false,
  importId: 'import-1',
  importRow: 5,
  ...values,
});

export const schools = [
  school(1, 'Лицей№2', {
    rank: 1,
    graduates: 44,
    participants: 36,
    participation: { numerator: 36, denominator: 44, percent: 81.8181 },
    mean: 107.78,
    meanWithoutCreative: 107.78,
    previousMean: 96.6,
    change: 11.18,
    printedParticipation: 'equal',
  }),
  school(2, 'Гимназия№38', {
    rank: 2,
    graduates: 29,
    participants: 26,
    participation: { numerator: 26, denominator: 29, percent: 89.655 },
    mean: 96.08,
    previousMean: 98,
    change: -1.92,
    printedParticipation: 'truncated',
  }),
];
export const small = school(3, '«Альтер»', {
  rank: 3,
  graduates: 3,
  participants: 2,
  participation: { numerator: 2, denominator: 3, percent: 66.666 },
  mean: 71.5,
});
export const veiled = school(3, '«Альтер»', { hidden: true, importId: null, importRow: null });
