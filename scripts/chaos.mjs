import { buildWhenNeeded } from './build.mjs';
import { runAsGroup } from './process-group.mjs';
import { findPrograms } from './requirements.mjs';
import { isMain } from './step.mjs';

const LOADER = './test/support/typescript.mjs';

/** Those that strike fast; a deploy and a restored backup take their time, and are for the long form. */
const FAST_FAULTS = [
  'kill a node',
  'stop Redis',
  'hang Redis',
  'crash Postgres',
  'end database connections',
  'refuse locks',
  'cut lines',
  'lose answers',
  'everybody returns at once',
  'reload tabs',
  'remove readers without Redis',
  'take the right to write',
];

/** What the short form of `npm test` is: two minutes in all, with two of the planted bugs. */
const SHORT = [
  ['--minutes', '1.2'],
  ['--nodes', '2'],
  ['--rooms', '2'],
  ['--writers', '6'],
  ['--pace', '45'],
  ['--crowd', '100'],
  ['--faults', FAST_FAULTS.join(',')],
  ['--bugs', 'join after read,no revocation'],
].flat();

/**
 * Runs several nodes through faults and checks that nothing was lost: `npm run chaos -- --minutes 15 --seed 1 --json
 * FILE`. Resolves to true where every promise held.
 */
export async function chaos(args) {
  await findPrograms(['redis-server']);
  await buildWhenNeeded({ parts: ['server'] });
  const node = ['--import', LOADER, '--no-warnings', 'test/chaos/main.ts', ...args];
  const { code, stoppedBy } = await runAsGroup(process.execPath, node, { echo: true });
  return code === 0 && stoppedBy === null;
}

/** The form that is part of `npm test`. */
export function shortChaos() {
  return chaos(SHORT);
}

if (isMain(import.meta)) {
  chaos(process.argv.slice(2)).then(
    (isGood) => process.exit(isGood ? 0 : 1),
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(1);
    },
  );
}
