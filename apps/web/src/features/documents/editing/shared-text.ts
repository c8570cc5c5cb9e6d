import { Extension } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { redoCommand, undoCommand, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import type { XmlFragment } from 'yjs';

/**
 * Binds the editor to a text that is shared. Not TipTap's own binding: that one (3.31.3) takes another's letters in the same
 * paragraph for a paragraph that was moved, and then puts the cursor elsewhere while one types.
 */
export const SharedText = Extension.create<{ fragment: XmlFragment | null }>({
  name: 'sharedText',
  priority: 1_000,

  addOptions: () => ({ fragment: null }),

  addCommands() {
    // What changes the shared document comes back as a change of its own.
    return {
      undo:
        () =>
        ({ tr, state, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          return undoCommand(state, dispatch) ?? false;
        },
      redo:
        () =>
        ({ tr, state, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          return redoCommand(state, dispatch) ?? false;
        },
    };
  },

  addKeyboardShortcuts() {
    return {
      'Mod-z': () => this.editor.commands.undo(),
      'Mod-y': () => this.editor.commands.redo(),
      'Shift-Mod-z': () => this.editor.commands.redo(),
    };
  },

  addProseMirrorPlugins() {
    const { fragment } = this.options;
    return fragment ? ([ySyncPlugin(fragment), yUndoPlugin()] as Plugin[]) : [];
  },
});
