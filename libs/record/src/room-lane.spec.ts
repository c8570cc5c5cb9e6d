import { describe, expect, it } from '@jest/globals';
import { RoomLanes } from './room-lane.js';

describe('the lane of a room', () => {
  it('runs acts one after another, in order, and goes on after a failure', async () => {
    const lanes = new RoomLanes();
    const log: string[] = [];
    const act = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise(setImmediate);
      log.push(`${name} ends`);
      if (name === 'b') throw new Error('b fails');
      return name;
    };
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => lanes.run('room', act(name))));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('does not make one room wait for another', async () => {
    const lanes = new RoomLanes();
    let release = (): void => undefined;
    const slow = lanes.run('one', () => new Promise<void>((resolve) => (release = resolve)));
    await expect(lanes.run('two', () => Promise.resolve('done'))).resolves.toBe('done');
    release();
    await slow;
  });

  it('forgets rooms where nothing is under way', async () => {
    const lanes = new RoomLanes();
    await lanes.run('one', () => Promise.resolve());
    await new Promise(setImmediate);
    expect(lanes.busyRooms).toBe(0);
  });
});
