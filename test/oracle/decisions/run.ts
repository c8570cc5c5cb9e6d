import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../../support/command-line.js';
import { chainsOfExport, compareChains, type Miss } from './compare-chains.js';
import { expectChains } from './expected-chains.js';
import { readLoggedResolutions } from './log-lines.js';
import { isSame } from './published-lines.js';

/** How far the decisions of imported meetings are those of the minutes their groups published. */
export interface DecisionsReport {
  /** Logs with minutes beside them. */
  files: number;
  chains: number;
  right: number;
  /** `right / chains`, from 0 to 1. */
  share: number;
  /** Votes that the minutes leave out, read from the log. */
  unprinted: number;
  misses: (Miss & { file: string })[];
}

/**
 * Imports every log under the folders that has published minutes beside it into an empty Roundtable, exports the
 * meetings, and compares their chains of proposal, positions and decision with the minutes. The expected values are
 * read without anything of the importer.
 * @throws Error where a folder does not exist, holds no log with minutes, or the command line fails.
 */
export async function compareDecisions(folders: string[]): Promise<DecisionsReport> {
  const logs = folders.flatMap(findLogs);
  if (logs.length === 0)
    throw new Error(
      `There is no irc.log with an index.html, or text with an .html of its name, beside it in ${folders.join(', ')}.`,
    );
  const scratch = mkdtempSync(join(tmpdir(), 'roundtable-decisions-'));
  // A database that the environment names is somebody's: meetings are imported into one of their own.
  const settings = { ROUNDTABLE_DATA_DIR: join(scratch, 'data'), DATABASE_URL: '', REDIS_URL: '' };
  try {
    const reportFile = join(scratch, 'report.json');
    await mustRun(['import', 'w3c', ...logs, '--json', reportFile], settings);
    const { files } = readJson<{ files: { file: string; meeting: string }[] }>(reportFile);
    const report: DecisionsReport = {
      files: logs.length,
      chains: 0,
      right: 0,
      share: 0,
      unprinted: 0,
      misses: [],
    };
    for (const { file, meeting } of files) {
      const out = join(scratch, 'export.json');
      await mustRun(['export', meeting, '--format', 'json', '--out', out], settings);
      add(report, file, out);
    }
    report.share = report.chains === 0 ? 1 : report.right / report.chains;
    return report;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function add(report: DecisionsReport, file: string, exported: string): void {
  const minutes = readFileSync(minutesOf(file), 'utf8');
  const log = readFileSync(file, 'utf8');
  const { chains: published, names, unprinted } = expectChains(minutes, log);
  const { right, misses } = compareChains(published, chainsOfExport(readJson(exported)), names);
  report.unprinted += unprinted;
  report.chains += published.length;
  report.right += right;
  for (const miss of misses) report.misses.push({ file, ...miss });
  for (const words of readLoggedResolutions(log))
    if (!published.some(({ resolution }) => isSame(resolution, words)))
      report.misses.push({ file, chain: words, cause: 'is resolved in the log and not in the minutes' });
}

/** Logs with minutes: `irc.log` beside `index.html` in a folder or one below it, and `meeting.txt` beside `meeting.html`. */
function findLogs(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`There is no folder ${folder}.`);
  return [folder, ...readdirSync(folder).map((name) => join(folder, name))]
    .map((path) => (path.endsWith('.txt') ? path : join(path, 'irc.log')))
    .filter((log) => existsSync(log) && existsSync(minutesOf(log)));
}

function minutesOf(log: string): string {
  return log.replace(/irc\.log$/, 'index.html').replace(/\.txt$/, '.html');
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
