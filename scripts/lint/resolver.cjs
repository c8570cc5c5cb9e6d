const { existsSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const ROOT = resolve(__dirname, '..', '..');

/** Finds what an import of ours means: `@roundtable/<lib>`, and `.js` for a TypeScript source beside it. */
exports.interfaceVersion = 2;
exports.resolve = (source, file) => {
  const library = /^@roundtable\/([^/]+)$/.exec(source)?.[1];
  if (library) return { found: true, path: join(ROOT, 'libs', library, 'src', 'index.ts') };
  if (!source.startsWith('.')) return { found: false };
  const base = resolve(dirname(file), source);
  const candidates = [
    base,
    base.replace(/\.js$/, '.ts'),
    base.replace(/\.js$/, '.tsx'),
    `${base}.ts`,
    `${base}.tsx`,
  ];
  const path = candidates.find((candidate) => existsSync(candidate));
  return path ? { found: true, path } : { found: false };
};
