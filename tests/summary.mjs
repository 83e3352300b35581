// Adds up the results of all suites (TRX of .NET, JSON of vitest and Playwright), names what was skipped and why, and prints the total as the last line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };
const add = (name, passed, failed, skipped) => {
  console.log(`${name.padEnd(34)} ${passed} passed, ${failed} failed, ${skipped} skipped`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};

for (const file of readdirSync(folder).sort()) {
  const text = file.endsWith('.trx') || file.endsWith('.json') ? readFileSync(join(folder, file), 'utf8') : '';
  if (file.endsWith('.trx')) {
    const counters = text.match(/<Counters ([^>]*)\/>/)[1];
    const of = (key) => Number(counters.match(new RegExp(`\\b${key}="(\\d+)"`))[1]);
    add(file.replace('.trx', ''), of('passed'), of('failed') + of('error') + of('timeout') + of('aborted'), of('total') - of('executed'));
    for (const [, name, body] of text.matchAll(/<UnitTestResult [^>]*testName="([^"]*)"[^>]*outcome="NotExecuted"[^>]*>([\s\S]*?)<\/UnitTestResult>/g)) {
      console.log(`  skipped: ${name}: ${(body.match(/<Message>([\s\S]*?)<\/Message>/)?.[1] ?? 'no reason given').trim()}`);
    }
  } else if (file === 'web.json') {
    const result = JSON.parse(text);
    add('web application', result.numPassedTests, result.numFailedTests, result.numPendingTests + (result.numTodoTests ?? 0));
  } else if (file === 'e2e.json') {
    const { stats } = JSON.parse(text);
    add('browser journeys', stats.expected + stats.flaky, stats.unexpected, stats.skipped);
  }
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
