import { useCallback, useMemo, useRef, useState, type Ref } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useTitle } from '../../app/use-title.js';
import { useRoom } from '../room/room-context.js';
import { Composer, type ComposerHandle } from './composer.js';
import styles from './composer.module.css';
import { DiscussionContext, type Composing, type DiscussionDeeds } from './discussion-context.js';
import { HistoryDialog } from './history-dialog.js';
import { mayChange } from './may-change.js';
import { messages } from './messages.js';
import { RecordList } from './record-list.js';
import { countUnread } from './record-rows.js';
import { StatementForm } from './statement-form.js';
import { TypingLine } from './typing-line.js';
import { useAnnouncements } from './use-announcements.js';
import { whySilent } from './why-silent.js';
import { WithdrawalDialog } from './withdrawal-dialog.js';

const post: Composing = { mode: 'post' };

/** The discussion of a room: its record and where one adds to it. `goal` is the entry of a permalink. */
export function Discussion({ goal: goalSeq }: { goal: number | null }) {
  const { state, meetingId, roomId } = useRoom();
  const navigate = useNavigate();
  const { key } = useLocation();
  const composer = useRef<ComposerHandle>(null);
  const [composing, setComposing] = useState<Composing>(post);
  const [history, setHistory] = useState<number | null>(null);
  const [withdrawal, setWithdrawal] = useState<number | null>(null);
  const [saidCount, setSaidCount] = useState(0);
  const [isSpoken, setSpoken] = useState(false);
  const record = state.record!;
  const self = state.me?.participant ?? '';
  const unread = useMemo(() => countUnread(record, state.lastRead, self), [record, state.lastRead, self]);
  // The same permalink followed again is a new wish.
  const goal = useMemo(() => (goalSeq === null ? null : { seq: goalSeq, key }), [goalSeq, key]);
  useTitle(record.snapshot.meetings.meeting.title, unread);
  useAnnouncements();

  const linkOf = useCallback((seq: number) => `/m/${meetingId}/${roomId}/${seq}`, [meetingId, roomId]);
  const deeds = useMemo<DiscussionDeeds>(
    () => ({
      startReply: (seq, quote) => {
        setComposing(post);
        setSpoken(false);
        // The composer may only be there after this.
        requestAnimationFrame(() => composer.current?.reply(seq, quote));
      },
      startEdit: (seq) => setComposing({ mode: 'edit', seq }),
      startMending: (item) => setComposing({ mode: 'mend', item }),
      askWithdrawal: setWithdrawal,
      showHistory: setHistory,
      goTo: (seq) => void navigate(linkOf(seq)),
      linkOf,
    }),
    [navigate, linkOf],
  );
  return (
    <DiscussionContext value={deeds}>
      <RecordList goal={goal} saidCount={saidCount} unread={unread} />
      <TypingLine />
      <Dock
        composing={composing}
        setComposing={setComposing}
        composer={composer}
        isSpoken={isSpoken}
        setSpoken={setSpoken}
        onSaid={() => setSaidCount((count) => count + 1)}
      />
      <HistoryDialog seq={history} onClose={() => setHistory(null)} />
      <WithdrawalDialog seq={withdrawal} onClose={() => setWithdrawal(null)} />
    </DiscussionContext>
  );
}

interface DockProps {
  composing: Composing;
  setComposing(composing: Composing): void;
  composer: Ref<ComposerHandle>;
  /** Whether one enters what others say aloud. */
  isSpoken: boolean;
  setSpoken(isSpoken: boolean): void;
  onSaid(): void;
}

/** Under the record: the composer, the form for statements, or why one cannot write. */
function Dock({ composing, setComposing, composer, isSpoken, setSpoken, onSaid }: DockProps) {
  const t = useMessages(messages);
  const { state, may } = useRoom();
  const record = state.record!;
  const self = state.me?.participant ?? '';
  const reason = whySilent(record.snapshot.meetings.meeting.state, may);
  const mayState = may('discussion.state') && reason === null;
  const editLast = () => {
    for (let index = record.timeline.length - 1; index >= 0; index--) {
      const message = record.messages.get(record.timeline[index] ?? 0);
      if (message?.kind === 'message' && message.author === self && mayChange(message, self, may))
        return setComposing({ mode: 'edit', seq: message.seq });
    }
  };
  if (reason !== null && composing.mode === 'post') {
    return (
      <div className={styles.dock}>
        <p className={styles.silent}>{t(reason)}</p>
      </div>
    );
  }
  const showsForm = isSpoken && mayState && composing.mode === 'post';
  return (
    <div className={styles.dock}>
      <div className={styles.inner}>
        {mayState && composing.mode === 'post' && (
          <div className={styles.modes} role="group" aria-label={t('writing')}>
            <button
              type="button"
              className={styles.mode}
              aria-pressed={!isSpoken}
              onClick={() => setSpoken(false)}
            >
              {t('modeWrite')}
            </button>
            <button
              type="button"
              className={styles.mode}
              aria-pressed={isSpoken}
              onClick={() => setSpoken(true)}
            >
              {t('modeSpoken')}
            </button>
          </div>
        )}
        {showsForm ? (
          <StatementForm onSaid={onSaid} />
        ) : (
          <Composer
            ref={composer}
            composing={composing}
            onSaid={onSaid}
            onDone={() => setComposing(post)}
            onEditLast={editLast}
          />
        )}
      </div>
    </div>
  );
}
