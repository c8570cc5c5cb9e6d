import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { PressEvent } from 'react-aria-components';
import { isSuggesting } from '../suggestions/suggesting.js';

export const HEADING_LEVELS = [1, 2, 3] as const;
export type BlockKind = 'paragraph' | `heading${(typeof HEADING_LEVELS)[number]}`;

/** What holds where the cursor stands, for the tools to show. */
export interface ToolState {
  isBold: boolean;
  isItalic: boolean;
  isBulletList: boolean;
  isOrderedList: boolean;
  isInTable: boolean;
  link: string | null;
  hasSelection: boolean;
  block: BlockKind;
  mayUndo: boolean;
  mayRedo: boolean;
  isSuggesting: boolean;
  isEditable: boolean;
}

export function useToolState(editor: Editor): ToolState {
  return useEditorState({
    editor,
    selector: () => {
      const { state, isEditable } = editor;
      const on = (name: string, attributes?: object) => editor.isActive(name, attributes);
      const level = HEADING_LEVELS.find((each) => on('heading', { level: each }));
      const href: unknown = editor.getAttributes('link')['href'];
      return {
        isBold: on('bold'),
        isItalic: on('italic'),
        isBulletList: on('bulletList'),
        isOrderedList: on('orderedList'),
        isInTable: on('table'),
        link: typeof href === 'string' ? href : null,
        hasSelection: !state.selection.empty,
        block: level ? (`heading${level}` as const) : ('paragraph' as const),
        mayUndo: editor.can().undo(),
        mayRedo: editor.can().redo(),
        isSuggesting: isSuggesting(state),
        isEditable,
      };
    },
  });
}

/** Runs a command; the focus goes back to the text but for the keyboard, which may want the next tool. */
export function runTool(
  editor: Editor,
  event: Pick<PressEvent, 'pointerType'>,
  command: (chain: ChainedCommands) => ChainedCommands,
): void {
  const chain = editor.chain();
  command(event.pointerType === 'keyboard' ? chain : chain.focus()).run();
}
