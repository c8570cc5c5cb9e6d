import { OPEN_PROPOSAL_STATES, type ProposalView } from '@roundtable/contracts';
import { useId, useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import layout from '../../ui/layout.module.css';
import { useMover } from '../proposals/life/use-mover.js';
import type { Paragraph } from './amendment-draft.js';
import { AmendmentViews } from './amendment-views.js';
import { MergeDialog } from './merge-dialog.js';
import { messages } from './messages.js';
import { mayMerge, mayRegulate, mayTable } from './possible-acts.js';
import { ProposeDialog } from './propose-dialog.js';
import { RegulateDialog, StopNote } from './regulate-dialog.js';
import { useAmendments } from './use-amendments.js';
import styles from './amendments.module.css';

type Doing = { act: 'propose'; paragraph: Paragraph | null } | { act: 'merge' | 'regulate' };

/** The amendments to a proposal of the open room: what is proposed, how the text would read, and what can be done. */
export function AmendmentsSection({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const heading = useId();
  const all = useAmendments(proposal.id);
  const mover = useMover();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { amendments, conflicts, stop } = all;
  const isOpen = (OPEN_PROPOSAL_STATES as readonly string[]).includes(proposal.state);
  const canPropose = isOpen && stop === null && mayTable(mover);
  const canMerge = isOpen && mayMerge(mover) && amendments.some(({ state }) => state === 'accepted');
  const canRegulate = isOpen && mayRegulate(mover);
  // A proposal that nobody amended and nobody can amend any more has nothing to tell of amendments. A dialog stays.
  if (!isOpen && amendments.length === 0 && doing === null) return null;
  const propose = (paragraph: Paragraph | null) => setDoing({ act: 'propose', paragraph });
  const close = () => setDoing(null);
  const proposing = (
    <Button variant="primary" size="small" data-propose onPress={() => propose(null)}>
      {t('propose')}
    </Button>
  );
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.heading}>
          {t('amendments')}
          {amendments.length > 0 && (
            <span className={styles.counts}>
              {t('count', { count: amendments.length })}, {t('conflicts', { count: conflicts.length })}
            </span>
          )}
        </h2>
        <div className={layout.row}>
          {canRegulate && (
            <Button variant="quiet" size="small" onPress={() => setDoing({ act: 'regulate' })}>
              {t(stop === null ? 'stop' : 'resume')}
            </Button>
          )}
          {canMerge && (
            <Button size="small" onPress={() => setDoing({ act: 'merge' })}>
              {t('merge')}
            </Button>
          )}
          {canPropose && amendments.length > 0 && proposing}
        </div>
      </header>
      {stop && <StopNote stop={stop} />}
      {amendments.length === 0 ? (
        <EmptyState level={3} title={t('none')} action={canPropose ? proposing : undefined}>
          {t(canPropose ? 'noneMay' : 'noneReader')}
        </EmptyState>
      ) : (
        <AmendmentViews proposal={proposal} all={all} onAmend={canPropose ? propose : undefined} />
      )}
      {doing?.act === 'propose' && (
        <ProposeDialog
          proposal={proposal}
          amendments={amendments}
          paragraph={doing.paragraph}
          onClose={close}
        />
      )}
      {doing?.act === 'merge' && <MergeDialog proposal={proposal} all={all} onClose={close} />}
      {doing?.act === 'regulate' && (
        <RegulateDialog proposal={proposal} isStop={stop === null} onClose={close} />
      )}
    </section>
  );
}
