import type { WireError } from './errors.js';

/*
 * A proposal's text that several write at a time is a Yjs document. Updates and state vectors are Yjs' own bytes (version
 * 1 of its encoding) in base64.
 */

/** Name of the Y.XmlFragment that holds the text. */
export const DOCUMENT_TEXT = 'default';
/** Name of the Y.Map that holds the comments on passages. */
export const DOCUMENT_COMMENTS = 'comments';

/** Kinds of nodes a document's text may hold; an update that brings another is refused. */
export const DOCUMENT_NODES = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'hardBreak',
  'horizontalRule',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
] as const;
/** Kinds of marks its words may carry. Words marked `insertion` are suggested and no part of the text yet. */
export const DOCUMENT_MARKS = ['bold', 'italic', 'strike', 'code', 'link', 'insertion', 'deletion'] as const;

/** `documents.open`: begins to follow a proposal's document; the room must be joined. Asked again after a gap. */
export interface OpenDocument {
  v: number;
  room: string;
  proposal: string;
  /** State vector of what the client holds; null where that is nothing. */
  known: string | null;
}
/** Somebody who has the document open in one page. */
export interface DocumentPerson {
  /** Yjs client id of the page. */
  client: number;
  /** Set by the server. */
  participant: string;
  /** Where they are in the text, in the editor's own terms; null when they have left. */
  state: Record<string, unknown> | null;
}
export interface DocumentOpened {
  ok: true;
  /** Number of the newest update; 0 where nobody has written yet. */
  head: number;
  /** What the client lacks. */
  update: string;
  /** State vector of the document at `head`: what the client holds beyond it was not accepted yet. */
  state: string;
  /** Why the reader may not write, null where they may. */
  writeRefusal: WireError | null;
  people: DocumentPerson[];
}
/** `documents.update`: the same `clientId` never counts twice. Answered when it is on the disk. */
export interface UpdateDocument {
  v: number;
  room: string;
  clientId: string;
  proposal: string;
  update: string;
}
export interface DocumentUpdated {
  ok: true;
  /** Number of the update in its document. */
  seq: number;
  duplicate?: true;
}
/** `documents.point`: where one is in the text. Ephemeral; sent again every `documentPointResendMs`, null on leaving. */
export interface PointInDocument {
  v: number;
  room: string;
  proposal: string;
  client: number;
  state: Record<string, unknown> | null;
}
/** `documents.leave`: nothing of the document is sent any more. */
export interface LeaveDocument {
  v: number;
  room: string;
  proposal: string;
}
/** `documents.version`: fixes the text as it is now under the next number and writes it to the proposal. */
export interface VersionDocument {
  v: number;
  room: string;
  clientId: string;
  proposal: string;
  note?: string | null;
}

/** `documents.updated`: what was committed after update `after` up to `head`, merged. */
export interface DocumentUpdates {
  room: string;
  proposal: string;
  after: number;
  head: number;
  update: string;
}
/** `documents.pointed`: ephemeral; the receiver forgets a person after `documentPointExpiryMs`. */
export interface DocumentPointed {
  room: string;
  proposal: string;
  people: DocumentPerson[];
}

/** A version of a document, without its text. */
export interface DocumentVersionView {
  proposal: string;
  /** 1, 2, 3 ... in one document. */
  version: number;
  /** SHA-256 of the text (UTF-8), hex. */
  sha256: string;
  /** Of the text, in UTF-16 code units. */
  length: number;
  by: string | null;
  at: string;
  note: string | null;
  /** False where the text is longer than a proposal's may be: then it stands only here. */
  isInProposal: boolean;
}
/** Data of `documents.versioned`. */
export interface DocumentVersioned {
  version: DocumentVersionView;
}
/** `GET /api/v1/meetings/:meeting/documents/:proposal/versions`, oldest first. */
export interface DocumentVersionList {
  versions: DocumentVersionView[];
}
/** `GET .../versions/:version`. */
export interface DocumentVersionText {
  version: DocumentVersionView;
  /** Markdown. */
  text: string;
}
/** A run of words that both versions have, or only the newer, or only the older. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  /** With the white space between and after them. */
  words: string;
}
/** `GET .../diff?from=N&to=M`; the text as it is now where `to` is left out. */
export interface DocumentDiff {
  from: number;
  to: number | null;
  parts: DiffPart[];
}
