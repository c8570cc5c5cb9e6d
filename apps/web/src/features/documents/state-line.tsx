import type { ProposalState } from '@roundtable/contracts';
import { Check, CloudOff, Lock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { messages as proposalMessages } from '../proposals/messages.js';
import { messages } from './messages.js';
import { stateWords, type StateWords } from './state-words.js';
import type { SessionView } from './use-document-session.js';
import styles from './state-line.module.css';

const slowMs = 600;

/** Where one's words are, in words; what matters of it is heard as well. */
export function StateLine({ view, proposalState }: { view: SessionView; proposalState: ProposalState }) {
  const t = useMessages(messages);
  const stateName = useMessages(proposalMessages);
  const problem = useProblem();
  const words = stateWords(view, useIsSlow(view.unsaved > 0));
  const sentence =
    words === 'readOnly' && isFrozen(view)
      ? t('readOnlyState', { state: stateName(`state_${proposalState}`) })
      : words === 'closed'
        ? t('closed', { reason: problem(view.refusal) ?? '' })
        : t(words);
  useAnnouncements(words, sentence);
  return (
    <p className={styles.line} data-state={words}>
      {words === 'saved' && <Check size={14} aria-hidden />}
      {(words === 'offline' || words === 'offlineKept') && <CloudOff size={14} aria-hidden />}
      {words === 'readOnly' && <Lock size={14} aria-hidden />}
      {sentence}
    </p>
  );
}

/** A text that only others may write is read only for another reason than where the proposal stands. */
function isFrozen({ refusal, isSpoiled }: SessionView): boolean {
  return refusal !== null && !isSpoiled && refusal.code !== 'forbidden' && refusal.code !== 'not_submitter';
}

/** Each letter is sent and acknowledged by itself; only what takes longer is worth a word. */
function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(isWaiting), isWaiting ? slowMs : 0);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isSlow;
}

/** A lost line, a line that is back and a text one may no longer change are heard; that words are saved is not. */
function useAnnouncements(words: StateWords, sentence: string): void {
  const t = useMessages(messages);
  const { announce } = useAnnouncer();
  const before = useRef(words);
  useEffect(() => {
    const wasOffline = before.current.startsWith('offline');
    const isOffline = words.startsWith('offline');
    if (isOffline && !wasOffline) announce(sentence);
    else if (wasOffline && (words === 'saved' || words === 'saving')) announce(t('backOnline'));
    else if (words !== before.current && (words === 'readOnly' || words === 'closed')) announce(sentence);
    before.current = words;
  }, [words, sentence, announce, t]);
}
