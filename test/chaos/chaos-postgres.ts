import { spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '@roundtable/persistence';
import { launch } from '../../libs/persistence/src/embedded-launcher.js';
import { findPostgresBinaries } from '../../libs/persistence/src/embedded-binaries.js';
import { endChild, startChild } from './child.js';
import { freePort } from './free-port.js';
import { holdsWithin } from './wait.js';

const DEBIAN = '/usr/lib/postgresql';
const INITDB = '--username=postgres --auth=trust --encoding=UTF8 --locale-provider=icu --icu-locale=und';

/** A real Postgres of the run's own, which may be stopped, crashed and started again. It waits for the disk. */
export class ChaosPostgres {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly programs: { initdb: string; postgres: string },
    private readonly dataDir: string,
    private readonly port: number,
    readonly logFile: string,
  ) {}

  /** Uses the newest Postgres of Debian's packages, else the one npm brought. */
  static async start(folder: string): Promise<ChaosPostgres> {
    const dataDir = join(folder, 'pg');
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const server = new ChaosPostgres(findPrograms(), dataDir, await freePort(), join(folder, 'postgres.log'));
    server.makeCluster();
    await server.start();
    return server;
  }

  url(database = 'postgres'): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  get program(): string {
    return this.programs.postgres;
  }

  async createDatabase(name: string): Promise<string> {
    await withClient(this.url(), (client) => client.query(`CREATE DATABASE ${name}`));
    return this.url(name);
  }

  async start(): Promise<void> {
    const args = ['-D', this.dataDir, ...settings(this.port)];
    const { command, args: all } = launch(this.programs.postgres, args, { ownedPaths: [this.dataDir] });
    this.child = startChild(command, all, { logFile: this.logFile });
    if (!(await holdsWithin(60_000, () => this.answers())))
      throw new Error(`Postgres did not start; see ${this.logFile}.`);
  }

  /** `fast` closes every connection and flushes; `crash` ends everything at once, and the next start recovers. */
  async stop(how: 'fast' | 'crash'): Promise<void> {
    await endChild(this.child, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }

  private makeCluster(): void {
    const { command, args } = launch(
      this.programs.initdb,
      [...INITDB.split(' '), '--locale=C.UTF-8', '-D', this.dataDir],
      { ownedPaths: [this.dataDir] },
    );
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
  }

  private async answers(): Promise<boolean> {
    try {
      await withClient(this.url(), (client) => client.query('SELECT 1'));
      return true;
    } catch {
      return false;
    }
  }
}

function settings(port: number): string[] {
  const values = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'max_wal_size=512MB',
  ];
  return values.flatMap((value) => ['-c', value]);
}

function findPrograms(): { initdb: string; postgres: string } {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  for (const version of versions.filter((each) => each >= 15).sort((a, b) => a - b)) {
    const bin = join(DEBIAN, String(version), 'bin');
    if (existsSync(join(bin, 'initdb')))
      return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  }
  return findPostgresBinaries();
}
