import { describe, expect, it } from '@jest/globals';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { wordsOfUpdates } from './words-of-updates.js';

const ROOT = 'default';

/** A page on which a text already stands, and what is written on it from then on. */
function pageWith(words: string, before = new Doc()) {
  write(before, words);
  const doc = new Doc();
  applyUpdate(doc, encodeStateAsUpdate(before));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

function write(doc: Doc, words: string): void {
  const paragraph = new XmlElement('paragraph');
  const fragment = doc.getXmlFragment(ROOT);
  doc.transact(() => {
    fragment.insert(fragment.length, [paragraph]);
    paragraph.insert(0, [new XmlText(words)]);
  });
}

function textIn(doc: Doc, paragraph = 0): XmlText {
  return (doc.getXmlFragment(ROOT).get(paragraph) as XmlElement).get(0) as XmlText;
}

function type(text: XmlText, words: string, at = text.length): void {
  [...words].forEach((letter, index) => text.insert(at + index, letter));
}

describe('the words of updates', () => {
  it('are there without the text in which they were written', () => {
    const { doc, updates } = pageWith('The gauge is read');
    type(textIn(doc), ' every hour.');
    expect(wordsOfUpdates(updates)).toBe(' every hour.');
  });

  it('stand in one line for each place in which something was written', () => {
    const { doc, updates } = pageWith('The gauge is read.');
    type(textIn(doc), ' by hand', 17);
    write(doc, 'Readings are published.');
    type(textIn(doc), 'upper ', 4);
    expect(wordsOfUpdates(updates).split('\n')).toEqual([' by hand', 'Readings are published.', 'upper ']);
  });

  it('are in the order in which they were read, not in the one in which they were written', () => {
    const { doc, updates } = pageWith('');
    const text = textIn(doc);
    type(text, 'Readings are weekly.');
    type(text, 'published ', 13);
    text.format(0, 8, { bold: {} });
    type(text, ' Always.');
    expect(wordsOfUpdates(updates)).toBe('Readings are published weekly. Always.');
  });

  it('leave out what was taken out again', () => {
    const { doc, updates } = pageWith('The gauge');
    type(textIn(doc), ' is raed');
    textIn(doc).delete(14, 3);
    type(textIn(doc), 'ead.');
    expect(wordsOfUpdates(updates)).toBe(' is read.');
  });

  it('come once, in whatever pieces and however often they were kept', () => {
    const { doc, updates } = pageWith('The gauge');
    type(textIn(doc), ' is read.');
    expect(wordsOfUpdates([...updates.slice(4), ...updates])).toBe(' is read.');
  });

  it('go on in the line of another page on which they build', () => {
    const first = pageWith('The gauge');
    first.doc.clientID = 1;
    type(textIn(first.doc), ' is read');
    const second = new Doc();
    second.clientID = 9;
    applyUpdate(second, encodeStateAsUpdate(first.doc));
    second.on('update', (update: Uint8Array) => first.updates.push(update));
    type(textIn(second), ' by hand.');
    expect(wordsOfUpdates(first.updates)).toBe(' is read by hand.');
  });

  it('are those of a comment too, and of nothing else beside the text', () => {
    const { doc, updates } = pageWith('The gauge');
    doc
      .getMap('comments')
      .set('one', { author: 'p1', at: '2026-03-01T10:00:00Z', text: 'Which of the two?' });
    doc.getMap('comments').set('one/resolved', null);
    (doc.getXmlFragment(ROOT).get(0) as XmlElement).setAttribute('id', 'not-a-word');
    expect(wordsOfUpdates(updates)).toBe('Which of the two?');
  });

  it('are none where something was only taken out', () => {
    const { doc, updates } = pageWith('The gauge');
    textIn(doc).delete(0, 4);
    expect([wordsOfUpdates(updates), wordsOfUpdates([])]).toEqual(['', '']);
  });
});
