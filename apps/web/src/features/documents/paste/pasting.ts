import { LIMITS } from '@roundtable/contracts';
import { Extension } from '@tiptap/core';
import type { Fragment } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isSuggesting } from '../suggestions/suggesting.js';
import { cleanLongPaste, cleanPaste } from './clean-paste.js';
import { readInPieces } from './paste-blocks.js';
import { pause, PIECE, piecesOf, putInPieces } from './put-in-pieces.js';

interface PastingOptions {
  onTooLong(characters: number): void;
  /** A long paste is being put in, or is in the text with so many characters. */
  onLong(characters: number | null): void;
}

/** HTML that is cleaned in steps from this length on. */
const LONG_HTML = 200_000;
const STEP_MS = 12;

/** Cleans what is pasted, refuses what no proposal can hold, and puts a long paste in piece by piece. */
export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',

  addOptions: () => ({ onTooLong: () => {}, onLong: () => {} }),

  addProseMirrorPlugins() {
    const { onTooLong, onLong } = this.options;
    const put = async (view: EditorView, pieces: Iterable<Fragment>, characters: number) => {
      onLong(null);
      await putInPieces(view, pieces);
      onLong(characters);
    };
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanPaste,
          handleDOMEvents: {
            paste: (view, event) => {
              const html = event.clipboardData?.getData('text/html') ?? '';
              if (html.length < LONG_HTML || !view.editable || isSuggesting(view.state)) return false;
              event.preventDefault();
              void cleanLongPaste(html, pause, STEP_MS).then((clean) => {
                const { characters, pieces } = readInPieces(view.state.schema, clean);
                if (roomLeft(view) < characters) onTooLong(characters);
                else void put(view, pieces, characters);
              });
              return true;
            },
          },
          handlePaste: (view, _event, { content }) => {
            const characters = content.textBetween(0, content.size, '\n', ' ').length;
            if (roomLeft(view) < characters) {
              onTooLong(characters);
              return true;
            }
            if (content.childCount < 2 || content.size <= PIECE || isSuggesting(view.state)) return false;
            void put(view, piecesOf(content), characters);
            return true;
          },
        },
      }),
    ];
  },
});

/** How many characters the text can still take, with what is selected out of it. */
function roomLeft({ state: { doc, selection } }: EditorView): number {
  const kept = doc.textContent.length - doc.textBetween(selection.from, selection.to).length;
  return LIMITS.documentTextLength - kept;
}
