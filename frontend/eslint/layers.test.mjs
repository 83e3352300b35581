import path from 'node:path';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import rule from './layers.js';

function found(file, code) {
  const linter = new Linter({ cwd: path.resolve('.') });
  const config = {
    files: ['**/*.ts'],
    plugins: { education: { rules: { layers: rule } } },
    rules: { 'education/layers': 'error' },
  };
  return linter.verify(code, [config], { filename: path.resolve(file) }).map((message) => message.messageId ?? message.message);
}

test('a feature may use itself and what lies below', () => {
  const code = "import a from './a'; import b from '../../components/Page'; import c from '@/lib/formats'; import d from 'antd';";
  expect(found('src/features/queue/Page.ts', code)).toEqual([]);
});

test('a feature may not use another feature, however it is written', () => {
  for (const code of [
    "import '../jobs/x'",
    "import '@/features/jobs'",
    "export * from '../jobs'",
    "void import('../../features/jobs/x')",
  ]) {
    expect(found('src/features/queue/Page.ts', code)).toEqual(['sideways']);
  }
});

test('nothing imports upwards', () => {
  expect(found('src/components/Page.ts', "import '../features/jobs'")).toEqual(['upward']);
  expect(found('src/lib/formats.ts', "import '../api/client'")).toEqual(['upward']);
  expect(found('src/features/jobs/Page.ts', "import '../../app/features'")).toEqual(['upward']);
});
