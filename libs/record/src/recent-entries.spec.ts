import { describe, expect, it } from '@jest/globals';
import type { Entry } from '@roundtable/contracts';
import { Config } from '@roundtable/platform';
import fc from 'fast-check';
import { RecentEntries } from './recent-entries.js';

const MIB = 1024 * 1024;

function said(seq: number, body = `number ${seq}`): Entry {
  const frame = {
    seq,
    at: '2026-05-12T09:00:00.000Z',
    actor: 'ainura',
    item: null,
    segment: null,
    target: null,
  };
  const data = { body, replyTo: null, quote: null, mentions: [], language: null };
  return { ...frame, type: 'discussion.posted', data };
}

function ring(recentEntriesMib = 1): RecentEntries {
  return new RecentEntries(Object.assign(new Config(), { recentEntriesMib }));
}

const span = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => said(from + index));

const seqs = (entries: Entry[] | null): number[] | null => entries?.map(({ seq }) => seq) ?? null;

describe('the recent entries', () => {
  it('answer for exactly what they hold without a gap, whatever is delivered, in whatever order', () => {
    const batch = fc.record({ from: fc.integer({ min: 1, max: 40 }), size: fc.integer({ min: 1, max: 6 }) });
    const question = fc.record({
      from: fc.integer({ min: 1, max: 45 }),
      to: fc.integer({ min: 0, max: 45 }),
    });
    fc.assert(
      fc.property(fc.array(batch), fc.array(question), (batches, questions) => {
        const recent = ring();
        let held: number[] = [];
        for (const { from, size } of batches) {
          const entries = span(from, from + size - 1);
          recent.add({ room: 'plenary', epoch: 1, entries });
          held = [...(held.at(-1) === from - 1 ? held : []), ...entries.map(({ seq }) => seq)];
        }
        for (const { from, to } of questions) {
          const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
          const isHeld = wanted.every((seq) => held.includes(seq));
          expect(seqs(recent.find('plenary', 1, { from, to }))).toEqual(isHeld ? wanted : null);
        }
      }),
    );
  });

  it('of another epoch are not taken for those of this one', () => {
    const recent = ring();
    recent.add({ room: 'plenary', epoch: 1, entries: span(1, 5) });
    expect(recent.find('plenary', 2, { from: 3, to: 5 })).toBeNull();
    recent.add({ room: 'plenary', epoch: 2, entries: span(6, 7) });
    expect(recent.find('plenary', 2, { from: 3, to: 7 })).toBeNull();
    expect(seqs(recent.find('plenary', 2, { from: 6, to: 7 }))).toEqual([6, 7]);
  });

  it('of one room are the last thousand', () => {
    const recent = ring(64);
    recent.add({ room: 'plenary', epoch: 1, entries: span(1, 1_500) });
    expect(recent.find('plenary', 1, { from: 500, to: 1_500 })).toBeNull();
    expect(recent.find('plenary', 1, { from: 501, to: 1_500 })).toHaveLength(1_000);
  });

  it('never take more memory than they may, and give up the room used longest ago first', () => {
    const recent = ring(1);
    const long = 'word '.repeat(2_000);
    const fill = (room: string): void => {
      for (let seq = 1; seq <= 40; seq += 1) {
        recent.add({ room, epoch: 1, entries: [said(seq, long)] });
        expect(recent.size).toBeLessThanOrEqual(MIB);
      }
    };
    for (const room of ['one', 'two', 'three', 'four']) fill(room);
    const newest = { from: 40, to: 40 };
    expect(recent.find('one', 1, newest)).toHaveLength(1);
    fill('five');
    expect(recent.find('two', 1, newest)).toBeNull();
    expect(recent.find('one', 1, newest)).toHaveLength(1);
  });

  it('hold nothing where they may take no memory', () => {
    const recent = ring(0);
    recent.add({ room: 'plenary', epoch: 1, entries: span(1, 5) });
    expect(recent.find('plenary', 1, { from: 5, to: 5 })).toBeNull();
  });
});
