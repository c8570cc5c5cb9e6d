import { describe, expect, it } from '@jest/globals';
import { FACT_TYPES, type VisibleEntry } from '@roundtable/contracts';
import { applyEntry } from './apply-entry.js';
import { mergeHistory } from './merge-history.js';
import { viewOfSnapshot, type RecordView } from './record-view.js';
import { EVERY_FACT as STEPS } from './testing/every-fact.js';
import { ModelRoom } from './testing/model-room.js';

function lastOf(room: ModelRoom): VisibleEntry {
  const entry = room.entries.at(-1);
  if (!entry) throw new Error('Nothing was appended.');
  return entry;
}

function follow(room: ModelRoom, steps = STEPS): RecordView {
  let view = viewOfSnapshot(room.epoch, room.head, room.snapshot());
  for (const step of steps) {
    step(room);
    view = applyEntry(view, lastOf(room));
  }
  return view;
}

describe('applyEntry', () => {
  it('makes of the old snapshot and each fact the fresh snapshot', () => {
    const room = new ModelRoom();
    let view = viewOfSnapshot(room.epoch, room.head, room.snapshot());
    for (const step of STEPS) {
      step(room);
      view = applyEntry(view, lastOf(room));
      expect({ seq: room.head, snapshot: view.snapshot }).toEqual({
        seq: view.head,
        snapshot: room.snapshot(),
      });
    }
  });

  it('is tested with every kind of fact', () => {
    const room = new ModelRoom();
    follow(room);
    const seen = new Set(room.entries.map((entry) => ('type' in entry ? entry.type : 'withheld')));
    expect([...seen].sort()).toEqual([...FACT_TYPES, 'withheld'].sort());
  });

  it('leaves the view it was given as it was', () => {
    const room = new ModelRoom();
    const half = follow(room, STEPS.slice(0, 28));
    const before = JSON.stringify([half.snapshot, half.timeline, [...half.messages.values()]]);
    STEPS.slice(28).reduce((view, step) => (step(room), applyEntry(view, lastOf(room))), half);
    expect(JSON.stringify([half.snapshot, half.timeline, [...half.messages.values()]])).toBe(before);
  });

  it('keeps the identity of what a fact does not concern', () => {
    const room = new ModelRoom();
    const before = follow(room);
    room.post('One more.');
    const after = applyEntry(before, lastOf(room));
    expect(after.snapshot).toBe(before.snapshot);
    expect(after.messages.get(25)).toBe(before.messages.get(25));
    expect(after.events).toBe(before.events);
  });

  it('shows a message with its edits, reactions and proposals, and a withdrawn one as a tombstone', () => {
    const room = new ModelRoom();
    const untilWithdrawn = STEPS.findIndex((step) => step.toString().includes('withdraw(25)'));
    const view = follow(room, STEPS.slice(0, untilWithdrawn));
    expect(view.messages.get(25)).toMatchObject({
      body: 'The gauges disagree by a tenth.',
      version: 2,
      textSeq: 27,
      reactions: [{ reaction: '👍', participants: ['ainura'] }],
      proposals: [1, 2],
      history: [{ seq: 25, version: 1, body: 'The gauges disagree.' }],
    });
    expect(view.messages.get(26)).toMatchObject({
      kind: 'statement',
      author: 'temir',
      recordedBy: 'ainura',
      proposals: [1],
    });
    room.withdraw(25);
    const withdrawn = applyEntry(view, lastOf(room)).messages.get(25);
    expect(withdrawn).toMatchObject({ body: null, history: [], withdrawn: { by: 'ainura', reason: null } });
  });

  it('advances past a kind of fact it does not know', () => {
    const room = new ModelRoom();
    const view = viewOfSnapshot(1, 0, room.snapshot());
    const entry = { ...room.post('x'), type: 'documents.shared', data: {} } as unknown as VisibleEntry;
    const after = applyEntry(view, entry);
    expect([after.head, after.timeline, after.snapshot]).toEqual([1, [], room.snapshot()]);
  });

  it('gives the same lines whether read live or as history', () => {
    const room = new ModelRoom();
    const live = follow(room);
    const read = mergeHistory(
      viewOfSnapshot(1, room.head, room.snapshot()),
      room.history({ first: 1, limit: 1000 }),
    );
    expect([...read.messages.entries()]).toEqual([...live.messages.entries()]);
    expect([...read.events.entries()]).toEqual([...live.events.entries()]);
    expect([read.timeline, read.gaps]).toEqual([live.timeline, []]);
  });
});
