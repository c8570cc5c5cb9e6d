import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { StartRefused } from '@roundtable/platform';
import { DataFolder } from './data-folder.js';
import { findPostgresBinaries, type PostgresBinaries } from './embedded-binaries.js';
import { launch, LOCK_IS_HELD } from './embedded-launcher.js';
import { connectsTo, ensureDatabase, socketUrl } from './embedded-connection.js';

const SOCKET_DIR_PREFIX = 'roundtable-';
const LONGEST_SOCKET_DIR = 80;
const READY_WITHIN_MS = 60_000;
const LOCK_FREE_WITHIN_MS = 10_000;
const STOP_WITHIN_MS = 15_000;
const POLL_MS = 25;
const MOST_RESTARTS = 5;
const RESTARTS_FORGIVEN_AFTER_MS = 60_000;

/** How an embedded Postgres is run. */
export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** False only for tests: gives up durability for speed. */
  durable?: boolean;
  maxConnections?: number;
  /** Called when Postgres went away for good although nobody stopped it. */
  onLost?: (sentence: string) => void;
}

/**
 * Runs a real Postgres of our own on a data folder: made on first use, reachable through a private Unix socket
 * only, shut down when this process ends in whatever way, restarted when it dies by itself. Decides nothing
 * about schemas.
 */
export class EmbeddedPostgres {
  private child: ChildProcess | undefined;
  private isStopping = false;
  private restarts: number[] = [];
  private tail = '';

  private constructor(
    private readonly folder: DataFolder,
    private readonly binaries: PostgresBinaries,
    private readonly socketDir: string,
    private readonly options: EmbeddedPostgresOptions,
  ) {}

  /**
   * Starts the Postgres of a data folder and returns when it answers.
   * @throws StartRefused with one sentence when it cannot be started.
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = new DataFolder(options.dataDir);
    const binaries = findPostgresBinaries();
    folder.prepare();
    if (folder.findRunning()) throw folder.inUse();
    removeLeftSocketDir(folder);
    const server = new EmbeddedPostgres(folder, binaries, makeSocketDir(), options);
    try {
      server.makeClusterOnce();
      await server.startWhenLockIsFree();
      await ensureDatabase(server.socketDir);
    } catch (error) {
      await server.stop();
      throw error;
    }
    folder.noteRunning(server.socketDir);
    return server;
  }

  /** The address of the database, for `pg` and TypeORM. */
  get url(): string {
    return socketUrl(this.socketDir);
  }

  /** Process id of the postmaster, for tests that kill it. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Shuts Postgres down: fast first, by force when it does not answer. Safe to call twice. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const child = this.child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGINT');
      const force = setTimeout(() => child.kill('SIGQUIT'), STOP_WITHIN_MS);
      await exited;
      clearTimeout(force);
      this.folder.forgetRunning();
    }
    rmSync(this.socketDir, { recursive: true, force: true });
  }

  private makeClusterOnce(): void {
    const { clusterDir } = this.folder;
    if (existsSync(join(clusterDir, 'PG_VERSION'))) {
      this.assertKnownVersion();
      return;
    }
    const draft = `${clusterDir}.new-${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    const { command, args } = launch(this.binaries.initdb, initdbArguments(draft), { ownedPaths: [draft] });
    const result = spawnSync(command, args, { encoding: 'utf8' });
    if (result.status !== 0) {
      rmSync(draft, { recursive: true, force: true });
      throw new StartRefused(
        `The embedded Postgres could not make its files in ${this.folder.path}: ${lastLine(result.stderr)}. Choose another folder with ROUNDTABLE_DATA_DIR, or set DATABASE_URL.`,
      );
    }
    this.moveIntoPlace(draft);
  }

  /** A half-made cluster never bears the final name; when another process was faster, that one has the folder. */
  private moveIntoPlace(draft: string): void {
    try {
      renameSync(draft, this.folder.clusterDir);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') throw this.folder.inUse();
      throw new StartRefused(
        `The embedded Postgres could not put its files at ${this.folder.clusterDir} (${code ?? 'unknown'}): move away what is there, or choose another folder with ROUNDTABLE_DATA_DIR.`,
      );
    }
  }

  private assertKnownVersion(): void {
    const found = readFileSync(join(this.folder.clusterDir, 'PG_VERSION'), 'utf8').trim();
    if (found === this.binaries.major) return;
    throw new StartRefused(
      `The data folder ${this.folder.path} holds files of Postgres ${found}, and this Roundtable brings Postgres ${this.binaries.major}: start the Roundtable that wrote it, or choose another folder with ROUNDTABLE_DATA_DIR.`,
    );
  }

  /** After a kill -9 the old Postgres needs a moment to shut down; a living owner is refused at once by the caller. */
  private async startWhenLockIsFree(): Promise<void> {
    const deadline = Date.now() + LOCK_FREE_WITHIN_MS;
    for (;;) {
      const exitCode = await this.spawnAndWait();
      if (exitCode === null) return;
      if (!this.wasRefusedTheLock(exitCode)) throw this.didNotStart();
      if (this.folder.findRunning() || Date.now() > deadline) throw this.folder.inUse();
      await pause(POLL_MS * 4);
    }
  }

  private wasRefusedTheLock(exitCode: number): boolean {
    return exitCode === LOCK_IS_HELD || this.tail.includes('postmaster.pid');
  }

  /** Returns null when Postgres answers, or the code it ended with. */
  private async spawnAndWait(): Promise<number | null> {
    const child = this.spawnPostgres();
    const deadline = Date.now() + READY_WITHIN_MS;
    while (child.exitCode === null && child.signalCode === null) {
      if (await connectsTo(this.socketDir)) return null;
      if (Date.now() > deadline) throw this.didNotStart();
      await pause(POLL_MS);
    }
    return child.exitCode ?? -1;
  }

  private spawnPostgres(): ChildProcess {
    const { clusterDir, lockFile } = this.folder;
    const { command, args } = launch(this.binaries.postgres, this.postgresArguments(), {
      ownedPaths: [clusterDir, this.socketDir],
      lockFile,
      stalePidFile: join(clusterDir, 'postmaster.pid'),
    });
    // Detached: Ctrl-C in a terminal reaches node only, which then stops Postgres when it has finished.
    const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    this.child = child;
    this.tail = '';
    child.stderr?.on(
      'data',
      (chunk: Buffer) => (this.tail = (this.tail + chunk.toString('utf8')).slice(-4_000)),
    );
    child.on('error', (error) => (this.tail = error.message));
    child.on('exit', () => void this.restartWhenUnexpected(child));
    return child;
  }

  private async restartWhenUnexpected(child: ChildProcess): Promise<void> {
    const wasServing = this.folder.findRunning()?.socketDir === this.socketDir;
    if (this.isStopping || !wasServing || child !== this.child) return;
    const now = Date.now();
    this.restarts = [...this.restarts.filter((at) => now - at < RESTARTS_FORGIVEN_AFTER_MS), now];
    try {
      if (this.restarts.length > MOST_RESTARTS) throw this.didNotStart();
      await this.startAgain();
    } catch (error) {
      this.folder.forgetRunning();
      this.options.onLost?.(error instanceof Error ? error.message : 'The embedded Postgres is gone.');
    }
  }

  private async startAgain(): Promise<void> {
    const deadline = Date.now() + LOCK_FREE_WITHIN_MS;
    for (;;) {
      const exitCode = await this.spawnAndWait();
      if (exitCode === null || this.isStopping) return;
      if (!this.wasRefusedTheLock(exitCode) || Date.now() > deadline) throw this.didNotStart();
      await pause(POLL_MS * 4);
    }
  }

  private postgresArguments(): string[] {
    const { durable = true, maxConnections = 200 } = this.options;
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${this.socketDir}`,
      'unix_socket_permissions=0700',
      `max_connections=${maxConnections}`,
      // People's words must not reach a log: no failing statements, no details, no errors caused by input.
      'log_min_messages=log',
      'log_min_error_statement=panic',
      'log_error_verbosity=terse',
      ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'autovacuum=off']),
    ];
    return ['-D', this.folder.clusterDir, ...settings.flatMap((setting) => ['-c', setting])];
  }

  private didNotStart(): StartRefused {
    return new StartRefused(
      `The embedded Postgres on ${this.folder.path} did not start: ${lastLine(this.tail)}. Look at the folder, choose another one with ROUNDTABLE_DATA_DIR, or set DATABASE_URL.`,
    );
  }
}

/** The locale decides search: with any other set of flags, Cyrillic full text or trigram search comes out empty. */
function initdbArguments(directory: string): string[] {
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';
  const flags = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', `--locale=${locale}`];
  return ['-D', directory, '--username=roundtable', '--auth=trust', '--no-instructions', ...flags];
}

/** Short, because the path of a Unix socket may have about 100 bytes; private, because Postgres trusts who gets in. */
function makeSocketDir(): string {
  const base = tmpdir().length < LONGEST_SOCKET_DIR ? tmpdir() : '/tmp';
  const directory = mkdtempSync(join(base, SOCKET_DIR_PREFIX));
  chmodSync(directory, 0o700);
  return directory;
}

function removeLeftSocketDir(folder: DataFolder): void {
  const left = folder.findLastSocketDir();
  if (left !== undefined && basename(left).startsWith(SOCKET_DIR_PREFIX))
    rmSync(left, { recursive: true, force: true });
}

function lastLine(text: string): string {
  const lines = text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.at(-1)?.replace(/\.$/, '') ?? 'it said nothing';
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
