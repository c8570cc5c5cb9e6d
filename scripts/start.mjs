import { buildWhenNeeded } from './build.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** `npm start`: builds when the sources changed, then becomes the server. */
try {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(
      `Roundtable needs Node.js 20.19 or later, and this is ${process.versions.node}: install a newer one.`,
    );
  }
  await buildWhenNeeded();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
process.stdout.write('Starting ...\n');
// Imported, not spawned: signals and kill -9 then reach the server itself.
await import('../dist/apps/api/src/main.js');
