import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkTexts } from './check-texts.mjs';

let source;
const put = (file, content) => {
  mkdirSync(path.dirname(path.join(source, file)), { recursive: true });
  writeFileSync(path.join(source, file), typeof content === 'string' ? content : JSON.stringify(content));
};
const texts = (kk, ru, en) => {
  put('features/queue/texts/kk.json', kk);
  put('features/queue/texts/ru.json', ru);
  put('features/queue/texts/en.json', en);
};

beforeEach(() => (source = mkdtempSync(path.join(os.tmpdir(), 'texts-'))));
afterEach(() => rmSync(source, { recursive: true }));

test('complete and used texts pass', () => {
  texts({ 'queue.title': 'Кезек' }, { 'queue.title': 'Очередь' }, { 'queue.title': 'Queue' });
  put('features/queue/Page.tsx', "t('queue.title')");
  expect(checkTexts(source)).toEqual([]);
});

test('a text missing in one language is found', () => {
  texts({ 'queue.title': 'Кезек' }, {}, { 'queue.title': ' ' });
  put('features/queue/Page.tsx', "t('queue.title')");
  expect(checkTexts(source)).toEqual([
    'features/queue/texts/ru.json: "queue.title" is missing',
    'features/queue/texts/en.json: "queue.title" is missing',
  ]);
});

test('an unused text and an unknown key are found', () => {
  texts({ 'queue.title': 'Кезек' }, { 'queue.title': 'Очередь' }, { 'queue.title': 'Queue' });
  put('features/queue/Page.tsx', "t('queue.heading')");
  expect(checkTexts(source)).toEqual(["features/queue/Page.tsx: t('queue.heading') has no text", '"queue.title" is not used']);
});

test('a key built in code counts by its beginning', () => {
  texts({ 'queue.state.open': 'Ашық' }, { 'queue.state.open': 'Открыта' }, { 'queue.state.open': 'Open' });
  put('features/queue/Page.tsx', 't(`queue.state.${state}`)');
  expect(checkTexts(source)).toEqual([]);
});

test('counted texts need all forms of the language, one in Kazakh', () => {
  texts(
    { 'queue.count': '{count} бала' },
    { 'queue.count_one': '{count} ребёнок', 'queue.count_few': '{count} ребёнка', 'queue.count_other': '{count} ребёнка' },
    { 'queue.count_one': '{count} child', 'queue.count_other': '{count} children' },
  );
  put('features/queue/Page.tsx', "t('queue.count', { count })");
  expect(checkTexts(source)).toEqual(['features/queue/texts/ru.json: "queue.count_many" is missing']);
});

test('arguments must be the same in all languages, and keys stay in their folder', () => {
  texts(
    { 'queue.of': '{name} кезегі', 'jobs.title': 'x' },
    { 'queue.of': 'Очередь', 'jobs.title': 'x' },
    { 'queue.of': 'Queue of {name}', 'jobs.title': 'x' },
  );
  put('features/queue/Page.tsx', "t('queue.of'); t('jobs.title')");
  expect(checkTexts(source)).toEqual([
    'features/queue/texts: "queue.of" has different arguments: {name} | none',
    'features/queue/texts: "jobs.title" must begin with "queue."',
  ]);
});
