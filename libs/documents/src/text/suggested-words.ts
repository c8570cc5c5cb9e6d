import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { XmlText, type Doc, type XmlElement } from 'yjs';

/** Lists the words of a document that are only suggested, or suggested to be deleted, in the order in which they stand. */
export function suggestedWords(doc: Doc): string[] {
  const found: string[] = [];
  const look = (node: unknown): void => {
    if (node instanceof XmlText) found.push(...suggestionsIn(node));
    else for (const child of (node as XmlElement).toArray()) look(child);
  };
  for (const node of doc.getXmlFragment(DOCUMENT_TEXT).toArray()) look(node);
  return found;
}

function suggestionsIn(text: XmlText): string[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' && Object.keys(attributes).some(isSuggestion) ? [insert] : [],
  );
}

/** A mark that may stand several times at one place carries a number behind its name. */
function isSuggestion(mark: string): boolean {
  return /^(insertion|deletion)(--|$)/.test(mark);
}
