import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { asItIs, isFromShared } from './change-origin.js';
import { findUnidentified, IDENTIFIED, newIdentity } from './paragraph-identity.js';

/**
 * Gives every paragraph, heading and list item an identity that stays while its words change. Only whoever makes a change
 * gives identities for it; others receive them with it, so that two never give different ones.
 */
export const ParagraphIdentity = Extension.create({
  name: 'paragraphIdentity',

  addGlobalAttributes() {
    return [
      {
        types: IDENTIFIED,
        attributes: {
          id: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-paragraph'),
            renderHTML: ({ id }) => (typeof id === 'string' ? { 'data-paragraph': id } : {}),
          },
        },
      },
    ];
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, before, after) => {
          const isOwnChange = transactions.some((each) => each.docChanged && !isFromShared(each));
          if (!isOwnChange) return null;
          const mapping = new Mapping(transactions.flatMap((each) => each.mapping.maps));
          const places = findUnidentified(before.doc, after.doc, mapping);
          if (places.length === 0) return null;
          const change = after.tr;
          for (const place of places) change.setNodeAttribute(place, 'id', newIdentity());
          return asItIs(change);
        },
      }),
    ];
  },
});
