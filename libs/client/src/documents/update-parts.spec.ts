import { describe, expect, it } from '@jest/globals';
import {
  applyUpdate,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  mergeUpdates,
  UndoManager,
  XmlElement,
  XmlText,
} from 'yjs';
import { seededRandom } from '../testing/virtual-timers.js';
import { partsOf } from './update-parts.js';

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const ROOT = 'default';

function docOf(client: number, before?: Doc): Doc {
  const doc = new Doc();
  doc.clientID = client;
  if (before) applyUpdate(doc, encodeStateAsUpdate(before));
  return doc;
}

function write(doc: Doc, words: string, at = 0): void {
  doc.transact(() => {
    const paragraph = new XmlElement('paragraph');
    doc.getXmlFragment(ROOT).insert(at, [paragraph]);
    const text = new XmlText();
    paragraph.insert(0, [text]);
    text.insert(0, words);
  });
}

/** The updates of a page, as it makes them. */
function updatesOf(doc: Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return updates;
}

/** Takes the parts in one after the other; none may build on one that comes later. */
function takeEach(doc: Doc, parts: readonly Uint8Array[]): Doc {
  for (const part of parts) {
    applyUpdate(doc, part);
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  }
  return doc;
}

function expectSame(one: Doc, other: Doc): void {
  expect(one.getXmlFragment(ROOT).toString()).toBe(other.getXmlFragment(ROOT).toString());
  expect(encodeStateVector(one)).toEqual(encodeStateVector(other));
}

describe('a long update in parts', () => {
  it('stays whole where it is short', () => {
    const doc = docOf(1);
    write(doc, 'The gauge is read daily.');
    const update = encodeStateAsUpdate(doc);
    expect(partsOf(update, 10_000)).toEqual([update]);
  });

  it('brings back a long text that was deleted, no part longer than is allowed', () => {
    const before = docOf(1);
    write(before, 'ы'.repeat(150_000));
    const doc = docOf(2, before);
    const fragment = doc.getXmlFragment(ROOT);
    const undo = new UndoManager(fragment, { trackedOrigins: new Set([null]) });
    const updates = updatesOf(doc);
    fragment.delete(0, fragment.length);
    undo.undo();
    const parts = updates.flatMap((update) => partsOf(update, 184_320));
    expect(Math.max(...updates.map(({ length }) => length))).toBeGreaterThan(300_000);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(184_320);
    const reader = takeEach(docOf(3, before), parts);
    expect(reader.getXmlFragment(ROOT).toString()).toContain('ы'.repeat(150_000));
    expectSame(reader, doc);
  });

  it('cuts no sign in two', () => {
    for (const shift of [0, 1]) {
      const doc = docOf(1);
      write(doc, 'x'.repeat(shift) + '🏔'.repeat(500));
      const parts = partsOf(encodeStateAsUpdate(doc), 400);
      expect(parts.length).toBeGreaterThan(4);
      expectSame(takeEach(docOf(2), parts), doc);
    }
  });

  it('takes out last, in as many parts as that takes', () => {
    const before = docOf(1);
    for (let turn = 0; turn < 300; turn += 1) write(before, `${turn}`);
    const doc = docOf(2, before);
    const updates = updatesOf(doc);
    doc.transact(() => {
      for (let at = 299; at >= 0; at -= 2) doc.getXmlFragment(ROOT).delete(at, 1);
      write(doc, 'new '.repeat(300));
    });
    const parts = updates.flatMap((update) => partsOf(update, 500));
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(500);
    expectSame(takeEach(docOf(3, before), parts), doc);
  });

  it('puts what another page wrote before what builds on it, whichever lay first', () => {
    const first = docOf(1);
    const early = updatesOf(first);
    write(first, 'a'.repeat(900));
    // A higher number comes first in an update, whatever it builds on.
    const second = docOf(9, first);
    const late = updatesOf(second);
    write(second, 'b'.repeat(900), 1);
    const parts = partsOf(mergeUpdates([...late, ...early]), 300);
    expect(parts.length).toBeGreaterThan(5);
    expectSame(takeEach(docOf(3), parts), second);
  });

  it('keeps apart what lies before and behind something missing', () => {
    const doc = docOf(1);
    const updates = updatesOf(doc);
    for (const words of ['one', 'two', 'three']) write(doc, words);
    const [one, , three] = updates as [Uint8Array, Uint8Array, Uint8Array];
    const [before, behind] = partsOf(mergeUpdates([one, three]), 10_000);
    expect([before, behind]).toEqual([one, three]);
  });

  it('is larger than allowed only where a single value is', () => {
    const doc = docOf(1);
    doc.getMap('comments').set('one', { text: 'x'.repeat(1_000) });
    write(doc, 'y'.repeat(1_000));
    const sizes = partsOf(encodeStateAsUpdate(doc), 300).map(({ length }) => length);
    expect(sizes.filter((size) => size > 300)).toHaveLength(1);
  });

  it(`brings the same as the whole, whatever was done (seed ${String(seed)})`, () => {
    const random = seededRandom(seed);
    const below = (bound: number): number => Math.floor(random() * bound);
    for (let run = 0; run < 60; run += 1) {
      const before = docOf(1);
      write(before, 'Begin. '.repeat(1 + below(60)));
      const doc = docOf(2 + below(5), before);
      const fragment = doc.getXmlFragment(ROOT);
      const undo = new UndoManager(fragment, { trackedOrigins: new Set([null]), captureTimeout: 0 });
      const updates = updatesOf(doc);
      for (let step = 0; step < 12; step += 1) {
        const chance = random();
        if (chance < 0.4) write(doc, 'өы🏔a'.repeat(1 + below(80)), below(fragment.length + 1));
        else if (chance < 0.6 && fragment.length > 0) fragment.delete(below(fragment.length), 1);
        else if (chance < 0.8) undo.undo();
        else undo.redo();
      }
      const parts = partsOf(mergeUpdates(updates), 400);
      expect(parts.every(({ length }) => length <= 400)).toBe(true);
      expectSame(takeEach(docOf(50, before), parts), doc);
    }
  });
});
