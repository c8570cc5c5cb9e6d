import type { AmendmentView, ProposalView } from '@roundtable/contracts';
import { useId, useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Disclosure } from '../../ui/disclosure.js';
import { DiffWords } from '../documents/versions/diff-words.js';
import { diffOf } from './amendment-diff.js';
import { AmendmentFacts } from './amendment-facts.js';
import { AmendmentHistory } from './amendment-history.js';
import { anchorOf } from './amendment-link.js';
import { AmendmentMenu } from './amendment-menu.js';
import { AmendmentState } from './amendment-state.js';
import { RivalsNote } from './conflict-note.js';
import { messages } from './messages.js';
import { useWhatWords } from './record/use-what-words.js';
import { rivalsOf, type Amendments } from './use-amendments.js';
import styles from './amendments.module.css';

interface AmendmentCardProps {
  amendment: AmendmentView;
  proposal: ProposalView;
  /** All of the proposal, to say which are in its way. */
  all: Amendments;
}

/** One amendment: what it changes by words, who wants it and why, what is in its way, and what can be done. */
export function AmendmentCard({ amendment, proposal, all }: AmendmentCardProps) {
  const t = useMessages(messages);
  const what = useWhatWords();
  const title = useId();
  const [isOpen, setOpen] = useState(false);
  const { label, state, needs, reason } = amendment;
  return (
    <article
      id={anchorOf(label)}
      tabIndex={-1}
      className={styles.card}
      data-state={state}
      data-amendment={label}
      aria-labelledby={title}
    >
      <header className={styles.cardHead}>
        <h4 id={title} className={styles.title}>
          <strong>{label}</strong> · {what(amendment)}
        </h4>
        <AmendmentState amendment={amendment} />
        <AmendmentMenu amendment={amendment} proposal={proposal} all={all} />
      </header>
      <RivalsNote rivals={rivalsOf(amendment, all)} />
      {needs && (
        <p className={styles.warning}>{t(`needs_${needs.cause}`, { version: String(needs.version) })}</p>
      )}
      <div className={styles.words}>
        <DiffWords parts={diffOf(amendment)} />
      </div>
      {reason && (
        <q className={styles.reason} dir="auto">
          {reason}
        </q>
      )}
      <AmendmentFacts amendment={amendment} />
      <Disclosure summary={t('history')} onOpenChange={setOpen}>
        <AmendmentHistory amendment={amendment} proposal={proposal} isWanted={isOpen} />
      </Disclosure>
    </article>
  );
}
