import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { applyUpdate, Doc, encodeStateAsUpdate, type XmlElement, type XmlText } from 'yjs';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { seedState } from '../text/seed-document.js';
import { settleMarkdown } from '../text/settle-markdown.js';
import { replaceText } from './replace-text.js';

const BLOCKS = [
  'One.',
  'Two **of** them.',
  '- a\n- b',
  '- c',
  '1. d',
  '# Head',
  '> said',
  '```\nx\n```',
  'One.',
];

function docOf(text: string): Doc {
  const doc = new Doc();
  applyUpdate(doc, seedState(text));
  return doc;
}

/** Every choice of blocks, by the bits of a number. */
function textOf(choice: number): string {
  return settleMarkdown(BLOCKS.filter((_, at) => choice & (1 << at)).join('\n\n'));
}

describe('replaceText', () => {
  it('makes a text of any other', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const [from, to] = [(turn * 197 + 5) % 512, (turn * 331 + 77) % 511 || 1];
      const doc = docOf(textOf(from));
      replaceText(doc, textOf(to));
      expect([from, to, renderMarkdown(doc)]).toEqual([from, to, textOf(to)]);
    }
  });

  it('leaves alone what reads the same, and what is typed there at the same time', () => {
    const doc = docOf('One.\n\nTwo.\n\nThree.');
    const elsewhere = new Doc();
    applyUpdate(elsewhere, encodeStateAsUpdate(doc));
    for (const at of [0, 2]) {
      const words = (elsewhere.getXmlFragment(DOCUMENT_TEXT).get(at) as XmlElement).get(0) as XmlText;
      words.insert(words.length, ' Indeed.');
    }
    replaceText(doc, 'One.\n\nZwei.\n\nBetween.\n\nThree.');
    applyUpdate(doc, encodeStateAsUpdate(elsewhere));
    expect(renderMarkdown(doc)).toBe('One. Indeed.\n\nZwei.\n\nBetween.\n\nThree. Indeed.');
  });
});
