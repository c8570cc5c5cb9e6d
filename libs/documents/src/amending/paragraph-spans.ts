import type { Doc } from 'yjs';
import { splitParagraphs } from '../text/document-from-markdown.js';
import { renderMarkdown, renderNodes } from '../text/document-to-markdown.js';

/** Nodes of a document and the paragraphs of its text that they are: mostly one each. */
export interface ParagraphSpan {
  /** Nodes at the top of the document, one after another. */
  nodes: number;
  paragraphs: string[];
}

/**
 * Says which nodes of a document are which paragraphs of its text, in order. Two lists next to each other read as one, and a
 * node of which nothing is shown as none, so the two need not go by ones: a span ends where a node and a paragraph do.
 */
export function findSpans(doc: Doc): ParagraphSpan[] {
  const nodes = renderNodes(doc);
  const paragraphs = splitParagraphs(renderMarkdown(doc));
  if (bare(nodes.join('')) !== bare(paragraphs.join(''))) return [{ nodes: nodes.length, paragraphs }];
  const spans: ParagraphSpan[] = [];
  let next = 0;
  let [ofNodes, ofParagraphs] = [0, 0];
  let open: ParagraphSpan = { nodes: 0, paragraphs: [] };
  for (const node of nodes) {
    ofNodes += bare(node).length;
    open.nodes += 1;
    while (ofParagraphs < ofNodes) {
      const paragraph = paragraphs[next++] ?? '';
      ofParagraphs += bare(paragraph).length;
      open.paragraphs.push(paragraph);
    }
    if (ofParagraphs > ofNodes) continue;
    spans.push(open);
    open = { nodes: 0, paragraphs: [] };
  }
  return spans;
}

/** What is read, without the space that only sets it apart. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
