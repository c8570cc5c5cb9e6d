import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from '@swc/core';

const ROOT = new URL('../../', import.meta.url);
const OPTIONS = JSON.parse(await readFile(new URL('.swcrc', ROOT), 'utf8'));

/** Resolves `@roundtable/<lib>` and `.js` specifiers to TypeScript sources, as the tests' mapping does. */
export async function resolve(specifier, context, next) {
  const library = /^@roundtable\/([^/]+)$/.exec(specifier)?.[1];
  if (library) return next(new URL(`libs/${library}/src/index.ts`, ROOT).href, context);
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return next(source.href, context);
  }
  return next(specifier, context);
}

/** Compiles TypeScript sources of this repository on the way in. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts') || !url.startsWith(pathToFileURL(fileURLToPath(ROOT)).href))
    return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename, swcrc: false });
  return { format: 'module', source: code, shortCircuit: true };
}
