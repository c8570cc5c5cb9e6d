#!/usr/bin/env node
// The door of the command line: builds the program when its sources are newer, then runs it.
import { buildWhenNeeded } from '../../../scripts/build.mjs';

await buildWhenNeeded();
const { main } = await import('../../../dist/apps/cli/src/main.js');
process.exitCode = await main(process.argv.slice(2));
