import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, type XmlText } from 'yjs';
import { splitParagraphs } from '../text/document-from-markdown.js';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { seedState } from '../text/seed-document.js';
import { settleMarkdown } from '../text/settle-markdown.js';
import { changeParagraphs, type ParagraphChange } from './change-paragraphs.js';

function docOf(text: string): Doc {
  const doc = new Doc();
  applyUpdate(doc, seedState(text));
  return doc;
}

function changed(text: string, ...changes: ParagraphChange[]): string {
  const doc = docOf(text);
  changeParagraphs(doc, changes);
  return renderMarkdown(doc);
}

const TEXT =
  '# Water\n\nGauges are read daily.\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nThe end.';

describe('splitParagraphs', () => {
  it('counts a list, a table, a quotation and code as one paragraph each', () => {
    const text = settleMarkdown(`${TEXT}\n\n> said\n>\n> and meant\n\n\`\`\`\na\n\nb\n\`\`\``);
    const paragraphs = splitParagraphs(text);
    expect(paragraphs).toHaveLength(7);
    expect(paragraphs.join('\n\n')).toBe(text);
  });

  it('finds nothing in an empty text', () => expect(splitParagraphs('\n \n')).toEqual([]));
});

describe('settleMarkdown', () => {
  it.each(['* a\n* b', 'a\n\\# b', '**a', '<b>x</b>', '[x]: http://y', '\u202Eabc', '---', '+ a\n\n\n+ b'])(
    'gives a form of %j that stays as it is',
    (text) => {
      const settled = settleMarkdown(text);
      expect(settleMarkdown(settled)).toBe(settled);
      expect(renderMarkdown(docOf(settled))).toBe(settled);
    },
  );
});

describe('changeParagraphs', () => {
  it('replaces, inserts and deletes by the numbers of the text before', () => {
    const text = changed(
      TEXT,
      { kind: 'insert', paragraph: 0, text: 'First of all.' },
      { kind: 'delete', paragraph: 1, text: null },
      { kind: 'replace', paragraph: 2, text: 'Gauges are read hourly.\n\nBoth sides see them.' },
      { kind: 'insert', paragraph: 5, text: 'After it.' },
    );
    expect(splitParagraphs(text)).toEqual([
      'First of all.',
      'Gauges are read hourly.',
      'Both sides see them.',
      '- one\n- two',
      '| a | b |\n| --- | --- |\n| 1 | 2 |',
      'The end.',
      'After it.',
    ]);
  });

  it('leaves the nodes of other paragraphs alone, and what is written in them at the same time', () => {
    const doc = docOf('One.\n\nTwo.\n\nThree.');
    const elsewhere = new Doc();
    applyUpdate(elsewhere, encodeStateAsUpdate(doc));
    const third = elsewhere.getXmlFragment(DOCUMENT_TEXT).get(2) as XmlElement;
    (third.get(0) as XmlText).insert(0, 'Indeed: ');
    changeParagraphs(doc, [
      { kind: 'replace', paragraph: 1, text: 'Uno.' },
      { kind: 'insert', paragraph: 1, text: 'Between.' },
    ]);
    applyUpdate(doc, encodeStateAsUpdate(elsewhere));
    expect(renderMarkdown(doc)).toBe('Uno.\n\nBetween.\n\nTwo.\n\nIndeed: Three.');
  });

  it('changes only the words that differ, and what is typed beside them at the same time stays', () => {
    const doc = docOf('One.\n\nThe gauges are **read** daily by all.');
    const elsewhere = new Doc();
    applyUpdate(elsewhere, encodeStateAsUpdate(doc));
    const words = (elsewhere.getXmlFragment(DOCUMENT_TEXT).get(1) as XmlElement).get(0) as XmlText;
    words.insert(words.length, ' Always.');
    changeParagraphs(doc, [
      { kind: 'replace', paragraph: 2, text: 'The gauges are **read** *hourly* by all.\n\nAnd so on.' },
    ]);
    expect(renderMarkdown(doc)).toBe('One.\n\nThe gauges are **read** *hourly* by all.\n\nAnd so on.');
    applyUpdate(doc, encodeStateAsUpdate(elsewhere));
    expect(renderMarkdown(doc)).toBe(
      'One.\n\nThe gauges are **read** *hourly* by all. Always.\n\nAnd so on.',
    );
  });

  it.each([
    ['# Head', '## *Head* of it'],
    ['- a\n- b', '- a\n  - c\n- **d**\n- e'],
    ['1. a', '3. a\n4. b'],
    ['> said', '> said [here](https://a.example)\n>\n> - b'],
    ['| a |\n| --- |\n| 1 |', '| a | b |\n| --- | --- |\n| 2 | 3 |'],
    ['**a** ~~b~~ `c`', 'a **b** *c*'],
    ['a\nb', 'a\nc\n**d**'],
    ['```js\na\n```', '```\nb\n\nc\n```'],
    ['a', '---'],
  ])('makes of %j exactly %j', (from, to) => {
    const settled = settleMarkdown(to);
    expect(changed(`x\n\n${from}\n\ny`, { kind: 'replace', paragraph: 2, text: settled })).toBe(
      `x\n\n${settled}\n\ny`,
    );
  });

  it('keeps the identity of a paragraph that is written anew', () => {
    const doc = docOf('One.\n\nTwo.');
    const fragment = doc.getXmlFragment(DOCUMENT_TEXT);
    (fragment.get(1) as XmlElement).setAttribute('id', 'p2');
    changeParagraphs(doc, [{ kind: 'replace', paragraph: 2, text: 'Zwei.' }]);
    expect((fragment.get(1) as XmlElement).getAttribute('id')).toBe('p2');
  });

  it('makes lists that come together one list, and leaves other neighbours alone', () => {
    expect(changed('- a\n\nmiddle', { kind: 'insert', paragraph: 1, text: '- b' })).toBe(
      '- a\n- b\n\nmiddle',
    );
    expect(changed('- a\n\nmiddle\n\n- c', { kind: 'delete', paragraph: 2, text: null })).toBe('- a\n- c');
    expect(changed('1. a\n\nmiddle\n\n- c', { kind: 'delete', paragraph: 2, text: null })).toBe(
      '1. a\n\n- c',
    );
    const doc = docOf('One.\n\nTwo.\n\nThree.');
    const [before, , after] = doc.getXmlFragment(DOCUMENT_TEXT).toArray();
    changeParagraphs(doc, [{ kind: 'delete', paragraph: 2, text: null }]);
    expect(doc.getXmlFragment(DOCUMENT_TEXT).toArray()).toEqual([before, after]);
  });

  it('counts paragraphs as they are read, past nodes that show nothing and lists that read as one', () => {
    const doc = docOf('- a\n\nmiddle\n\n- c\n\nlast');
    const fragment = doc.getXmlFragment(DOCUMENT_TEXT);
    fragment.delete(1, 1);
    fragment.insert(2, [new XmlElement('paragraph')]);
    const paragraphs = splitParagraphs(renderMarkdown(doc));
    expect(paragraphs).toHaveLength(2);
    changeParagraphs(doc, [
      { kind: 'replace', paragraph: 1, text: '- d' },
      { kind: 'insert', paragraph: 2, text: 'more' },
    ]);
    expect(renderMarkdown(doc)).toBe('- d\n\nlast\n\nmore');
  });
});
