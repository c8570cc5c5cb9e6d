import { describe, expect, it } from '@jest/globals';
import {
  applyUpdate,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  getState,
  Map as SharedMap,
  XmlElement,
  XmlText,
} from 'yjs';
import { UpdateBehind, UpdateMalformed } from '../documents.errors.js';
import { checkUpdate, type CheckedUpdate } from './update-check.js';

/** A document with one paragraph, as both sides have it. */
function begun(words = 'The gauge is read daily.'): Doc {
  const doc = new Doc();
  doc.clientID = 7;
  const paragraph = new XmlElement('paragraph');
  paragraph.insert(0, [new XmlText(words)]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  return doc;
}

function copyOf(doc: Doc, client: number): Doc {
  const copy = new Doc();
  copy.clientID = client;
  applyUpdate(copy, encodeStateAsUpdate(doc));
  return copy;
}

/** What the change brings to `doc` that somebody with the client id 9 makes on a copy of it. */
function changeOf(doc: Doc, change: (copy: Doc) => void): Uint8Array {
  const copy = copyOf(doc, 9);
  change(copy);
  return encodeStateAsUpdate(copy, encodeStateVector(doc));
}

function check(doc: Doc, update: Uint8Array): CheckedUpdate {
  return checkUpdate(update, { get: (client) => getState(doc.store, client) });
}

function textOf(doc: Doc): XmlText {
  return (doc.getXmlFragment('default').get(0) as XmlElement).get(0) as XmlText;
}

describe('the check of an update', () => {
  it('names those in whose name there are new words, and nobody else', () => {
    const doc = begun();
    const update = changeOf(doc, (copy) => textOf(copy).insert(0, 'Every day: '));
    expect(check(doc, update)).toEqual({ clients: [9], values: [] });
    applyUpdate(doc, update);
    expect(check(doc, update)).toEqual({ clients: [], values: [] });
  });

  it('lets words be taken out, which brings none in anybody’s name', () => {
    const doc = begun();
    const update = changeOf(doc, (copy) => textOf(copy).delete(0, 4));
    expect(check(doc, update)).toEqual({ clients: [], values: [] });
  });

  it('hands out values that are new, such as comments, for their author to be looked at', () => {
    const doc = begun();
    const update = changeOf(doc, (copy) => copy.getMap('comments').set('one', { author: 'somebody' }));
    expect(check(doc, update).values).toMatchObject([{ id: { client: 9 }, value: { author: 'somebody' } }]);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['noise', Uint8Array.from({ length: 60 }, (_, index) => (index * 97) % 256)],
    ['half an update', encodeStateAsUpdate(begun()).subarray(0, 12)],
  ])('refuses %s as no update', (_, bytes) => {
    expect(() => check(begun(), bytes)).toThrow(UpdateMalformed);
  });

  it.each<[string, (copy: Doc) => void]>([
    ['a place of its own', (copy) => copy.getXmlFragment('elsewhere').insert(0, [new XmlText('x')])],
    ['a text without a paragraph as root', (copy) => copy.getText('plain').insert(0, 'x')],
    [
      'an unknown kind of paragraph',
      (copy) => copy.getXmlFragment('default').insert(0, [new XmlElement('script')]),
    ],
    ['an unknown mark', (copy) => textOf(copy).format(0, 3, { onclick: 'x' })],
    ['a link that runs', (copy) => textOf(copy).format(0, 3, { link: { href: 'javascript:alert(1)' } })],
    ['a link into a file', (copy) => textOf(copy).format(0, 3, { link: { href: 'file:///etc/passwd' } })],
    ['a link that is no text', (copy) => textOf(copy).format(0, 3, { link: { href: 5 } })],
    ['bytes', (copy) => copy.getMap('comments').set('one', new Uint8Array(3))],
    ['a document in a document', (copy) => copy.getMap('comments').set('one', new Doc())],
    ['a map in the comments', (copy) => copy.getMap('comments').set('one', new SharedMap())],
  ])('refuses %s', (_, change) => {
    const doc = begun();
    expect(() => check(doc, changeOf(doc, change))).toThrow(UpdateMalformed);
  });

  it.each([
    ['bold', true],
    ['link', { href: 'https://example.org/a' }],
    ['link', { href: 'mailto:desk@example.org' }],
    ['deletion--3f', { id: 'a', author: 'b' }],
  ])('lets the mark %s pass', (name, value) => {
    const doc = begun();
    const update = changeOf(doc, (copy) => textOf(copy).format(0, 3, { [name]: value }));
    expect(check(doc, update).clients).toEqual([9]);
  });

  it('refuses what builds on words that the document does not have', () => {
    const doc = begun();
    const ahead = copyOf(doc, 8);
    textOf(ahead).insert(0, 'Not here yet. ');
    expect(() =>
      check(
        doc,
        changeOf(ahead, (copy) => textOf(copy).insert(5, 'x')),
      ),
    ).toThrow(UpdateBehind);
    expect(() =>
      check(
        doc,
        changeOf(ahead, (copy) => textOf(copy).delete(0, 3)),
      ),
    ).toThrow(UpdateBehind);
  });

  it('refuses an update that leaves out the one before it', () => {
    const doc = begun();
    const copy = copyOf(doc, 9);
    textOf(copy).insert(0, 'One. ');
    const seen = encodeStateVector(copy);
    textOf(copy).insert(0, 'Two. ');
    expect(() => check(doc, encodeStateAsUpdate(copy, seen))).toThrow(UpdateBehind);
  });
});
