import type { ProposalState } from '@roundtable/contracts';
import { useId, type ReactNode } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import type { DocumentSession } from '@roundtable/client';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { messages } from './messages.js';
import { RefusedWords } from './refused-words.js';
import { StateLine } from './state-line.js';
import { TextEditor } from './text-editor.js';
import { useDocumentSession, useSessionView } from './use-document-session.js';
import styles from './document-editor.module.css';

export interface DocumentEditorProps {
  /** Opens the shared text; the same function as long as it is the same text. */
  open(): DocumentSession;
  proposalState: ProposalState;
  /** Participant who writes here. */
  self: string | null;
  /** Name of a participant as it is shown; null where it is not known. */
  nameOf(participant: string): string | null;
  /** Shown where the text was closed before it could be shown. */
  plain: ReactNode;
  /** Shown until the text is there. */
  children: ReactNode;
}

/** The text of a proposal, written by several people at the same time. */
export function DocumentEditor({ open, children, ...rest }: DocumentEditorProps) {
  const { session, reopen } = useDocumentSession(open);
  return session ? (
    <OpenedDocument key={session.doc.guid} session={session} onReopen={reopen} {...rest}>
      {children}
    </OpenedDocument>
  ) : (
    children
  );
}

type OpenedProps = Omit<DocumentEditorProps, 'open'> & { session: DocumentSession; onReopen(): void };

function OpenedDocument({ session, onReopen, proposalState, self, nameOf, plain, children }: OpenedProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const label = useId();
  const view = useSessionView(session);
  // A text that waits on this device is there before the line is.
  const isThere = session.doc.store.clients.size > 0 || view.state === 'live' || view.state === 'read-only';
  const shownName = (participant: string | null) =>
    participant === self && self !== null ? t('you') : ((participant && nameOf(participant)) ?? t('someone'));
  // A text that is refused as a whole has no words to be shown.
  const isRefused = view.state === 'read-only' && session.doc.store.clients.size === 0;
  // Words that only waited are in the text that is shown.
  const isShown = view.unsaved > 0 && !view.isSpoiled;
  const refusedWords = view.refusedWords && (
    <RefusedWords session={session} words={view.refusedWords} onDiscarded={isShown ? onReopen : undefined} />
  );
  if (isRefused || (!isThere && view.state === 'closed'))
    return (
      <>
        {refusedWords}
        {plain}
      </>
    );
  const stateLine = <StateLine view={view} proposalState={proposalState} />;
  // What was saved has a heading of its own.
  if (!isThere)
    return (
      <div className={styles.document}>
        {stateLine}
        {refusedWords}
        {children}
      </div>
    );
  return (
    <section className={styles.document} aria-labelledby={label}>
      <div className={styles.head}>
        <h3 id={label} className={styles.label}>
          {t('text')}
        </h3>
        {stateLine}
      </div>
      {view.isSpoiled && (
        <Banner
          tone="warn"
          action={
            <Button size="small" onPress={onReopen}>
              {t('openAgain')}
            </Button>
          }
        >
          {t('setAside', { reason: problem(view.refusal) ?? '' })}
        </Banner>
      )}
      {refusedWords}
      <TextEditor session={session} self={self} isEditable={mayWrite(view.state)} nameOf={shownName} />
    </section>
  );
}

function mayWrite(state: DocumentSession['state']): boolean {
  return state === 'live' || state === 'offline' || state === 'connecting';
}
