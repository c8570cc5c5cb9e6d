import { describe, expect, it } from '@jest/globals';
import type { Entry, PassageView, VisibleEntry } from '@roundtable/contracts';
import type { PassageWindow } from './passage-window.js';
import { readChanges } from './record-changes.js';

const PAGE = 3;

describe('what became of the passages of a meeting that goes on', () => {
  const held: PassageWindow = {
    passages: [1, 2, 4, 5, 8, 9].map((seq) => passage(seq, 'as first read')),
    ...{ before: null, after: null, total: 6, head: 9 },
  };

  it('is read anew: edits, tombstones, reactions and the marks of proposals, nothing else', async () => {
    const { changes, asked } = await look([
      entry(10, 'discussion.posted', {}, null),
      entry(11, 'discussion.edited', {}, 8),
      entry(12, 'discussion.withdrawn', {}, 1),
      { seq: 13, withheld: true },
      entry(14, 'proposals.captured', { proposal: { sources: [{ seq: 5 }, { seq: 77 }] } }, null),
      entry(15, 'discussion.reacted', {}, 10),
    ]);
    expect(changes.head).toBe(15);
    expect(changes.passages.map(({ seq }) => seq)).toEqual([1, 2, 4, 5, 8, 9]);
    expect(changes.passages.every(({ body }) => body === 'as it stands')).toBe(true);
    expect(asked).toEqual([0, 4]);
  });

  it('costs no page of the transcript where nothing became of them', async () => {
    const { changes, asked } = await look([entry(10, 'discussion.posted', {}, null)]);
    expect([changes, asked]).toEqual([{ head: 10, passages: [] }, []]);
  });

  it('is followed from a record that was set back to an earlier backup', async () => {
    const changes = await readChanges(held, {
      readEntries: () => Promise.resolve({ entries: [], head: 4 }),
      readPassages: () => Promise.resolve([]),
    });
    expect(changes).toEqual({ head: 4, passages: [] });
  });

  /** Answers in short pages, as a server does in long ones. */
  async function look(entries: VisibleEntry[]) {
    const asked: number[] = [];
    const changes = await readChanges(held, {
      readEntries: (after) =>
        Promise.resolve({
          entries: entries.filter(({ seq }) => seq > after).slice(0, PAGE),
          head: entries.at(-1)?.seq ?? 9,
        }),
      readPassages: (after) => {
        asked.push(after);
        const later = held.passages.filter(({ seq }) => seq > after);
        return Promise.resolve(later.slice(0, PAGE).map(({ seq }) => passage(seq, 'as it stands')));
      },
    });
    return { changes, asked };
  }
});

function passage(seq: number, body: string): PassageView {
  return { seq, body } as PassageView;
}

function entry(seq: number, type: Entry['type'], data: object, target: number | null): VisibleEntry {
  return { seq, type, data, target } as unknown as VisibleEntry;
}
