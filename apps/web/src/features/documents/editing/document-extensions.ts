import { Extension, type Extensions } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { safeUrl } from '../../../ui/safe-url.js';
import { SuggestedDeletion, SuggestedInsertion } from '../suggestions/suggestion-marks.js';
import { ParagraphIdentity } from './paragraph-identity.extension.js';

/** Lists that come from Markdown tell how close their items stood; it is kept, so that opening a text changes nothing of it. */
const ListSpacing = Extension.create({
  name: 'listSpacing',
  addGlobalAttributes: () => [
    { types: ['bulletList', 'orderedList'], attributes: { tight: { default: true, rendered: false } } },
  ],
});

/** What a proposal may hold: the nodes and marks of its text, without anything that depends on who writes. */
export function documentExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      underline: false,
      // The shared document has its own, which takes back only what one did oneself.
      undoRedo: false,
      // Everybody who opens the document would add one.
      trailingNode: false,
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: (address) => safeUrl(address) !== null,
        HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
      },
    }),
    TableKit.configure({ table: { resizable: false } }),
    ListSpacing,
    ParagraphIdentity,
    SuggestedInsertion,
    SuggestedDeletion,
  ];
}
