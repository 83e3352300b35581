import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';

/* The national test as the API gives it, computed from the published tables of Karaganda, 2017. */

const rowsOf = (file: string) => {
  const path = new URL(`../Education.Imports.Tests/Samples/${file}`, import.meta.url);
  const [head, ...lines] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, '').split(','));
  return lines.map((line) => Object.fromEntries(head!.map((key, i) => [key, line[i] ?? ''])));
};
const number = (text: string | undefined) => (text === undefined || text === '' || text === '-' ? null : Number(text));

const kinds: Record<string, string> = {
  СШ: 'жалпы орта білім беретін мектеп',
  Гимназия: 'гимназия',
  Лицей: 'лицей',
};
const kazakh = (name: string) => {
  const match = /^(СШ|Гимназия|Лицей)\s*№\s*(\d+)$/.exec(name);
  return match ? `№${match[2]} ${kinds[match[1]!]}` : name;
};

const full = rowsOf('unt-schools-2017.csv').map((row, i) => {
  const [graduates, participants] = [Number(row.graduates), Number(row.unt_participants)];
  const [mean, before] = [number(row.avg_score_2017), number(row.avg_score_2016)];
  return {
    institutionId: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    name: { kk: kazakh(row.school!), ru: row.school!, en: null },
    graduates,
    participants,
    participation: {
      numerator: participants,
      denominator: graduates,
      percent: (participants / graduates) * 100,
    },
    mean,
    meanWithoutCreative: number(row.avg_score_2017_excl_creative),
    previousMean: before,
    change: mean === null || before === null ? null : Math.round((mean - before) * 100) / 100,
    printedParticipation: i === 3 ? 'truncated' : 'equal',
    importId: '00000000-0000-7000-9000-000000000001',
    importRow: i + 4,
  };
});
type School = (typeof full)[number];
const hidden = (school: School) => school.participants < 5;

const sortKeys: Record<string, (school: School) => number | string | null> = {
  name: (school) => school.name.ru,
  mean: (school) => school.mean,
  change: (school) => school.change,
  previousMean: (school) => school.previousMean,
  graduates: (school) => school.graduates,
  participants: (school) => school.participants,
  participation: (school) => school.participants / school.graduates,
};

function schools(search: URLSearchParams) {
  const open = search.get('view') === 'internal';
  const sort = search.get('sort') || '-mean';
  const key = sortKeys[sort.replace('-', '')]!;
  const direction = sort.startsWith('-') ? -1 : 1;
  const value = (school: School) => (!open && hidden(school) ? null : key(school));
  const found = full
    .filter((school) => school.name.kk.includes(search.get('q') ?? ''))
    .sort((a, b) => {
      const [one, other] = [value(a), value(b)];
      if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
      return (one < other ? -1 : one > other ? 1 : 0) * direction;
    });
  const [page, size] = [Number(search.get('page')), Number(search.get('pageSize'))];
  return {
    items: found.slice((page - 1) * size, page * size).map((school) =>
      !open && hidden(school)
        ? {
            ...Object.fromEntries(Object.keys(school).map((name) => [name, null])),
            institutionId: school.institutionId,
            name: school.name,
            rank: null,
            hidden: true,
            importId: null,
            importRow: null,
          }
        : {
            ...school,
            hidden: false,
            rank:
              school.mean === null ? null : full.filter((o) => (open || !hidden(o)) && (o.mean ?? 0) > school.mean!).length + 1,
          },
    ),
    page,
    pageSize: size,
    total: found.length,
  };
}

const subjectNames: Record<string, string> = {
  'Грамотность чтения': 'Оқу сауаттылығы',
  'Математическая грамотность': 'Математикалық сауаттылық',
  'История Казахстана': 'Қазақстан тарихы',
  'Казахский язык и литература': 'Қазақ тілі мен әдебиеті',
  'Русский язык и литература': 'Орыс тілі мен әдебиеті',
  'Английский язык': 'Ағылшын тілі',
  'Немецкий язык': 'Неміс тілі',
  История: 'Дүниежүзі тарихы',
  'Ч.О.П.': 'Құқық негіздері',
};

const subjects = rowsOf('unt-subjects-2017.csv').map((row, i) => {
  const compulsory = row.block!.startsWith('Обязательный');
  const mean = Number(row.avg_score);
  const small = Number(row.participants) < 5;
  return {
    code: `subject-${i}`,
    name: {
      kk: subjectNames[row.subject!] ?? row.subject!,
      ru: row.subject!,
      en: null,
    },
    block: compulsory ? 'compulsory' : 'profile',
    participants: small ? null : Number(row.participants),
    mean: small ? null : mean,
    // The published document has no oblast or republic by subject: invented, to have something to compare with.
    oblastMean: Math.round((mean - 0.4 + (i % 3) * 0.35) * 100) / 100,
    republicMean: Math.round((mean + 0.3 - (i % 4) * 0.3) * 100) / 100,
    maxScore: compulsory ? 20 : 40,
    hidden: small,
    importId: '00000000-0000-7000-9000-000000000002',
    importRow: i + 2,
  };
});

const both = full.filter((school) => school.change !== null);
const participants = full.reduce((sum, school) => sum + school.participants, 0);
const graduates = full.reduce((sum, school) => sum + school.graduates, 0);
const points = full.reduce((sum, school) => sum + (school.mean ?? 0) * school.participants, 0);

function summary(year: number, territory: string, data: boolean) {
  const has = data && year === 2017;
  return {
    year,
    territory,
    schools: has ? full.length : 0,
    graduates: has ? graduates : 0,
    participants: has ? participants : 0,
    participation: has
      ? {
          numerator: participants,
          denominator: graduates,
          percent: (participants / graduates) * 100,
        }
      : null,
    mean: {
      value: has ? points / participants : null,
      total: points,
      participants: has ? participants : 0,
    },
    meanFromSubjects: null,
    meanWithoutCreative: has ? { value: 79.3, total: 79.3 * 1322, participants: 1322 } : null,
    creativeSchools: 34,
    schoolsBothYears: both.length,
    schoolsRisen: both.filter((school) => school.change! > 0).length,
    previousMean: 83.4,
    oblastMean: 74.9,
    republicMean: 78.2,
    belowThreshold: 131,
    threshold: 50,
    maxScore: 140,
    previousMaxScore: 125,
    smallestGroup: 5,
    years: data ? [2017] : [],
  };
}

const json = (route: Route, body: unknown) =>
  route.fulfill({
    contentType: 'application/json',
    body: JSON.stringify(body),
  });

/** Adds the national test to a mocked API; without `data` nothing has been imported yet. */
export async function mockTesting(page: Page, { data = true } = {}): Promise<void> {
  const search = (route: Route) => new URL(route.request().url()).searchParams;
  await page.route('**/api/v1/testing/national/schools*', (route) => json(route, schools(search(route))));
  await page.route('**/api/v1/testing/national/subjects*', (route) => json(route, data ? subjects : []));
  await page.route('**/api/v1/testing/national/summary*', (route) =>
    json(route, summary(Number(search(route).get('year')), search(route).get('territory')!, data)),
  );
  await page.route('**/api/v1/imports/*', (route) =>
    json(route, {
      fileName: 'unt-2017.xlsx',
      createdAt: '2026-05-04T04:05:00Z',
      ownerName: 'Асанов Асан',
    }),
  );
}
