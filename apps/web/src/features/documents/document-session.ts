import type { WireError } from '@roundtable/contracts';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';

/** A text that several write at a time, as this page holds it. */
export interface DocumentSession {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly state: 'connecting' | 'live' | 'offline' | 'read-only' | 'closed';
  /** Changes that the server has not acknowledged yet. */
  readonly unsaved: number;
  readonly refusal: WireError | null;
  subscribe(listener: () => void): () => void;
  close(): void;
}
