import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isAsItIs, isFromShared } from '../editing/change-origin.js';
import { newIdentity } from '../editing/paragraph-identity.js';
import {
  continued,
  isSuggestible,
  PARAGRAPH_BREAK,
  suggestChange,
  suggestDeletion,
} from './suggest-change.js';
import type { SuggestionMark } from './suggestion-marks.js';

const key = new PluginKey<boolean>('suggesting');

interface SuggestingOptions {
  /** Participant who writes here. */
  author: string;
  /** Called where something cannot be done as a suggestion, such as a new table. */
  onRefused(): void;
}

export function isSuggesting(state: EditorState): boolean {
  return key.getState(state) === true;
}

/** Begins or ends writing as suggestions. */
export function setSuggesting(view: EditorView, on: boolean): void {
  view.dispatch(view.state.tr.setMeta(key, on));
}

/**
 * While it is on, what one writes becomes words suggested to be put in, and what one deletes words suggested to be taken out.
 * Only words can be suggested: what would change lists, tables or headings is refused.
 */
export const Suggesting = Extension.create<SuggestingOptions>({
  name: 'suggesting',
  priority: 1_100,

  addOptions: () => ({ author: '', onRefused: () => {} }),

  addProseMirrorPlugins() {
    const { author, onRefused } = this.options;
    const next = (): SuggestionMark => ({ id: newIdentity(), author, at: new Date().toISOString() });
    return [
      new Plugin<boolean>({
        key,
        state: {
          init: () => false,
          apply: (tr, on) => {
            const meta: unknown = tr.getMeta(key);
            return typeof meta === 'boolean' ? meta : on;
          },
        },
        filterTransaction: (tr, state) => {
          if (!isToBeSuggested(tr, state) || isSuggestible(tr)) return true;
          onRefused();
          return false;
        },
        appendTransaction: (transactions, before, after) => {
          const own = transactions.filter((each) => isToBeSuggested(each, before));
          if (own.length === 0 || own.length < transactions.filter((each) => each.docChanged).length)
            return null;
          return suggestChange(own, before, after, next());
        },
        props: {
          handleKeyDown: (view, event) => isSuggesting(view.state) && handleKey(view, event, next()),
          handlePaste: (view, _event, slice) => {
            if (!isSuggesting(view.state)) return false;
            const words = slice.content.textBetween(0, slice.content.size, PARAGRAPH_BREAK, ' ');
            deleteOverParagraphs(view, next());
            view.dispatch(view.state.tr.insertText(words).scrollIntoView());
            return true;
          },
          handleTextInput: (view) => {
            if (isSuggesting(view.state)) deleteOverParagraphs(view, next());
            return false;
          },
          handleDrop: (view) => {
            if (!isSuggesting(view.state)) return false;
            onRefused();
            return true;
          },
        },
      }),
    ];
  },
});

function isToBeSuggested(tr: Transaction, state: EditorState): boolean {
  return isSuggesting(state) && tr.docChanged && !isFromShared(tr) && !isAsItIs(tr);
}

function handleKey(view: EditorView, event: KeyboardEvent, suggestion: SuggestionMark): boolean {
  if (event.isComposing) return false;
  if (event.key === 'Enter') {
    deleteOverParagraphs(view, suggestion);
    view.dispatch(view.state.tr.insertText(PARAGRAPH_BREAK).scrollIntoView());
    return true;
  }
  if (event.key !== 'Backspace' && event.key !== 'Delete') return false;
  return deleteOverParagraphs(view, suggestion) || isAtEdge(view.state, event.key);
}

/** At the edge of a paragraph there is nothing more to take out: paragraphs are not joined by a suggestion. */
function isAtEdge({ selection }: EditorState, pressed: 'Backspace' | 'Delete'): boolean {
  if (!selection.empty) return false;
  const { parentOffset, parent } = selection.$head;
  return pressed === 'Backspace' ? parentOffset === 0 : parentOffset === parent.content.size;
}

/** A selection over the end of a paragraph is taken out here; one within a paragraph by the editor itself. */
function deleteOverParagraphs(view: EditorView, suggestion: SuggestionMark): boolean {
  const { from, to, $from, $to } = view.state.selection;
  if ($from.sameParent($to)) return false;
  const tr = suggestDeletion(view.state.tr, from, to, continued(view.state.doc, from, to, suggestion));
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to)), -1)));
  return true;
}
