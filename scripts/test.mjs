import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from './build.mjs';
import { shortChaos } from './chaos.mjs';
import { runAsGroup } from './process-group.mjs';
import { findPrograms, provideRedis } from './requirements.mjs';

/** The sizes of test in the order they run, and what each needs beside Postgres. */
const PROJECTS = [
  { name: 'unit', needs: [], isBuiltNeeded: false },
  { name: 'medium', needs: ['redis-server'], isBuiltNeeded: false },
  { name: 'e2e', needs: ['redis'], isBuiltNeeded: true },
  { name: 'browser', needs: ['chromium', 'redis-server', 'nginx'], isBuiltNeeded: true },
];

/** So long may a run take to end after its last test. */
const LEFT_OPEN_MS = 60_000;

/**
 * Every core has a worker. What a test file has loaded stays in its process, and after some fifty files what took 10 us took
 * 3 ms: a process that has grown gives way to a new one.
 */
const WORKERS = [`--maxWorkers=${availableParallelism()}`, '--workerIdleMemoryLimit=1GB'];

await main();

/** `npm test`: finds or provides what is needed, builds, runs every size, and ends with `N passed, N failed`. */
async function main() {
  const totals = { passed: 0, failed: 0 };
  try {
    await runAll(totals);
  } catch (error) {
    totals.failed += 1;
    process.stdout.write(`${error.message}\n`);
  }
  if (totals.passed + totals.failed === 0) {
    totals.failed = 1;
    process.stdout.write('No test fits these arguments.\n');
  }
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
  process.exit(totals.failed === 0 ? 0 : 1);
}

async function runAll(totals) {
  const { projects, rest } = readArguments(process.argv.slice(2));
  const programs = await findPrograms([...new Set(projects.flatMap((project) => project.needs))]);
  if (projects.some((project) => project.isBuiltNeeded)) await buildWhenNeeded();
  const redis = programs.redis ? await provideRedis(programs.redis) : undefined;
  const env = {
    ...process.env,
    ...(redis && { ROUNDTABLE_TEST_REDIS: redis.url }),
    ...(programs.nginx && { NGINX_PATH: programs.nginx }),
    ...(programs.chromium && { CHROMIUM_PATH: programs.chromium }),
  };
  try {
    for (const project of projects) await runProject(project.name, rest, env, totals);
  } finally {
    redis?.stop();
  }
  if (process.argv.length === 2) await runChaos(totals);
}

/** The short form of `npm run chaos`, two minutes; left out where certain tests were asked for. */
async function runChaos(totals) {
  process.stdout.write('\nchaos, the short form\n');
  if (await shortChaos()) totals.passed += 1;
  else totals.failed += 1;
}

/** `--selectProjects unit medium` chooses sizes; everything else goes to jest as it is. */
function readArguments(args) {
  const at = args.indexOf('--selectProjects');
  if (at < 0) return { projects: PROJECTS, rest: args };
  const names = new Set();
  let end = at + 1;
  while (PROJECTS.some((project) => project.name === args[end])) names.add(args[end++]);
  return {
    projects: PROJECTS.filter((project) => names.has(project.name)),
    rest: [...args.slice(0, at), ...args.slice(end)],
  };
}

async function runProject(name, rest, env, totals) {
  const folder = mkdtempSync(join(tmpdir(), 'rt-jest-'));
  const report = join(folder, 'report.json');
  const node = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const jest = [
    '--selectProjects',
    name,
    '--passWithNoTests',
    '--json',
    '--outputFile',
    report,
    ...WORKERS,
    ...rest,
  ];
  process.stdout.write(`\n${name} tests\n`);
  const started = (child) => endAfterReport(name, child, report);
  try {
    const tests = runAsGroup(process.execPath, [...node, ...jest], { env, echo: 'stderr', started });
    const { code, stoppedBy } = await tests;
    if (stoppedBy !== null) throw new Error(`Stopped by ${stoppedBy} during the ${name} tests.`);
    count(name, readReport(report), code, totals);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test that leaves something open keeps its run from ending: it is ended here, which counts as a failure. */
function endAfterReport(name, child, report) {
  let reportedAt = null;
  const look = setInterval(() => {
    if (reportedAt === null && existsSync(report)) reportedAt = Date.now();
    if (reportedAt === null || Date.now() - reportedAt < LEFT_OPEN_MS) return;
    process.stdout.write(`The ${name} tests left something open: run them with --detectOpenHandles.\n`);
    child.kill('SIGKILL');
  }, 1_000);
  child.on('exit', () => clearInterval(look));
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Jest ended before it could write; counted as a failure below.
    return null;
  }
}

/** A test that was skipped has promised something and shown nothing: it counts as failed, by name. */
function count(name, report, code, totals) {
  if (!report) {
    totals.failed += 1;
    process.stdout.write(`The ${name} tests ended without a report.\n`);
    return;
  }
  const skipped = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => test.fullName),
  );
  const isOnlyOneAskedFor = process.argv.some((argument) => /^(-t|--testNamePattern)/.test(argument));
  const unaccounted = isOnlyOneAskedFor ? [] : skipped;
  for (const test of unaccounted) process.stdout.write(`Skipped, which counts as failed: ${test}\n`);
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites + unaccounted.length;
  const isUnexplained = code !== 0 && report.success;
  if (isUnexplained) {
    totals.failed += 1;
    process.stdout.write(`The ${name} tests passed, but their process ended with ${code}.\n`);
  }
}
