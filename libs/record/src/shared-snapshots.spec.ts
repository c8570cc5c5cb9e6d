import { describe, expect, it } from '@jest/globals';
import type { RoomSnapshot } from '@roundtable/contracts';
import { SharedSnapshots } from './shared-snapshots.js';

const members = { room: 'r', audience: 'member' } as const;
const staff = { room: 'r', audience: 'staff' } as const;
const log = { epoch: 1, head: 7, rightsVersion: 3, lastAt: null };

/** Counts its readings; each makes a snapshot of its own. */
function source() {
  const given: RoomSnapshot[] = [];
  const read = () => {
    given.push({} as RoomSnapshot);
    return Promise.resolve(given.at(-1) as RoomSnapshot);
  };
  return { given, read };
}

describe('snapshots of a room', () => {
  it('are read once for all of an audience who enter at one head', async () => {
    const shared = new SharedSnapshots();
    const { given, read } = source();
    const all = await Promise.all(Array.from({ length: 50 }, () => shared.at(members, log, read)));
    expect(given).toHaveLength(1);
    expect(new Set(all).size).toBe(1);
  });

  it.each([
    ['another head', { ...log, head: 8 }],
    ['another epoch', { ...log, epoch: 2 }],
    ['other rights', { ...log, rightsVersion: 4 }],
  ])('are read anew at %s', async (_, later) => {
    const shared = new SharedSnapshots();
    const { given, read } = source();
    await shared.at(members, log, read);
    await shared.at(members, later, read);
    expect(given).toHaveLength(2);
  });

  it('are never those of another audience', async () => {
    const shared = new SharedSnapshots();
    const { given, read } = source();
    expect(await shared.at(members, log, read)).not.toBe(await shared.at(staff, log, read));
    expect(given).toHaveLength(2);
  });

  it('that could not be read fail only whoever read them', async () => {
    const shared = new SharedSnapshots();
    const { read } = source();
    const failing = shared.at(members, log, () => Promise.reject(new Error('connection lost')));
    const waiting = shared.at(members, log, read);
    await expect(failing).rejects.toThrow('connection lost');
    expect(await waiting).toEqual({});
  });
});
