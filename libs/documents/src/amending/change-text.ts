import { applyUpdate, Doc } from 'yjs';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { seedState } from '../text/seed-document.js';
import { changeParagraphs, type ParagraphChange } from './change-paragraphs.js';

/** Gives the text that these changes would make of a text, as a document would write it. */
export function changeText(text: string, changes: readonly ParagraphChange[]): string {
  const doc = new Doc();
  applyUpdate(doc, seedState(text));
  changeParagraphs(doc, changes);
  return renderMarkdown(doc);
}
