import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import { Doc } from 'yjs';
import { parseMarkdown } from './document-from-markdown.js';
import { renderMarkdown } from './document-to-markdown.js';

/** Writing and reading it again settles after two rounds, where a line that was escaped begins like a heading. */
const MOST_ROUNDS = 5;

/** Gives a text as a document writes it: the form that reading and writing it again leaves as it is. */
export function settleMarkdown(text: string): string {
  let settled = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const doc = new Doc();
    prosemirrorToYXmlFragment(parseMarkdown(settled), doc.getXmlFragment(DOCUMENT_TEXT));
    const written = renderMarkdown(doc);
    if (written === settled) return settled;
    settled = written;
  }
  return settled;
}
