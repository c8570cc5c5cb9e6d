import type { Editor } from '@tiptap/core';
import { Bold, Italic, List, ListOrdered, Redo2, Undo2 } from 'lucide-react';
import { useEffect, type ReactNode, type RefObject } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { messages } from '../messages.js';
import { BlockMenu } from './block-menu.js';
import { LinkTool } from './link-tool.js';
import { TableMenu } from './table-menu.js';
import { ToolButton, ToolToggle } from './tool-button.js';
import { runTool, useToolState } from './use-tools.js';
import styles from './toolbar.module.css';

interface ToolbarProps {
  editor: Editor;
  toolbarRef: RefObject<HTMLDivElement | null>;
  /** Tools of other parts: comment, suggest. */
  children?: ReactNode;
}

/** The tools for the text: arrows move among them, Escape goes back to the text. */
export function Toolbar({ editor, toolbarRef, children }: ToolbarProps) {
  const t = useMessages(messages);
  const state = useToolState(editor);
  // Only words can be suggested, not how they are set.
  const isFixed = state.isSuggesting || !state.isEditable;
  useLeavingOnEscape(toolbarRef, editor);
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <div className={styles.scroller}>
      <AriaToolbar ref={toolbarRef} aria-label={t('tools')} className={styles.toolbar}>
        <ToolToggle
          name={t('bold')}
          keys="Ctrl+B"
          icon={<Bold {...icon} />}
          isOn={state.isBold}
          isDisabled={isFixed}
          onPress={(event) => runTool(editor, event, (chain) => chain.toggleBold())}
        />
        <ToolToggle
          name={t('italic')}
          keys="Ctrl+I"
          icon={<Italic {...icon} />}
          isOn={state.isItalic}
          isDisabled={isFixed}
          onPress={(event) => runTool(editor, event, (chain) => chain.toggleItalic())}
        />
        <BlockMenu editor={editor} block={state.block} isDisabled={isFixed} />
        <ToolToggle
          name={t('bulletList')}
          icon={<List {...icon} />}
          isOn={state.isBulletList}
          isDisabled={isFixed}
          onPress={(event) => runTool(editor, event, (chain) => chain.toggleBulletList())}
        />
        <ToolToggle
          name={t('orderedList')}
          icon={<ListOrdered {...icon} />}
          isOn={state.isOrderedList}
          isDisabled={isFixed}
          onPress={(event) => runTool(editor, event, (chain) => chain.toggleOrderedList())}
        />
        <LinkTool editor={editor} link={state.link} hasSelection={state.hasSelection} isDisabled={isFixed} />
        <TableMenu editor={editor} isInTable={state.isInTable} isDisabled={isFixed} />
        <ToolButton
          name={t('undo')}
          keys="Ctrl+Z"
          icon={<Undo2 {...icon} />}
          isDisabled={!state.mayUndo || !state.isEditable}
          onPress={(event) => runTool(editor, event, (chain) => chain.undo())}
        />
        <ToolButton
          name={t('redo')}
          keys="Ctrl+Y"
          icon={<Redo2 {...icon} />}
          isDisabled={!state.mayRedo || !state.isEditable}
          onPress={(event) => runTool(editor, event, (chain) => chain.redo())}
        />
        {children}
      </AriaToolbar>
    </div>
  );
}

function useLeavingOnEscape(toolbarRef: RefObject<HTMLDivElement | null>, editor: Editor): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const isHere = event.target instanceof Node && toolbarRef.current?.contains(event.target);
      if (event.key !== 'Escape' || !isHere) return;
      event.preventDefault();
      event.stopPropagation();
      editor.commands.focus();
    };
    // Before the tooltip of a tool, which would take the key for itself.
    window.addEventListener('keydown', leave, { capture: true });
    return () => window.removeEventListener('keydown', leave, { capture: true });
  }, [toolbarRef, editor]);
}
