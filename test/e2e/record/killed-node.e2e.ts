import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/live-client.js';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo } from '../../support/person.js';
import { blankDatabase } from '../../support/postgres.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

/** A node tells the others every four seconds who is there, and counts as gone after twelve of silence. */
const FORGOTTEN_WITHIN_MS = 20_000;

describe('a node that is killed', () => {
  let database: { url: string; drop(): Promise<void> };
  let redis: TestRedis;
  let [staying, killed]: RunningRoundtable[] = [];
  let visitors: { here: RoomVisitor; there: RoomVisitor };

  beforeAll(async () => {
    [database, redis] = await Promise.all([blankDatabase(), startRedis()]);
    const settings = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      ROUNDTABLE_SECRET: 'a secret of thirty-two characters',
    };
    staying = await startRoundtable(settings);
    const secretary = await becomeAdministrator(staying);
    const { meeting } = await createMeeting(secretary);
    await actOnMeeting(secretary, meeting.id, 'open');
    killed = await startRoundtable(settings);
    const links = [];
    for (const name of ['Aigul Toktosunova', 'Bakyt Osmonov'])
      links.push(await inviteTo(secretary, meeting.id, { name }));
    const [first, second] = links.map(({ link }) => new URL(link).pathname);
    visitors = { here: await visit(`${staying.url}${first}`), there: await visit(`${killed.url}${second}`) };
  }, 120_000);

  afterAll(async () => {
    visitors?.here.leave();
    visitors?.there.leave();
    await staying?.dispose();
    await killed?.dispose();
    await redis?.stop();
    await database?.drop();
  });

  it('takes its people off the list of those present on the other, without anybody saying so', async () => {
    const { here, there } = visitors;
    const isSeen = (): boolean =>
      here.room.getView().presence.some(({ participant }) => participant === there.participant);
    await eventually('the other is seen', isSeen, 10_000);
    await killed!.kill();
    await eventually('the other is gone', () => !isSeen(), FORGOTTEN_WITHIN_MS);
    expect(here.room.getView().presence.map(({ participant }) => participant)).toEqual([here.participant]);
  }, 60_000);
});
