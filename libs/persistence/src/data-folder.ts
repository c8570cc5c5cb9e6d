import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartRefused } from '@roundtable/platform';
import { identifyProcess, isSameProcess, type ProcessIdentity } from './process-identity.js';

/** Layout of the data folder. Goes up when an older server could no longer read it. */
const FORMAT = 1;

/** Who runs the Postgres of a data folder now, and where it listens. */
export interface RunningServer {
  process: ProcessIdentity;
  socketDir: string;
}

/** The folder that holds the embedded Postgres, the server secret and uploads. */
export class DataFolder {
  readonly clusterDir: string;
  readonly lockFile: string;
  private readonly formatFile: string;
  private readonly runningFile: string;
  private readonly addressFile: string;

  constructor(readonly path: string) {
    this.clusterDir = join(path, 'pg');
    this.lockFile = join(path, 'pg.lock');
    this.formatFile = join(path, 'roundtable.json');
    this.runningFile = join(path, 'running.json');
    this.addressFile = join(path, 'address.json');
  }

  /**
   * Makes the folder where it is missing and checks that this version may use it.
   * @throws StartRefused when it cannot be written, or was written by a newer version.
   */
  prepare(): void {
    this.assertWritable();
    const format = this.readFormat();
    if (format === undefined) writeJson(this.formatFile, { format: FORMAT });
    else if (format > FORMAT) {
      throw new StartRefused(
        `The data folder ${this.path} was written by a newer Roundtable (format ${format}, this version knows ${FORMAT}): start that version, or choose another folder with ROUNDTABLE_DATA_DIR.`,
      );
    }
  }

  /** Returns the living process that runs this folder's Postgres, or undefined; what a killed one left is ignored. */
  findRunning(): RunningServer | undefined {
    const running = readJson(this.runningFile);
    if (!isRunningServer(running)) return undefined;
    return isSameProcess(running.process) ? running : undefined;
  }

  /** Returns the socket folder that the last run noted, living or dead. */
  findLastSocketDir(): string | undefined {
    const running = readJson(this.runningFile);
    return isRunningServer(running) ? running.socketDir : undefined;
  }

  /** Notes that this process runs the Postgres, so that a command line can join it. */
  noteRunning(socketDir: string): void {
    writeJson(this.runningFile, { process: identifyProcess(process.pid), socketDir } satisfies RunningServer);
  }

  /** Removes the note at a clean stop. */
  forgetRunning(): void {
    rmSync(this.runningFile, { force: true });
  }

  /** Notes where the server on this folder is reached, so that a command line names the same address. */
  noteAddress(publicUrl: string): void {
    writeJson(this.addressFile, { publicUrl });
  }

  /** Returns where the running server is reached; undefined where none runs or none said so. */
  findAddress(): string | undefined {
    const noted = this.findRunning() && readJson(this.addressFile);
    if (typeof noted !== 'object' || noted === null || !('publicUrl' in noted)) return undefined;
    return typeof noted.publicUrl === 'string' ? noted.publicUrl : undefined;
  }

  /** Says that somebody else has the folder. */
  inUse(): StartRefused {
    const holder = this.findRunning();
    const who = holder ? `process ${holder.process.pid}` : 'another Postgres';
    return new StartRefused(
      `The data folder ${this.path} is in use by ${who}: stop that one first, or choose another folder with ROUNDTABLE_DATA_DIR.`,
    );
  }

  private assertWritable(): void {
    try {
      makeFolder(resolve(this.path));
      accessSync(this.path, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      throw new StartRefused(
        `The data folder ${this.path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): give this user the right to write there, or choose another folder with ROUNDTABLE_DATA_DIR.`,
      );
    }
  }

  private readFormat(): number | undefined {
    if (!existsSync(this.formatFile)) return undefined;
    const found = readJson(this.formatFile);
    if (typeof found === 'object' && found !== null && 'format' in found && typeof found.format === 'number')
      return found.format;
    throw new StartRefused(
      `The file ${this.formatFile} is damaged: restore the data folder from a backup, or choose another folder with ROUNDTABLE_DATA_DIR.`,
    );
  }
}

/** Not `recursive`: where nothing can be made, as under /proc, Node would try for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Renamed into place, so that a crash leaves the old file or the new one and never half of one. */
function writeJson(file: string, value: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Missing and damaged are the same here: nobody can be joined through it.
    return undefined;
  }
}

function isRunningServer(value: unknown): value is RunningServer {
  if (typeof value !== 'object' || value === null || !('process' in value) || !('socketDir' in value))
    return false;
  const { process: holder, socketDir } = value;
  return (
    typeof socketDir === 'string' &&
    typeof holder === 'object' &&
    holder !== null &&
    'pid' in holder &&
    typeof holder.pid === 'number'
  );
}
