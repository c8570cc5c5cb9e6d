import { describe, expect, it } from '@jest/globals';
import type { Entry, RoomSnapshot } from '@roundtable/contracts';
import { Config } from '@roundtable/platform';
import { RecordFeatures, type RecordFeature } from './feature-ports.js';
import { RecentEntries } from './recent-entries.js';
import { SharedSnapshots } from './shared-snapshots.js';

const members = { room: 'r', audience: 'member' } as const;
const staff = { room: 'r', audience: 'staff' } as const;
const log = { epoch: 1, head: 7, rightsVersion: 3, lastAt: null };

/** What came after number 7, as this node delivered it. */
function sharing(...types: ('discussion.posted' | 'floor.requested')[]): SharedSnapshots {
  const features = new RecordFeatures();
  features.register({ name: 'discussion' } as RecordFeature);
  features.register({ name: 'floor', snapshot: () => Promise.resolve({}) } as unknown as RecordFeature);
  const recent = new RecentEntries(Object.assign(new Config(), { recentEntriesMib: 1 }));
  const entries = types.map((type, index) => ({ seq: 8 + index, type, data: {} }) as unknown as Entry);
  recent.add({ room: 'r', epoch: 1, entries } as Parameters<RecentEntries['add']>[0]);
  return new SharedSnapshots(recent, features);
}

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
    const shared = sharing();
    const { given, read } = source();
    const all = await Promise.all(Array.from({ length: 50 }, () => shared.at(members, log, read)));
    expect(given).toHaveLength(1);
    expect(new Set(all).size).toBe(1);
  });

  it('are read once while only words come between, whoever of two was first at the database', async () => {
    const { given, read } = source();
    const shared = sharing('discussion.posted', 'discussion.posted');
    await shared.at(members, { ...log, head: 8 }, read);
    await shared.at(members, { ...log, head: 9 }, read);
    await shared.at(members, log, read);
    expect(given).toHaveLength(1);
  });

  it.each([
    ['an act of order', ['discussion.posted', 'floor.requested'], { ...log, head: 9 }],
    ['what this node has not heard of', ['discussion.posted'], { ...log, head: 9 }],
    ['another epoch', [], { ...log, epoch: 2 }],
    ['other rights', [], { ...log, rightsVersion: 4 }],
  ] as const)('are read anew after %s', async (_, types, later) => {
    const shared = sharing(...types);
    const { given, read } = source();
    await shared.at(members, log, read);
    await shared.at(members, later, read);
    expect(given).toHaveLength(2);
  });

  it('are never those of another audience', async () => {
    const shared = sharing();
    const { given, read } = source();
    expect(await shared.at(members, log, read)).not.toBe(await shared.at(staff, log, read));
    expect(given).toHaveLength(2);
  });

  it('that could not be read fail only whoever read them', async () => {
    const shared = sharing();
    const { read } = source();
    const failing = shared.at(members, log, () => Promise.reject(new Error('connection lost')));
    const waiting = shared.at(members, log, read);
    await expect(failing).rejects.toThrow('connection lost');
    expect(await waiting).toEqual({});
  });
});
