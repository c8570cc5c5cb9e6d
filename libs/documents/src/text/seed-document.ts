import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { createHash } from 'node:crypto';
import { Fragment, type Node } from 'prosemirror-model';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { SEED_CLIENT } from '../updates/held-document.js';
import { parseMarkdown } from './document-from-markdown.js';

const IDENTITY_LENGTH = 10;

/** The state of the document that a proposal's text begins with: the same bytes for the same text, whoever opens it. */
export function seedState(text: string): Uint8Array {
  const doc = new Doc();
  doc.clientID = SEED_CLIENT;
  const seed = withIdentities(parseMarkdown(text), identitiesOf(text));
  doc.transact(() => prosemirrorToYXmlFragment(seed, doc.getXmlFragment(DOCUMENT_TEXT)));
  return encodeStateAsUpdate(doc);
}

/** Paragraphs, headings and list items are born with the identity that the editor gives to those written there. */
function withIdentities(node: Node, identities: Iterator<string, never>): Node {
  const isIdentified = 'id' in (node.type.spec.attrs ?? {});
  const attrs = isIdentified ? { ...node.attrs, id: identities.next().value } : node.attrs;
  if (node.isTextblock) return node.type.create(attrs, node.content, node.marks);
  const children: Node[] = [];
  node.forEach((child) => children.push(child.isLeaf ? child : withIdentities(child, identities)));
  return node.type.create(attrs, Fragment.from(children), node.marks);
}

/** Letters and figures that hang on the text and on nothing else. */
function* identitiesOf(text: string): Generator<string, never> {
  const hash = createHash('sha256').update(text).digest();
  for (let place = 0; ; place += 1) {
    const digest = createHash('sha256').update(hash).update(String(place)).digest();
    yield BigInt(`0x${digest.toString('hex')}`)
      .toString(36)
      .slice(0, IDENTITY_LENGTH);
  }
}
