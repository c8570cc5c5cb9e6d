import type { DocumentSession } from '@roundtable/client';

/** What the line above the text says about where one's words are. */
export type StateWords = 'opening' | 'saved' | 'saving' | 'offlineKept' | 'offline' | 'readOnly' | 'closed';

/** In which words to say how a text stands. What is being sent for a moment only is as good as saved. */
export function stateWords(
  { state, unsaved }: Pick<DocumentSession, 'state' | 'unsaved'>,
  isSlow: boolean,
): StateWords {
  switch (state) {
    case 'connecting':
      return 'opening';
    case 'live':
      return unsaved > 0 && isSlow ? 'saving' : 'saved';
    case 'offline':
      return unsaved > 0 ? 'offlineKept' : 'offline';
    case 'read-only':
      return 'readOnly';
    case 'closed':
      return 'closed';
  }
}
