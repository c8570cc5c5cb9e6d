import type { Editor } from '@tiptap/core';
import { createContext, use } from 'react';
import type { DocumentSession } from '@roundtable/client';

/** The open text, for the parts around it. */
export interface OpenDocument {
  editor: Editor;
  session: DocumentSession;
  /** Participant who writes here; null before the room is joined. */
  self: string | null;
  isEditable: boolean;
  nameOf(participant: string | null): string;
}

const EditorContext = createContext<OpenDocument | null>(null);

export const EditorProvider = EditorContext.Provider;

/** @throws Error outside of an open text. */
export function useOpenDocument(): OpenDocument {
  const open = use(EditorContext);
  if (!open) throw new Error('useOpenDocument stands outside of an EditorProvider.');
  return open;
}
