import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isMain, ROOT } from './step.mjs';

const IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

/** Returns each circle of files that import one another when they run; type-only imports are gone by then. */
export function findCycles() {
  const graph = new Map(listSources().map((file) => [file, readImports(file)]));
  const cycles = [];
  const state = new Map();
  const visit = (file, path) => {
    if (state.get(file) === 'done' || !graph.has(file)) return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].map((each) => relative(ROOT, each)));
      return;
    }
    state.set(file, 'open');
    for (const target of graph.get(file)) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

function listSources() {
  return ['apps', 'libs', 'test'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(ROOT, folder, name)),
  );
}

function readImports(file) {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, source]) => locate(source, file) ?? []);
}

function locate(source, file) {
  const library = /^@roundtable\/([^/]+)$/.exec(source)?.[1];
  if (library) return join(ROOT, 'libs', library, 'src', 'index.ts');
  if (!source.startsWith('.')) return undefined;
  const base = resolve(dirname(file), source);
  const candidates = [
    base.replace(/\.js$/, '.ts'),
    base.replace(/\.js$/, '.tsx'),
    `${base}.ts`,
    `${base}.tsx`,
  ];
  return candidates.find((candidate) => /\.tsx?$/.test(candidate) && existsSync(candidate));
}

if (isMain(import.meta)) {
  const cycles = findCycles();
  for (const cycle of cycles) process.stdout.write(`These import one another: ${cycle.join(' -> ')}\n`);
  process.exit(cycles.length === 0 ? 0 : 1);
}
