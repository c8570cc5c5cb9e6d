import { describe, expect, it } from '@jest/globals';
import { applyUpdate, Doc, mergeUpdates } from 'yjs';
import { mergeMany } from './merge-many.js';

/** What two people write and take out in one text, in the order in which a page saw it. */
function writtenTogether(turns: number): { updates: Uint8Array[]; text: string } {
  const [one, other] = [new Doc(), new Doc()];
  const updates: Uint8Array[] = [];
  one.on('update', (update: Uint8Array) => updates.push(update));
  other.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'seen') applyUpdate(one, update);
  });
  for (let turn = 0; turn < turns; turn += 1) {
    const doc = turn % 3 === 0 ? other : one;
    const text = doc.getText('t');
    if (turn % 5 === 4) text.delete(turn % text.length, 1);
    else text.insert(turn % (text.length + 1), String.fromCharCode(0x430 + (turn % 32)));
    if (turn % 7 === 0) applyUpdate(other, mergeUpdates([...updates]), 'seen');
  }
  return { updates, text: one.getText('t').toString() };
}

describe('mergeMany', () => {
  it.each([1, 2, 16, 17, 256, 257, 400])('brings with one update what %i bring', (turns) => {
    const { updates, text } = writtenTogether(turns);
    const doc = new Doc();
    applyUpdate(doc, mergeMany(updates));
    expect(doc.getText('t').toString()).toBe(text);
    expect(mergeMany(updates)).toHaveLength(mergeUpdates([...updates]).length);
  });

  it('keeps what is missing open until it comes', () => {
    const { updates, text } = writtenTogether(100);
    const doc = new Doc();
    applyUpdate(doc, mergeMany([...updates.slice(0, 30), ...updates.slice(60)]));
    applyUpdate(doc, mergeMany(updates.slice(30, 60)));
    expect(doc.getText('t').toString()).toBe(text);
  });
});
