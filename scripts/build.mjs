import { fingerprint, isBuilt, rememberBuild } from './freshness.mjs';
import { isMain, step } from './step.mjs';

const BIN = 'node_modules/.bin';

/** Compiles the server and the command line with tsc and the web app with vite, into dist/. */
export async function build() {
  const print = fingerprint();
  await step('Building the server', `${BIN}/nest`, ['build', 'api']);
  await step('Building the web app', `${BIN}/vite`, ['build', 'apps/web', '--logLevel', 'warn']);
  // Taken before the build: a file saved meanwhile makes the next start build again.
  rememberBuild(print);
}

/** Builds unless dist/ comes from exactly these sources. */
export async function buildWhenNeeded() {
  if (!isBuilt()) await build();
}

if (isMain(import.meta)) {
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
