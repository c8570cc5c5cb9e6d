#!/usr/bin/env node
// The door of the command line: builds the program when its sources are newer, then runs it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));

try {
  // A container has the built program alone.
  if (existsSync(SOURCES)) await buildServer();
  const { main } = await import('../../../dist/apps/cli/src/main.js');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Progress goes to stderr: what a command prints may be a file. */
async function buildServer() {
  const { buildWhenNeeded } = await import('../../../scripts/build.mjs');
  await buildWhenNeeded({ parts: ['server'], progress: process.stderr });
}
