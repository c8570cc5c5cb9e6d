import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from './step.mjs';

const STAMP = join(ROOT, 'dist', '.built-from');
const SOURCES = [
  'apps/api/src',
  'apps/cli/src',
  'apps/web',
  'libs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
];
const IGNORED = new Set(['node_modules', 'dist']);

/** True when dist/ was built from exactly these sources. Asked by contents, because a checkout changes times only. */
export function isBuilt() {
  const parts = ['apps/api/src/main.js', 'web/index.html'].map((file) => join(ROOT, 'dist', file));
  return (
    existsSync(STAMP) &&
    parts.every((file) => existsSync(file)) &&
    readFileSync(STAMP, 'utf8') === fingerprint()
  );
}

/** Remembers what dist/ was built from. */
export function rememberBuild(print) {
  writeFileSync(STAMP, print);
}

/** Returns a hash of every source file's path and contents. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => list(source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function list(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !IGNORED.has(entry.name) && !/\.(spec|medium)\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? list(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}
