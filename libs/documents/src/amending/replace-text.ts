import { DOCUMENT_TEXT } from '@roundtable/contracts';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import type { Doc } from 'yjs';
import { parseMarkdown, splitParagraphs } from '../text/document-from-markdown.js';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { changeParagraphs, type ParagraphChange } from './change-paragraphs.js';

/**
 * Makes a document read as `text`, which is settled Markdown. Paragraphs at the beginning and the end that read the same
 * stay as they are, with what hangs on them.
 */
export function replaceText(doc: Doc, text: string): void {
  const [before, after] = [splitParagraphs(renderMarkdown(doc)), splitParagraphs(text)];
  changeParagraphs(doc, changesBetween(before, after));
  if (renderMarkdown(doc) === text) return;
  // Paragraphs that were set side by side can come to read as one.
  doc.transact(() => prosemirrorToYXmlFragment(parseMarkdown(text), doc.getXmlFragment(DOCUMENT_TEXT)));
}

function changesBetween(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const gone = before.length - start - end;
  const fresh = after.slice(start, after.length - end);
  const kept = Math.min(gone, fresh.length);
  return [
    ...fresh
      .slice(0, kept)
      .map((text, at): ParagraphChange => ({ kind: 'replace', paragraph: start + at + 1, text })),
    ...Array.from({ length: gone - kept }, (_, at): ParagraphChange => ({
      kind: 'delete',
      paragraph: start + kept + at + 1,
      text: null,
    })),
    ...fresh.slice(kept).map((text): ParagraphChange => ({ kind: 'insert', paragraph: start + gone, text })),
  ];
}
