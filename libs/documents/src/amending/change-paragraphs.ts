import { DOCUMENT_TEXT } from '@roundtable/contracts';
import type { Node } from 'prosemirror-model';
import { prosemirrorToYXmlFragment, updateYFragment } from 'y-prosemirror';
import { Doc, XmlElement, type XmlText } from 'yjs';
import { parseMarkdown } from '../text/document-from-markdown.js';
import { documentSchema } from '../text/document-schema.js';
import { findSpans, type ParagraphSpan } from './paragraph-spans.js';

/** A change to one paragraph of a text. Paragraphs are numbered as in the text before all changes. */
export interface ParagraphChange {
  kind: 'replace' | 'insert' | 'delete';
  /** From 1; for `insert` the one it comes after, 0 for the beginning. */
  paragraph: number;
  /** Markdown; null for `delete`. */
  text: string | null;
}

/** A stretch of the document, as it is to be: `nodes` of them are there now. */
interface Stretch {
  nodes: number;
  paragraphs: string[];
  isChanged: boolean;
}

const LISTS = ['bulletList', 'orderedList'];

/**
 * Changes paragraphs of a document and leaves its other nodes alone, so that what others write there goes on. Changes of
 * one place are made in the order given.
 */
export function changeParagraphs(doc: Doc, changes: readonly ParagraphChange[]): void {
  const stretches = joinLists(plan(findSpans(doc), changes));
  doc.transact(() => {
    let at = 0;
    for (const { nodes, paragraphs, isChanged } of stretches) {
      if (!isChanged) {
        at += nodes;
        continue;
      }
      const fresh = paragraphs.length > 0 ? [...parseMarkdown(paragraphs.join('\n\n')).children] : [];
      rewriteNodes(doc, { at, nodes }, fresh);
      at += fresh.length;
    }
  });
}

function plan(spans: readonly ParagraphSpan[], changes: readonly ParagraphChange[]): Stretch[] {
  const stretches: Stretch[] = [insertions(0, changes)];
  let last = 0;
  for (const { nodes, paragraphs } of spans) {
    const first = last + 1;
    last += paragraphs.length;
    const isInside = ({ kind, paragraph }: ParagraphChange) =>
      paragraph >= first && (kind === 'insert' ? paragraph < last : paragraph <= last);
    const isChanged = changes.some(isInside);
    const inside = paragraphs.flatMap((text, index) => rewrite(text, first + index, changes, last));
    stretches.push({ nodes, paragraphs: isChanged ? inside : paragraphs, isChanged });
    if (paragraphs.length > 0) stretches.push(insertions(last, changes));
  }
  return stretches.filter(({ nodes, paragraphs }) => nodes > 0 || paragraphs.length > 0);
}

/** A paragraph of a span with what comes after it inside of the span. */
function rewrite(text: string, number: number, changes: readonly ParagraphChange[], last: number): string[] {
  const here = changes.filter(({ kind, paragraph }) => kind !== 'insert' && paragraph === number);
  const own = here.length > 0 ? here.flatMap((change) => change.text ?? []) : [text];
  return number < last ? [...own, ...insertions(number, changes).paragraphs] : own;
}

function insertions(after: number, changes: readonly ParagraphChange[]): Stretch {
  const paragraphs = changes.flatMap(({ kind, paragraph, text }) =>
    kind === 'insert' && paragraph === after && text !== null ? [text] : [],
  );
  return { nodes: 0, paragraphs, isChanged: true };
}

/** Lists that come to stand next to each other read as one list, so they become one. */
function joinLists(stretches: readonly Stretch[]): Stretch[] {
  let joined = [...stretches];
  for (let found = findJoin(joined); found; found = findJoin(joined)) {
    const [first, last] = found;
    const parts = joined.slice(first, last + 1);
    const one: Stretch = {
      nodes: parts.reduce((sum, { nodes }) => sum + nodes, 0),
      paragraphs: parts.flatMap(({ paragraphs }) => paragraphs),
      isChanged: true,
    };
    joined = [...joined.slice(0, first), one, ...joined.slice(last + 1)];
  }
  return joined;
}

/** Looks past what shows nothing. What is not changed is left alone unless it is a list that goes on. */
function findJoin(stretches: readonly Stretch[]): [number, number] | null {
  const isShown = ({ paragraphs }: Stretch): boolean => paragraphs.length > 0;
  for (const [index, { isChanged, paragraphs }] of stretches.entries()) {
    if (!isChanged) continue;
    if (stretches[index + 1]?.isChanged) return [index, index + 1];
    const before = stretches.findLastIndex((each, at) => at < index && isShown(each));
    const after = stretches.findIndex((each, at) => at > index && isShown(each));
    const end = stretches[before]?.paragraphs.at(-1);
    const start = stretches[after]?.paragraphs[0];
    if (paragraphs.length === 0) {
      if (goesOn(end, start)) return [before, after];
    } else if (goesOn(end, paragraphs[0])) return [before, index];
    else if (goesOn(paragraphs.at(-1), start)) return [index, after];
  }
  return null;
}

/** Says whether two paragraphs, one after the other, read as one list. */
function goesOn(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const kind = parseMarkdown(one).lastChild?.type.name ?? '';
  return LISTS.includes(kind) && kind === parseMarkdown(other).firstChild?.type.name;
}

/** A paragraph that is written anew is still the same one: only its words change, so that what hangs on others stays. */
function rewriteNodes(doc: Doc, { at, nodes }: { at: number; nodes: number }, fresh: readonly Node[]): void {
  const fragment = doc.getXmlFragment(DOCUMENT_TEXT);
  const before = nodes === 1 ? fragment.get(at) : null;
  const [first, ...more] = fresh;
  if (before instanceof XmlElement && first && before.nodeName === first.type.name) {
    const id: unknown = before.getAttribute('id');
    const same = id ? first.type.create({ ...first.attrs, id }, first.content, first.marks) : first;
    updateYFragment(doc, before, same, { mapping: new Map(), isOMark: new Map() });
    fragment.insert(at + 1, nodesFrom(more));
  } else {
    fragment.delete(at, nodes);
    fragment.insert(at, nodesFrom(fresh));
  }
}

function nodesFrom(nodes: readonly Node[]): (XmlElement | XmlText)[] {
  if (nodes.length === 0) return [];
  const fragment = new Doc().getXmlFragment(DOCUMENT_TEXT);
  prosemirrorToYXmlFragment(documentSchema.node('doc', null, nodes), fragment);
  return fragment.toArray().map((node) => node.clone() as XmlElement | XmlText);
}
