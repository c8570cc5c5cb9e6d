import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/disclosure.js';
import text from '../../../ui/text.module.css';
import { useOpenDocument } from '../editor-context.js';
import { CommentForm } from './comment-form.js';
import { CommentWords } from './comment-words.js';
import type { Thread } from './comment-threads.js';
import { messages } from './messages.js';
import type { NewComment, useComments } from './use-comments.js';
import styles from './comments.module.css';

type Comments = ReturnType<typeof useComments>;

interface CommentsPanelProps {
  comments: Comments;
  /** A comment that is being begun; its form stands on top. */
  beginning: NewComment | null;
  onBegun(): void;
}

/** What was said about passages of the text, in its order. */
export function CommentsPanel({ comments, beginning, onBegun }: CommentsPanelProps) {
  const t = useMessages(messages);
  const { editor, isEditable } = useOpenDocument();
  const leave = () => {
    onBegun();
    editor.commands.focus();
  };
  return (
    <div className={styles.list}>
      {beginning && (
        <div className={styles.thread} data-current>
          <blockquote className={styles.words}>
            <bdi>{beginning.words}</bdi>
          </blockquote>
          <CommentForm
            label={t('comment')}
            submit={t('add')}
            isFocused
            onSubmit={(words) => {
              comments.begin(beginning, words);
              leave();
            }}
            onCancel={leave}
          />
        </div>
      )}
      {comments.open.length === 0 && !beginning && (
        <p className={text.quiet}>{t(isEditable ? 'none' : 'noneToRead')}</p>
      )}
      {comments.open.length > 0 && <Threads threads={comments.open} comments={comments} label={t('open')} />}
      {comments.resolved.length > 0 && (
        <Disclosure summary={t('resolved', { count: comments.resolved.length })}>
          <Threads threads={comments.resolved} comments={comments} label={t('resolvedList')} />
        </Disclosure>
      )}
    </div>
  );
}

function Threads({ threads, comments, label }: { threads: Thread[]; comments: Comments; label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {threads.map((thread) => (
        <ThreadItem key={thread.id} thread={thread} comments={comments} />
      ))}
    </ul>
  );
}

function ThreadItem({ thread, comments }: { thread: Thread; comments: Comments }) {
  const t = useMessages(messages);
  const { isEditable, nameOf } = useOpenDocument();
  const [isReplying, setReplying] = useState(false);
  const isResolved = thread.resolved !== null;
  const isCurrent = comments.current === thread.id;
  return (
    <li className={styles.thread} data-current={isCurrent || undefined} aria-current={isCurrent || undefined}>
      {comments.hasPassage(thread.id) ? (
        <button
          type="button"
          className={styles.words}
          aria-label={t('goTo', { words: thread.words.slice(0, 80) })}
          onClick={() => comments.goTo(thread.id)}
        >
          <bdi>{thread.words}</bdi>
        </button>
      ) : (
        <p className={styles.gone}>
          {t(isResolved ? 'wasAbout' : 'gone', { words: thread.words.slice(0, 200) })}
        </p>
      )}
      <CommentWords comment={thread} name={nameOf(thread.author)} />
      {thread.replies.length > 0 && (
        <ul className={styles.replies} aria-label={t('replies')}>
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <CommentWords comment={reply} name={nameOf(reply.author)} />
            </li>
          ))}
        </ul>
      )}
      {thread.resolved && (
        <p className={text.quiet}>{t('resolvedBy', { name: nameOf(thread.resolved.by) })}</p>
      )}
      {isEditable && isReplying && (
        <CommentForm
          label={t('reply')}
          submit={t('send')}
          isFocused
          onSubmit={(words) => {
            comments.reply(thread.id, words);
            setReplying(false);
          }}
          onCancel={() => setReplying(false)}
        />
      )}
      {isEditable && !isReplying && (
        <div className={styles.acts}>
          {isResolved ? (
            <Button size="small" onPress={() => comments.reopen(thread.id)}>
              {t('reopen')}
            </Button>
          ) : (
            <>
              <Button size="small" onPress={() => setReplying(true)}>
                {t('reply')}
              </Button>
              <Button size="small" onPress={() => comments.resolve(thread.id)}>
                {t('resolve')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
