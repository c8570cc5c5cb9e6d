import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from './step.mjs';

const IGNORED = new Set(['node_modules', 'dist']);

/** Of each part of dist/: what it is made from, and the file that is there when it is. */
const MADE = {
  server: {
    sources: [
      'apps/api/src',
      'apps/cli/src',
      'libs',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
    ],
    result: 'apps/api/src/main.js',
  },
  web: {
    sources: ['apps/web', 'libs/contracts', 'libs/client', 'package-lock.json'],
    result: 'web/index.html',
  },
};

/** The parts of dist/, in the order they are built. */
export const PARTS = Object.keys(MADE);

/** True when a part was built from exactly these sources. Asked by contents, because a checkout changes times only. */
export function isBuilt(part) {
  const stamp = stampOf(part);
  return (
    existsSync(stamp) &&
    existsSync(join(ROOT, 'dist', MADE[part].result)) &&
    readFileSync(stamp, 'utf8') === fingerprint(part)
  );
}

/** Remembers what a part was built from. */
export function rememberBuild(part, print) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(stampOf(part), print);
}

/** Returns a hash of the path and contents of every source file of a part. */
export function fingerprint(part) {
  const hash = createHash('sha256');
  for (const file of MADE[part].sources.flatMap((source) => list(source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function stampOf(part) {
  return join(ROOT, 'dist', `.${part}-built-from`);
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
