import type { WireError } from '@roundtable/contracts';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import type { Connection } from '../connection.js';
import type { RoomState } from '../room-state.js';
import type { Timers } from '../timers.js';
import type { DocumentStore } from './document-store.js';
import { LiveDocument } from './live-document.js';

/** A text that several write at a time, as this page holds it. */
export interface DocumentSession {
  readonly doc: Doc;
  readonly awareness: Awareness;
  /** `read-only`: followed, but not to be written; `refusal` says why. `closed`: over, for good. */
  readonly state: 'connecting' | 'live' | 'offline' | 'read-only' | 'closed';
  /** Changes that the server has not acknowledged yet. */
  readonly unsaved: number;
  readonly refusal: WireError | null;
  /**
   * A change made here was refused for what it is, which `refusal` says, and set aside: the text here is not the others' any
   * more. Open the document again.
   */
  readonly isSpoiled: boolean;
  /**
   * What was written here, also before a reload, and not taken, as plain text; empty where there is nothing: changes that were
   * set aside, and in a text that may not be written any more those that wait.
   */
  readonly refusedWords: string;
  /** Called after changes of what stands above. The answer ends it. */
  subscribe(listener: () => void): () => void;
  /** Takes those words from the device. Where some of them waited they stay in the text here: open the document again. */
  forgetRefusedWords(): void;
  /** Stops following. What is unsaved stays on the device and is sent when the document is opened again. */
  close(): void;
}

/** What a document needs of the room it belongs to; every open room has one as `ground`. */
export interface DocumentGround {
  connection: Connection;
  room: string;
  /** Participant's id. */
  self: string;
  timers: Timers;
  store: DocumentStore;
  getView(): RoomState;
  subscribe(listener: () => void): () => void;
}

/**
 * Opens the document of a proposal. It is apart from the room's own functions so that pages without documents need not carry
 * Yjs: `openDocument(room.ground, proposal)`.
 */
export function openDocument(ground: DocumentGround, proposal: string): DocumentSession {
  return new LiveDocument(ground, proposal);
}
