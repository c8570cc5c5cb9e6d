#!/usr/bin/env node
// The door of the command line: builds the program when its sources are newer, then runs it.
import { ensureBuilt } from '../../../scripts/build.mjs';

await ensureBuilt({ quiet: true });
const { main } = await import('../../../dist/apps/cli/src/main.js');
process.exitCode = await main(process.argv.slice(2));
