import { EditorContent } from '@tiptap/react';
import { MessageSquarePlus, SquarePen } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { messages as commentMessages } from './comments/messages.js';
import { useComments, type NewComment } from './comments/use-comments.js';
import type { DocumentSession } from '@roundtable/client';
import { DocumentPanels, type DocumentPanel } from './document-panels.js';
import { EditorProvider, useOpenDocument } from './editor-context.js';
import { messages } from './messages.js';
import { PresenceList } from './presence-list.js';
import { messages as suggestionMessages } from './suggestions/messages.js';
import { setSuggesting } from './suggestions/suggesting.js';
import { ToolButton, ToolToggle } from './tools/tool-button.js';
import { Toolbar } from './tools/toolbar.js';
import { useToolState } from './tools/use-tools.js';
import { useTextEditor } from './use-text-editor.js';
import toolbar from './tools/toolbar.module.css';
import styles from './text-editor.module.css';

interface TextEditorProps {
  session: DocumentSession;
  self: string | null;
  isEditable: boolean;
  nameOf(participant: string | null): string;
}

/** The text with its tools, and under it what is said about it. */
export function TextEditor(props: TextEditorProps) {
  const hintId = useId();
  const t = useMessages(messages);
  const editor = useTextEditor({ ...props, hintId });
  return (
    <EditorProvider value={{ editor, ...props }}>
      <PresenceList awareness={props.session.awareness} self={props.self} nameOf={props.nameOf} />
      <Writing />
      <VisuallyHidden>
        <span id={hintId}>{t('textHint')}</span>
      </VisuallyHidden>
    </EditorProvider>
  );
}

function Writing() {
  const t = useMessages(commentMessages);
  const suggestion = useMessages(suggestionMessages);
  const { editor, isEditable } = useOpenDocument();
  const toolbarRef = useRef<HTMLDivElement>(null);
  const comments = useComments();
  const state = useToolState(editor);
  const [panel, setPanel] = useState<DocumentPanel>('comments');
  const [beginning, setBeginning] = useState<NewComment | null>(null);

  const beginComment = () => {
    const place = comments.anchorSelection();
    if (!place) return void showToast({ text: t('selectFirst') });
    setPanel('comments');
    setBeginning(place);
  };
  const toggleSuggesting = () => {
    setSuggesting(editor.view, !state.isSuggesting);
    if (!state.isSuggesting) setPanel('suggestions');
  };
  const handleKey = (event: KeyboardEvent) => {
    const isComment = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey);
    if (event.key === 'F10' && event.altKey) {
      toolbarRef.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
    } else if (isComment && isEditable) beginComment();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={styles.frame} data-suggesting={state.isSuggesting || undefined} onKeyDown={handleKey}>
        {isEditable && (
          <Toolbar editor={editor} toolbarRef={toolbarRef}>
            <span className={toolbar.gap} aria-hidden />
            <ToolButton
              name={t('commentTool')}
              keys="Ctrl+Alt+M"
              icon={<MessageSquarePlus size={16} aria-hidden />}
              isDisabled={!state.hasSelection}
              onPress={beginComment}
            />
            <ToolToggle
              name={suggestion('suggest')}
              icon={<SquarePen size={16} aria-hidden />}
              isOn={state.isSuggesting}
              onPress={toggleSuggesting}
            />
          </Toolbar>
        )}
        {state.isSuggesting && (
          <p className={styles.mode} role="status">
            {suggestion('suggestingOn')}
          </p>
        )}
        <EditorContent editor={editor} className={styles.content} />
      </div>
      <DocumentPanels
        panel={panel}
        onChange={setPanel}
        comments={comments}
        beginning={beginning}
        onBegun={() => setBeginning(null)}
      />
    </>
  );
}
