import '../test/support/typescript.mjs';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildWhenNeeded } from './build.mjs';
import { isMain } from './step.mjs';

/** `npm run oracle:decisions -- FOLDER... [--json FILE]`: decisions as imported beside those that were published. */
export async function oracleDecisions(folders, json) {
  if (folders.length === 0)
    throw new Error('Name a folder with meetings: npm run oracle:decisions -- FOLDER... [--json FILE]');
  await buildWhenNeeded();
  const { compareDecisions } = await import('../test/oracle/decisions/run.ts');
  const report = await compareDecisions(folders);
  for (const { file, chain, cause } of report.misses)
    process.stdout.write(`${file}: ${chain}\n    ${cause}\n`);
  const { files, chains, right, share, unprinted } = report;
  process.stdout.write(
    `${right} of ${chains} chains right (${(share * 100).toFixed(2)} %) in ${files} meetings; ` +
      `${unprinted} votes that the minutes leave out were read from the log\n`,
  );
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
}

if (isMain(import.meta)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' } },
  });
  await oracleDecisions(positionals, values.json).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
