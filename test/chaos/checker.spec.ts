import { describe, expect, it } from '@jest/globals';
import { checkRoom, emptyVerdict, type Verdict } from './checker.js';
import type { Operation, Reading, RoomHistory, StoredEntry } from './history.js';

const T = 1_800_000_000_000;

function entry(seq: number, over: Partial<StoredEntry> = {}): StoredEntry {
  const data = { body: `w${seq} words` };
  return {
    seq,
    type: 'discussion.posted',
    actor: 'a',
    clientId: `c${seq}`,
    target: null,
    at: T + seq,
    data,
    ...over,
  };
}

function operation(seq: number, over: Partial<Operation> = {}): Operation {
  return {
    client: 'tab',
    actor: 'a',
    clientId: `c${seq}`,
    kind: 'post',
    mark: `w${seq}`,
    sentAt: T + seq,
    settledAt: T + seq + 5,
    outcome: 'acknowledged',
    seq,
    ...over,
  };
}

function reading(over: Partial<Reading> = {}): Reading {
  return { reader: 'r', gaps: [], repeated: [], reordered: [], applied: new Map(), last: 3, ...over };
}

function room(over: Partial<RoomHistory> = {}): RoomHistory {
  return {
    room: 'room',
    head: 3,
    entries: [1, 2, 3].map((seq) => entry(seq)),
    operations: [1, 2, 3].map((seq) => operation(seq)),
    readings: [reading()],
    views: [{ client: 'tab', view: 'same', fresh: 'same' }],
    removals: [],
    restores: [],
    ...over,
  };
}

/** The counts that are not nought, without how many were acknowledged. */
function broken(history: RoomHistory): Partial<Verdict> {
  const { acknowledged: _acknowledged, findings: _findings, ...counts } = checkRoom(history);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

describe('the checker of chaos', () => {
  it('finds nothing in a history in which every promise was kept', () => {
    expect(checkRoom(room())).toEqual({ ...emptyVerdict(), acknowledged: 3 });
  });

  it('finds a loss: acknowledged, and not on the record', () => {
    expect(broken(room({ operations: [operation(1), operation(9)] }))).toEqual({ lost: 1 });
  });

  it('finds a loss where the acknowledged number is that of something else', () => {
    expect(broken(room({ operations: [operation(1, { seq: 2 })] }))).toEqual({ lost: 1 });
  });

  it('finds a loss of what lay in the outbox of a tab that was reloaded', () => {
    const kept = operation(9, { outcome: 'kept', seq: null });
    expect(broken(room({ operations: [kept] }))).toEqual({ lost: 1 });
    expect(broken(room({ operations: [{ ...kept, outcome: 'unknown' }] }))).toEqual({});
  });

  it('finds a duplicate: one client id twice, and the same words under another', () => {
    const twice = [entry(1), entry(2, { clientId: 'c1', data: { body: 'other' } }), entry(3)];
    expect(broken(room({ entries: twice, operations: [operation(1)] }))).toEqual({ duplicated: 1 });
    const again = [entry(1), entry(2, { data: { body: 'w1 words' } }), entry(3)];
    expect(broken(room({ entries: again, operations: [operation(1)] }))).toEqual({ duplicated: 1 });
  });

  it('finds a gap in the numbers, and a head without its entry', () => {
    expect(broken(room({ entries: [entry(1), entry(3)], operations: [] }))).toEqual({ gaps: 1 });
    expect(broken(room({ entries: [entry(1), entry(2)], operations: [], readings: [] }))).toEqual({
      gaps: 1,
    });
  });

  it('finds what one client said in another order than it said it', () => {
    const operations = [operation(2), operation(1)];
    expect(broken(room({ operations }))).toEqual({ reordered: 1 });
  });

  it('finds a time that goes back', () => {
    expect(broken(room({ entries: [entry(1), entry(2, { at: T }), entry(3)] }))).toEqual({ reordered: 1 });
  });

  it('finds what a strict reader was sent with a gap, twice, in disorder, or not at all', () => {
    const told = reading({ gaps: ['4 after 2'], repeated: ['2 again'], reordered: ['3 before 2'], last: 2 });
    expect(broken(room({ readings: [told] }))).toEqual({ gaps: 1, duplicated: 1, reordered: 1, diverged: 1 });
  });

  it('finds that a reader was told another entry than is stored, and forgives what was withheld', () => {
    const applied = new Map([
      [1, 'discussion.posted a -'],
      [2, 'withheld'],
    ]);
    expect(broken(room({ readings: [reading({ applied })] }))).toEqual({});
    applied.set(3, 'discussion.posted b -');
    expect(broken(room({ readings: [reading({ applied })] }))).toEqual({ diverged: 1 });
  });

  it('finds a view that differs from a fresh one', () => {
    const views = [{ client: 'tab', view: 'old words', fresh: 'new words' }];
    expect(broken(room({ views }))).toEqual({ diverged: 1 });
  });

  it('finds what reached somebody later than 2.5 seconds after the removal, and only that', () => {
    const received = [{ receivedAt: T + 2_400, committedAt: T + 2_390, seq: 4 }];
    const removal = { reader: 'r', at: T, received, admitted: [] };
    expect(broken(room({ removals: [removal] }))).toEqual({});
    // Committed in time, handed over late by a busy machine.
    received.push({ receivedAt: T + 4_000, committedAt: T + 2_450, seq: 5 });
    expect(broken(room({ removals: [removal] }))).toEqual({});
    received.push({ receivedAt: T + 2_600, committedAt: T + 2_590, seq: 6 });
    expect(broken(room({ removals: [removal] }))).toEqual({ afterRemoval: 1 });
  });

  it('finds words of somebody who had lost the right to write, or was removed', () => {
    const told = (seq: number, roles: string[], removed = false): StoredEntry =>
      entry(seq, {
        type: 'meetings.participant_changed',
        actor: 's',
        data: { participant: { id: 'a', roles, removed } },
      });
    const history = (second: StoredEntry): RoomHistory =>
      room({ entries: [told(1, ['expert']), second, entry(3)], operations: [operation(3)] });
    expect(broken(history(told(2, ['expert'])))).toEqual({});
    expect(broken(history(told(2, ['observer'])))).toEqual({ unlawful: 1 });
    expect(broken(history(told(2, ['expert'], true)))).toEqual({ unlawful: 1 });
  });

  it('finds refused words on the record', () => {
    expect(broken(room({ operations: [operation(2, { outcome: 'refused', seq: null })] }))).toEqual({
      unlawful: 1,
    });
  });

  it('forgives what was acknowledged after a backup that was brought back, and nothing before or after', () => {
    const gone = operation(9, { settledAt: T + 100 });
    const restores = [{ begunAt: T + 50, backAt: T + 200 }];
    expect(broken(room({ operations: [gone], restores }))).toEqual({});
    const early = { ...gone, settledAt: T + 40 };
    const late = { ...gone, settledAt: T + 201 };
    expect(broken(room({ operations: [early, late], restores }))).toEqual({ lost: 2 });
  });

  it('lets what a restore took be said again under another number, and nothing else', () => {
    const restores = [{ begunAt: T + 50, backAt: T + 200 }];
    const during = operation(2, { settledAt: T + 100, seq: 9 });
    const before = { ...during, settledAt: T + 10 };
    expect(broken(room({ operations: [during], restores }))).toEqual({});
    expect(broken(room({ operations: [before], restores }))).toEqual({ lost: 1 });
  });
});
