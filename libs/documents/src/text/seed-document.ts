import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { SEED_CLIENT } from '../updates/held-document.js';
import { parseMarkdown } from './document-from-markdown.js';

/** The state of the document that a proposal's text begins with: the same bytes for the same text, whoever opens it. */
export function seedState(text: string): Uint8Array {
  const doc = new Doc();
  doc.clientID = SEED_CLIENT;
  doc.transact(() => prosemirrorToYXmlFragment(parseMarkdown(text), doc.getXmlFragment(DOCUMENT_TEXT)));
  return encodeStateAsUpdate(doc);
}
