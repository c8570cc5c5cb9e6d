import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SearchAnswer } from '@roundtable/contracts';
import { MIGRATIONS, readBackup } from '@roundtable/persistence';
import { mustRun } from '../../support/command-line.js';
import { Person } from '../../support/person.js';
import { caughtUp, visit, wordsIn, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

/** A backup of the sample meeting as release 0.1.0 made it, with its schema. All in it is invented. */
const OLD = resolve('test/fixtures/sample-0.1.0.rtb');
const SLOWEST_MS = 240_000;

describe('data of the previous release', () => {
  let server: RunningRoundtable;
  let told: string;
  let expert: RoomVisitor;

  beforeAll(async () => {
    server = await startRoundtable({ ROUNDTABLE_SAMPLE: '1' });
    await server.stop();
    told = await mustRun(['restore', OLD, '--replace'], server.settings);
    await server.restart();
    const link = /expert +(\S+)/.exec(server.output())?.[1] ?? '';
    expert = await visit(link);
  }, SLOWEST_MS);
  afterAll(async () => {
    expert.leave();
    await server.dispose();
  });

  it('is brought to this version by the migrations it does not know', async () => {
    const { header } = await readBackup(OLD, null);
    const missing = MIGRATIONS.length - header.migrations.length;
    expect(missing).toBeGreaterThan(0);
    expect(told).toContain(`The data was brought to this version by ${missing} migrations.`);
  });

  it('is read, found and continued as if it had been written today', async () => {
    const { tables } = await readBackup(OLD, null);
    const messages = tables.find(({ tableEnd }) => tableEnd === 'discussion_messages')?.rows ?? 0;
    const before = wordsIn(expert);
    expect(before.length).toBeGreaterThan(10);
    expect(before.length).toBeLessThanOrEqual(messages);
    const person = new Person(server.url);
    person.cookie = expert.cookie;
    const word = 'tables';
    const spoken = before.filter(([, body]) => body?.toLowerCase().includes(word));
    expect(spoken.length).toBeGreaterThan(0);
    const found = await person.mustGet<SearchAnswer>(
      `/api/v1/meetings/${expert.meeting}/transcript/search?q=${word}`,
    );
    expect(found.hits.length).toBeGreaterThanOrEqual(spoken.length);
    const done = await expert.room.post({ body: 'And today the work goes on.' }).done;
    if (!done.ok) throw new Error(done.error.message);
    // The acknowledgement may come before the entry.
    await caughtUp(expert, done.seq);
    expect(wordsIn(expert).at(-1)).toEqual([expert.participant, 'And today the work goes on.']);
  });
});
