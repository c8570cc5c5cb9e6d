import { fingerprint, isBuilt, PARTS, rememberBuild } from './freshness.mjs';
import { isMain, step } from './step.mjs';

const BIN = 'node_modules/.bin';

/** What each part of dist/ is made with. */
const RECIPES = {
  server: ['Building the server', `${BIN}/nest`, ['build', 'api']],
  web: ['Building the web app', `${BIN}/vite`, ['build', 'apps/web', '--logLevel', 'warn']],
};

/** Compiles the server and the command line with tsc and the web app with vite, into dist/. */
export async function build({ parts = PARTS, progress = process.stdout } = {}) {
  for (const part of parts) {
    // Taken before the build: a file saved meanwhile makes the next start build again.
    const print = fingerprint(part);
    await step(...RECIPES[part], { progress });
    rememberBuild(part, print);
  }
}

/** Builds those parts that do not come from exactly these sources. `progress` is where it says what it does. */
export async function buildWhenNeeded({ parts = PARTS, progress = process.stdout } = {}) {
  await build({ parts: parts.filter((part) => !isBuilt(part)), progress });
}

if (isMain(import.meta)) {
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
