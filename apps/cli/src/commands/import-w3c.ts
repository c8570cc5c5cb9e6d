import { readFileSync, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AccountView, ImportReport, MeetingExport } from '@roundtable/contracts';
import {
  ExportService,
  W3cImportService,
  type KnownPeople,
  type W3cImportedFile,
} from '@roundtable/transcript';
import type { Command } from '../arguments.js';
import { CliError } from '../cli-error.js';
import { withContext, type CliContext } from '../context.js';
import { findImporter } from '../importer.js';
import { compareWithPublished } from '../published/compare.js';
import { readPublishedMinutes } from '../published/published-minutes.js';
import { saidInTranscript } from '../published/said-in-transcript.js';
import { readFileOrRefuse } from '../read-file.js';
import { say } from '../terminal.js';
import { writeFileOrRefuse } from '../write-file.js';

type ReportedFile = ImportReport['files'][number];

/** Imports logs one by one, says what became of each, and writes the report. Gives 1 when a file could not be taken. */
export async function importW3c({
  files,
  report,
  people,
  account,
}: Extract<Command, { name: 'import-w3c' }>): Promise<number> {
  const reported = await withContext(async (context) => {
    const importer = await findImporter(context.app, account);
    const rows: ReportedFile[] = [];
    for (const file of files) rows.push(await importOne(context, file, { people, importer }));
    return rows;
  });
  if (report !== null)
    writeFileOrRefuse(report, `${JSON.stringify({ files: reported } satisfies ImportReport, null, 2)}\n`);
  say(summarise(reported));
  return reported.every(({ meeting }) => meeting !== null) ? 0 : 1;
}

async function importOne(
  { app }: CliContext,
  file: string,
  { people, importer }: { people: string | null; importer: AccountView | null },
): Promise<ReportedFile> {
  const bytes = readOrSay(file);
  if (bytes === null) return unread(file);
  const known = findPeople(file, people);
  const imported = await app.get(W3cImportService).importFile(
    { name: nameOf(file), bytes },
    {
      account: importer,
      secretary: 'Secretariat',
      ...(known && { people: known }),
    },
  );
  const { result, summary, link } = imported;
  if (result.problem) say(`${file}: ${result.problem.message}`);
  else
    say(
      `${file}: ${result.duplicate ? 'was imported before as' : 'became'} meeting ${result.meeting} (${summary.lines} lines)`,
    );
  if (link !== null) say(`  read it here: ${link}`);
  for (const { line, text, reason } of summary.notUnderstood)
    say(`  line ${line} was not understood (${reason}): ${text}`);
  return { ...describe(file, imported), ...(await compareWithMinutes(app, file, result.meeting)) };
}

/** One file that cannot be read keeps no other from being imported. */
function readOrSay(file: string): Buffer | null {
  try {
    return readFileOrRefuse(file);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    say(error.message);
    return null;
  }
}

function unread(file: string): ReportedFile {
  return {
    file,
    meeting: null,
    lines: 0,
    understood: 0,
    notUnderstood: [],
    speakers: 0,
    proposals: 0,
    decisions: 0,
    published: null,
    agreeing: null,
  };
}

function describe(
  file: string,
  { result, summary }: W3cImportedFile,
): Omit<ReportedFile, 'published' | 'agreeing'> {
  return {
    file,
    meeting: result.meeting,
    lines: summary.lines,
    understood: summary.understood,
    notUnderstood: summary.notUnderstood,
    speakers: summary.speakers.length,
    proposals: summary.proposals,
    decisions: summary.decisions,
  };
}

/** The minutes a group published beside its log say whether speakers and words came out right. */
async function compareWithMinutes(app: CliContext['app'], file: string, meeting: string | null) {
  const minutes = [join(dirname(file), 'index.html'), file.replace(/\.[^.]*$/, '.html')].find((path) =>
    existsSync(path),
  );
  if (meeting === null || minutes === undefined) return { published: null, agreeing: null };
  const { text } = await app.get(ExportService).exportJson(meeting, 'staff');
  const record = saidInTranscript(JSON.parse(text) as MeetingExport);
  const { published, agreeing } = compareWithPublished(
    record,
    readPublishedMinutes(readFileSync(minutes, 'utf8')),
  );
  return { published, agreeing };
}

/** Groups keep one people.json beside their logs or one folder up. */
function findPeople(file: string, named: string | null): KnownPeople | null {
  const beside = [join(dirname(file), 'people.json'), join(dirname(file), '..', 'people.json')];
  const path = named ?? beside.find((each) => existsSync(each));
  if (path === undefined) return null;
  try {
    return JSON.parse(readFileOrRefuse(path).toString('utf8')) as KnownPeople;
  } catch (error) {
    if (named === null) return null;
    throw new CliError(`${path} is not a people.json (${(error as Error).message}).`);
  }
}

/** Two folders up to the file: a day in the path dates a log that has only clock times. */
function nameOf(file: string): string {
  return join(basename(dirname(dirname(file))), basename(dirname(file)), basename(file));
}

function summarise(files: ReportedFile[]): string {
  const sum = (pick: (file: ReportedFile) => number | null) =>
    files.reduce((total, file) => total + (pick(file) ?? 0), 0);
  const published = sum((file) => file.published);
  const agreeing = sum((file) => file.agreeing);
  const share =
    published === 0
      ? ''
      : `; ${agreeing} of ${published} published statements agree (${((100 * agreeing) / published).toFixed(2)} %)`;
  return (
    `${files.length} files, ${sum((file) => file.lines)} lines, ${sum((file) => file.notUnderstood.length)} not understood, ` +
    `${sum((file) => file.proposals)} proposals, ${sum((file) => file.decisions)} decisions${share}`
  );
}
