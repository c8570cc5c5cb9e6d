import { lazy, type ComponentType } from 'react';
import type { ProposalDocumentProps } from '../documents/proposal-document.js';

/** The editor is as large as the rest of the room together: only who opens a proposal that is written fetches it. */
export const SharedDocument = lazy<ComponentType<ProposalDocumentProps>>(async () => {
  try {
    return { default: (await import('../documents/proposal-document.js')).ProposalDocument };
  } catch {
    // Without a line there is still what is here already.
    return { default: ({ plain }) => plain };
  }
});
