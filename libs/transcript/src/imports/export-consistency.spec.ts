import { describe, expect, it } from '@jest/globals';
import type { MeetingExport } from '@roundtable/contracts';
import { findContradiction } from './export-consistency.js';

const ROOM = '01970000-0000-7000-8000-000000000001';
const MEETING = '01970000-0000-7000-8000-000000000002';

/** An export whose agenda has these items, each with the id of its parent. */
function withAgenda(parents: Record<string, string | null>): MeetingExport {
  return {
    meeting: { id: MEETING, plenary: ROOM },
    rooms: [{ id: ROOM, meeting: MEETING, head: 0 }],
    participants: [],
    entries: [],
    items: Object.entries(parents).map(([id, parent]) => ({ id, parent })),
  } as unknown as MeetingExport;
}

describe('the agenda of an export', () => {
  it('may have items within items, in whatever order they are listed', () => {
    expect(findContradiction(withAgenda({ c: 'b', a: null, b: 'a', d: 'b' }))).toBeNull();
  });

  it('has no item within itself, whatever lies between', () => {
    const sentence = 'Item 2 in the list of the agenda lies within itself.';
    expect(findContradiction(withAgenda({ a: null, b: 'b' }))).toBe(sentence);
    expect(findContradiction(withAgenda({ a: null, b: 'c', c: 'b' }))).toBe(sentence);
    expect(findContradiction(withAgenda({ a: 'b', b: 'c', c: 'b' }))).toBe(sentence);
  });
});
