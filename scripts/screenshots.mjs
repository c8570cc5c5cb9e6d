import '../test/support/typescript.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenNeeded } from './build.mjs';
import { findPrograms } from './requirements.mjs';
import { isMain, ROOT } from './step.mjs';

const FOLDER = join(ROOT, 'screenshots');

/** `npm run screenshots [NAME...]`: pictures of every screen, or of those named, in screenshots/index.html. */
export async function screenshots(names) {
  const { chromium } = await findPrograms(['chromium']);
  process.env.CHROMIUM_PATH = chromium;
  // The pictures show a world of their own, never what an operator keeps.
  for (const setting of ['DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL', 'SMTP_URL']) delete process.env[setting];
  await buildWhenNeeded();
  if (names.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  const { takePictures } = await import('../test/browser/support/pictures.ts');
  const { taken, failures } = await takePictures(FOLDER, names);
  for (const failure of failures) process.stdout.write(`${failure}\n`);
  process.stdout.write(`${taken} pictures in ${join(FOLDER, 'index.html')}, ${failures.length} failed\n`);
  return failures.length === 0;
}

if (isMain(import.meta))
  await screenshots(process.argv.slice(2)).then(
    (isComplete) => process.exit(isComplete ? 0 : 1),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
