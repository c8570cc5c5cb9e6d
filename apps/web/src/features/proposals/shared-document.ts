import { lazy, type ComponentType } from 'react';
import type { ProposalDocumentProps } from '../documents/proposal-document.js';

/** Comes with the editor. */
export const UnsentWords = lazy<ComponentType<{ proposal: string }>>(async () => {
  try {
    return { default: (await import('../documents/unsent-words.js')).UnsentWords };
  } catch {
    return { default: () => null };
  }
});

/** The editor is as large as the rest of the room together: only who opens a proposal that is written fetches it. */
export const SharedDocument = lazy<ComponentType<ProposalDocumentProps>>(async () => {
  try {
    return { default: (await import('../documents/proposal-document.js')).ProposalDocument };
  } catch {
    // Without a line there is still what is here already.
    return { default: ({ plain }) => plain };
  }
});
