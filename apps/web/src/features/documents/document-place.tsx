import type { WireError } from '@roundtable/contracts';
import { createContext, use } from 'react';

/** Where the open text belongs, for what is asked of the server about it. */
export interface DocumentPlace {
  meeting: string;
  proposal: string;
  /** Zone of the meeting. */
  zone: string;
  /** Number of the proposal's version: a new one when a version of the text was saved. */
  versions: number;
  /** Fixes the text as it is now; null when it is done. */
  saveVersion(note: string | null): Promise<WireError | null>;
}

const PlaceContext = createContext<DocumentPlace | null>(null);

export const DocumentPlaceProvider = PlaceContext.Provider;

/** @throws Error outside of an open text. */
export function useDocumentPlace(): DocumentPlace {
  const place = use(PlaceContext);
  if (!place) throw new Error('useDocumentPlace stands outside of a DocumentPlaceProvider.');
  return place;
}
