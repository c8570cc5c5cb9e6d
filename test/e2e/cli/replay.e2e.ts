import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roundtable, type CommandEnd } from '../../support/command-line.js';
import { writeInventedLog } from '../../support/invented-log.js';
import { visit, wordsIn, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

/** Each command line is a whole program that starts, and some start a Postgres. */
const SLOWEST_MS = 180_000;

describe('roundtable replay', () => {
  let server: RunningRoundtable;
  let log: string;
  beforeAll(async () => {
    server = await startRoundtable();
    log = writeInventedLog(server.dataDir, { withMinutes: false });
  }, SLOWEST_MS);
  afterAll(() => server.dispose());

  it(
    'acts a log out before everybody: each client saw each line once and in order',
    async () => {
      const { code, stdout, stderr } = await roundtable(
        ['replay', log, '--speed', '10000', '--url', server.url],
        server.settings,
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('3 people, 16 lines, 10000 times as fast');
      expect(stdout).toContain('16 of 16 lines were acted out.');
      expect(stdout).toMatch(/All 4 clients saw the \d+ stored lines, each once and in order\.\n$/);
      const observer = await visit(/Watch it here: (\S+)/.exec(stdout)?.[1] ?? '');
      expect(bodiesOf(observer)).toContain('The canal needs a gauge at the border.');
      expect(bodiesOf(observer).at(-1)).toBe('thank you all');
      observer.leave();
    },
    SLOWEST_MS,
  );

  it(
    'says how to start a server where none answers',
    async () => {
      const settings = { ...server.settings, PORT: '9' };
      const { code, stderr }: CommandEnd = await roundtable(['replay', log], settings);
      expect([code, stderr]).toEqual([
        2,
        'No Roundtable answers at http://localhost:9: start it with "npm start", or name another with --url.\n',
      ]);
    },
    SLOWEST_MS,
  );
});

function bodiesOf(visitor: RoomVisitor): (string | null)[] {
  return wordsIn(visitor).map(([, body]) => body);
}
