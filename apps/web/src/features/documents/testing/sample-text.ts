import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { documentExtensions } from '../editing/document-extensions.js';

/** The schema of the editor, for tests of its rules without a page. */
export const schema = getSchema(documentExtensions());

/** A document of paragraphs, with identities `p1`, `p2` ... */
export function paragraphs(...words: string[]): Node {
  return Node.fromJSON(schema, {
    type: 'doc',
    content: words.map((text, index) => ({
      type: 'paragraph',
      attrs: { id: `p${index + 1}` },
      ...(text && { content: [{ type: 'text', text }] }),
    })),
  });
}
