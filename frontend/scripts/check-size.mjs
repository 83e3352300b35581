// What the first page loads: the entry with its static imports, and with the texts and the page that every user opens first.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const limit = 350 * 1024;
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'));

function withImports(keys) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key].imports?.forEach(visit);
  };
  keys.forEach(visit);
  return [...seen].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
}

const size = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length, 0);
const entry = Object.keys(manifest).filter((key) => manifest[key].isEntry);
const first = ['src/texts/kk.ts', 'src/app/pages/HomePage.tsx', 'src/app/layout/AppLayout.tsx'];
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const entrySize = size(withImports(entry));
const firstSize = size(withImports([...entry, ...first]));
console.log(
  `Initial JavaScript, gzipped: entry ${kilobytes(entrySize)}; with the first page ${kilobytes(firstSize)}; limit ${kilobytes(limit)}.`,
);
if (firstSize > limit) {
  console.error('Too large: load what the first page does not need with import().');
  process.exitCode = 1;
}
