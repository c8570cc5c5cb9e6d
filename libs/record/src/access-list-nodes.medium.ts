import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Nudges } from '@roundtable/realtime';
import { createClient } from 'redis';
import { eventually } from '../../../test/support/live-client.js';
import { posting } from '../../../test/support/record-node.js';
import { startGuardedRedis, type TestRedis } from '../../../test/support/redis.js';
import { TwoRecordNodes } from '../../../test/support/two-record-nodes.js';

describe('two nodes on a Redis with the access list of docker/', () => {
  let redis: Pick<TestRedis, 'url' | 'stop'>;
  let nodes: TwoRecordNodes;

  beforeAll(async () => {
    redis = await startGuardedRedis();
    nodes = await TwoRecordNodes.start(redis.url);
  }, 60_000);

  afterEach(() => nodes.hangUp());

  afterAll(async () => {
    await nodes?.close();
    await redis?.stop();
  });

  it('nudge each other', async () => {
    const author = nodes.people.add(await nodes.here.createRoom());
    const reader = await nodes.enterRoom(author, nodes.addresses.there);
    const nudged: string[] = [];
    nodes.there.app.get(Nudges).on('head', ({ room }) => nudged.push(room));
    await nodes.here.records.append(posting(author, 'Through the list.'));
    await eventually('the nudge came', () => nudged.includes(author.membership.roomId));
    await eventually('the entry came', () => reader.last === 1);
    expect(await nodes.there.app.get(Nudges).check()).toBe('up');
  });

  it.each([
    ['a key that is not theirs', ['GET', 'x'], /^NOPERM .* keys/],
    ['a channel that is not theirs', ['PUBLISH', 'x', 'words'], /^NOPERM .* channel/],
    ['what administers the server', ['CONFIG', 'GET', 'dir'], /^NOPERM .* 'config/],
    ['what empties it', ['FLUSHALL'], /^NOPERM .* 'flushall'/],
  ])('are refused %s', async (_what, words, sentence) => {
    await expect(tell(redis.url, words)).rejects.toThrow(sentence);
  });

  it.each([
    ['nobody', ''],
    ['the user with another password', 'roundtable:guessed@'],
  ])('share it with no stranger, who comes as %s', async (_who, credentials) => {
    const stranger = redis.url.replace(/\/\/.*@/, `//${credentials}`);
    await expect(tell(stranger, ['PING'])).rejects.toThrow(/^(NOAUTH|WRONGPASS) /);
  });
});

/** What Redis answers to one command of a caller. */
async function tell(url: string, words: string[]): Promise<unknown> {
  const caller = createClient({ url, socket: { reconnectStrategy: false } });
  caller.on('error', () => undefined);
  try {
    await caller.connect();
    return await caller.sendCommand(words);
  } finally {
    if (caller.isOpen) caller.destroy();
  }
}
