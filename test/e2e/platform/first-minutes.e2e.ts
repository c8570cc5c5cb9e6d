import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SETTINGS } from '@roundtable/platform';
import { mustRun } from '../../support/command-line.js';
import { environmentWith } from '../../support/installation.js';
import { becomeAdministrator, createMeeting } from '../../support/person.js';
import { blankDatabase } from '../../support/postgres.js';
import { visit } from '../../support/room-visitor.js';
import { findFreePort, startRoundtable } from '../../support/roundtable.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const START = resolve('scripts/start.mjs');
const PRINTED = ['secretary', 'chair', 'rapporteur', 'expert', 'observer'];
/** The first start makes a database, and may have to build the program. */
const SLOWEST_MS = 240_000;

describe('the first minutes with npm start', () => {
  let dataDir: string;
  let settings: Record<string, string>;
  let server: Started;

  beforeAll(async () => {
    dataDir = scratchFolder('rt-first-');
    // Whatever is set for the tests: nothing but a place of its own.
    const nothing = Object.fromEntries(SETTINGS.map(({ name }) => [name, '']));
    settings = { ...nothing, ROUNDTABLE_DATA_DIR: dataDir, PORT: String(await findFreePort()) };
    server = await start(settings);
  }, SLOWEST_MS);
  afterAll(async () => {
    await server?.interrupt();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('print a link for each of five people, which lets one in as that person', async () => {
    expect(Object.keys(server.links)).toEqual(PRINTED);
    for (const [role, link] of Object.entries(server.links)) {
      const { room, participant, leave } = await visit(link);
      const people = room.getView().record?.snapshot.meetings.participants ?? [];
      expect(people.find(({ id }) => id === participant)?.roles).toEqual([role]);
      leave();
    }
  });

  it(
    'end with Ctrl-C, leave nobody at work on the folder, and find the same meeting at the next start',
    async () => {
      const running = join(dataDir, 'running.json');
      expect(existsSync(running)).toBe(true);
      expect(await server.interrupt()).toBe(0);
      expect(existsSync(running)).toBe(false);
      const before = server.links;
      server = await start(settings);
      expect(server.links).toEqual(before);
      const meetings = await mustRun(['meetings'], settings);
      expect(meetings.trim().split('\n')).toEqual([expect.stringContaining('Sary-Özön')]);
    },
    SLOWEST_MS,
  );
});

describe('a start with PORT=0', () => {
  it(
    'prints links with the port that the system gave, and so does a command line beside it',
    async () => {
      const dataDir = scratchFolder('rt-first-');
      const nothing = Object.fromEntries(SETTINGS.map(({ name }) => [name, '']));
      const settings = { ...nothing, ROUNDTABLE_DATA_DIR: dataDir, PORT: '0' };
      const server = await start(settings);
      try {
        expect(server.address).toMatch(/^http:\/\/localhost:[1-9]\d+$/);
        expect(Object.keys(server.links)).toEqual(PRINTED);
        for (const link of Object.values(server.links)) expect(new URL(link).origin).toBe(server.address);
        const { leave } = await visit(server.links['expert'] ?? '');
        leave();
        const printed = await mustRun(['create-admin'], settings);
        expect(printed).toContain(`${server.address}/setup/`);
      } finally {
        await server.interrupt();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
    SLOWEST_MS,
  );
});

describe('a start that is told to have the sample', () => {
  const undo: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  it('makes none beside a meeting that is there', async () => {
    const database = await blankDatabase();
    undo.push(database.drop);
    const settings = { DATABASE_URL: database.url, ROUNDTABLE_SECRET: 'a secret of thirty-two characters' };
    const first = await startRoundtable(settings);
    undo.push(first.dispose);
    await createMeeting(await becomeAdministrator(first));
    const second = await startRoundtable({ ...settings, ROUNDTABLE_SAMPLE: '1' });
    undo.push(second.dispose);
    expect(second.links()).toEqual([]);
  }, 60_000);
});

/** What `npm start` runs, up and with its links printed. */
interface Started {
  /** Where it says it is running. */
  address: string;
  /** Personal links by the word before them, in the order they are printed. */
  links: Record<string, string>;
  /** Ctrl-C; gives the exit code. */
  interrupt(): Promise<number | null>;
}

async function start(settings: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [START], {
    env: environmentWith(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await outputUntil(child, /Roundtable is running at [^]*\/setup\/\S+\n/);
  const printed = output.matchAll(/^ {2}(\w+) +(http\S+\/join\/\S+)$/gm);
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return {
    address: /Roundtable is running at (\S+)/.exec(output)?.[1] ?? '',
    links: Object.fromEntries([...printed].map(([, role = '', link = '']) => [role, link])),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Everything that was printed when it matches; a process that ends before that never did. */
function outputUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  let output = '';
  return new Promise((found, failed) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (pattern.test(output)) found(output);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => failed(new Error(`The start ended with ${code}:\n${output}`)));
  });
}
