import { writeFileSync } from 'node:fs';
import { bench } from './bench.js';
import { readOptions } from './options.js';
import { toTable } from './report.js';

const options = readOptions(process.argv.slice(2));
const report = await bench(options);
process.stdout.write(`\n${toTable(report)}\n`);
if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
process.exit(report.notMeasured.length > 0 || report.voidRuns.length > 0 ? 1 : 0);
