import { isMain, run } from './step.mjs';

const BIN = 'node_modules/.bin';

/** Each says what it looks at and how to mend what it finds. */
const CHECKS = [
  {
    name: 'format',
    command: `${BIN}/prettier`,
    args: ['--check', '--cache', '--log-level', 'warn', '.'],
    remedy: 'npm run format',
  },
  lint('lint and boundaries of the server', 'server', ['apps/api', 'apps/cli', 'libs', 'test']),
  lint('lint and boundaries of the web app', 'web', ['apps/web']),
  { name: 'import cycles', command: process.execPath, args: ['scripts/cycles.mjs'] },
  types('types of server, command line and tests', 'tsconfig.json', 'check'),
  types('types of the web app', 'apps/web/tsconfig.json', 'check-web'),
  types('types of the tests in the browser', 'test/browser/tsconfig.json', 'check-browser'),
  {
    name: 'lock file',
    command: 'npm',
    args: ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'],
    remedy: 'npm install',
  },
];

/** Two halves, because eslint works on one core and each half has a type program of its own anyway. */
function lint(name, half, folders) {
  const cache = [
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    `node_modules/.cache/eslint-${half}`,
  ];
  return {
    name,
    command: `${BIN}/eslint`,
    args: [...cache, '--max-warnings', '0', ...folders],
    remedy: 'npx eslint --fix .',
  };
}

function types(name, project, half) {
  const memory = ['--incremental', '--tsBuildInfoFile', `node_modules/.cache/${half}.tsbuildinfo`];
  return { name, command: `${BIN}/tsc`, args: ['-p', project, '--noEmit', ...memory] };
}

/** `npm run check`: format, lint, boundaries, types and the lock file, side by side. Returns true when all is well. */
export async function check() {
  const results = await Promise.all(CHECKS.map(runCheck));
  return results.every(Boolean);
}

async function runCheck({ name, command, args, remedy }) {
  const startedAt = Date.now();
  const { code, output } = await run(command, args);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (code === 0) {
    process.stdout.write(`ok      ${name} (${seconds} s)\n`);
    return true;
  }
  const hint = remedy ? ` Try: ${remedy}` : '';
  process.stdout.write(`${output.trim()}\nFAILED  ${name} (${seconds} s).${hint}\n`);
  return false;
}

if (isMain(import.meta)) process.exit((await check()) ? 0 : 1);
