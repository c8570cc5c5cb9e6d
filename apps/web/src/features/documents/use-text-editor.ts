import { DOCUMENT_TEXT, LIMITS } from '@roundtable/contracts';
import type { Editor } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useLocale } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { CommentMarks } from './comments/comment-marks.js';
import type { DocumentSession } from '@roundtable/client';
import { Carets } from './editing/carets.js';
import { documentExtensions } from './editing/document-extensions.js';
import { SharedText } from './editing/shared-text.js';
import { messages } from './messages.js';
import { Pasting } from './paste/pasting.js';
import { messages as suggestionMessages } from './suggestions/messages.js';
import { Suggesting } from './suggestions/suggesting.js';
import styles from './text-editor.module.css';

interface TextEditorOptions {
  session: DocumentSession;
  self: string | null;
  isEditable: boolean;
  nameOf(participant: string | null): string;
  /** Element that tells how to reach the tools. */
  hintId: string;
}

/** Ties the editor to the shared text, with what this page adds: names, words in the language in force, clean pastes. */
export function useTextEditor({ session, self, isEditable, nameOf, hintId }: TextEditorOptions): Editor {
  const t = useMessages(messages);
  const suggestion = useMessages(suggestionMessages);
  const { announce } = useAnnouncer();
  // Carets are drawn when somebody moves, with the names of that moment.
  const names = useRef(nameOf);
  useEffect(() => {
    names.current = nameOf;
  });
  const editor = useEditor(
    {
      injectCSS: false,
      editable: isEditable,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('text'),
          'aria-describedby': hintId,
          class: styles.text ?? '',
        },
      },
      extensions: [
        ...documentExtensions(),
        SharedText.configure({ fragment: session.doc.getXmlFragment(DOCUMENT_TEXT) }),
        Carets.configure({
          awareness: session.awareness,
          nameOf: (participant) => names.current(participant),
        }),
        CommentMarks.configure({ doc: session.doc }),
        Placeholder.configure({ placeholder: t('placeholder') }),
        Suggesting.configure({
          author: self ?? '',
          onRefused: () => showToast({ text: suggestion('onlyWords'), tone: 'error' }),
        }),
        Pasting.configure({
          onTooLong: (count) =>
            showToast({
              text: t('pasteTooLong', { count, limit: LIMITS.documentTextLength }),
              tone: 'error',
            }),
          onLong: (count) => announce(count === null ? t('pasting') : t('pasted', { count })),
        }),
      ],
    },
    [session, self, useLocale()],
  );
  useEffect(() => {
    editor.setEditable(isEditable, false);
    // A text that is read only is no field to be filled in any more.
    editor.view.dom.setAttribute('aria-readonly', String(!isEditable));
  }, [editor, isEditable]);
  return editor;
}
