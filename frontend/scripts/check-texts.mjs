// Every text exists in Kazakh, Russian and English, belongs to its folder and is used; every used key exists.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const languages = ['kk', 'ru', 'en'];
// Kazakh nouns stay singular after a numeral, so a counted text needs one form there.
const pluralForms = { kk: [], ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] };
const plural = /_(zero|one|two|few|many|other)$/;
const keyPattern = /^[a-z][a-z0-9-]*(\.[A-Za-z0-9-]+)+$/;

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );

const placeholders = (text) => [...new Set(text.match(/\{[^{}]+\}/g) ?? [])].sort().join(' ');

/** @returns {string[]} what is wrong, in words */
export function checkTexts(source) {
  const problems = [];
  const features = existsSync(path.join(source, 'features')) ? readdirSync(path.join(source, 'features')) : [];
  const folders = [{ owner: null, folder: path.join(source, 'texts') }].concat(
    features.map((owner) => ({ owner, folder: path.join(source, 'features', owner, 'texts') })),
  );
  const known = new Map(); // base key → owner

  for (const { owner, folder } of folders) {
    if (!existsSync(folder)) continue;
    const name = path.relative(source, folder);
    const texts = {};
    for (const language of languages) {
      const file = path.join(folder, `${language}.json`);
      texts[language] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    }
    const bases = new Set(languages.flatMap((l) => Object.keys(texts[l]).map((key) => key.replace(plural, ''))));
    for (const base of bases) {
      if (owner !== null && !base.startsWith(`${owner}.`)) problems.push(`${name}: "${base}" must begin with "${owner}."`);
      if (owner === null && features.includes(base.split('.')[0]))
        problems.push(`${name}: "${base}" belongs to the feature's own texts`);
      if (known.has(base)) problems.push(`${name}: "${base}" is defined twice`);
      known.set(base, owner);
      const counted = ['ru', 'en'].some((l) => pluralForms[l].some((form) => `${base}_${form}` in texts[l]));
      const seen = new Set();
      for (const language of languages) {
        const forms = counted && pluralForms[language].length > 0 ? pluralForms[language].map((f) => `${base}_${f}`) : [base];
        for (const key of forms) {
          const text = texts[language][key];
          if (typeof text !== 'string' || text.trim() === '') problems.push(`${name}/${language}.json: "${key}" is missing`);
          else seen.add(placeholders(text));
        }
      }
      if (seen.size > 1)
        problems.push(`${name}: "${base}" has different arguments: ${[...seen].map((s) => s || 'none').join(' | ')}`);
    }
  }

  const files = walk(source).filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f) && !/\.d\.ts$/.test(f));
  const used = new Set();
  // The words of buttons are a vocabulary for the pages to come.
  const prefixes = new Set(['action.']);
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    for (const [, text] of code.matchAll(/['"`]([^'"`\n$]+)['"`]/g)) if (keyPattern.test(text)) used.add(text);
    for (const [, prefix] of code.matchAll(/`([a-z][a-z0-9-]*\.[A-Za-z0-9.-]*)\$\{/g)) prefixes.add(prefix);
    for (const [, key] of code.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)) {
      used.add(key);
      if (!known.has(key)) problems.push(`${path.relative(source, file)}: t('${key}') has no text`);
    }
  }
  for (const key of known.keys()) {
    if (!used.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix))) problems.push(`"${key}" is not used`);
  }
  return problems;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'src');
  const problems = checkTexts(source);
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'Texts: complete in kk, ru, en.' : `Texts: ${problems.length} problems.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
