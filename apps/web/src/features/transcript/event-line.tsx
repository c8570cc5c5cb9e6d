import type { PassageView } from '@roundtable/contracts';
import { factOf } from './passage-data.js';
import { useTranscript } from './transcript-context.js';
import { useEventSentence } from './use-event-sentence.js';
import styles from './passage-row.module.css';

/** A smaller event in a quiet sentence; that of a proposal leads to it. */
export function EventLine({ passage }: { passage: PassageView }) {
  const sentence = useEventSentence()(passage);
  const { register, deeds } = useTranscript();
  const changed = factOf(
    passage,
    'proposals.captured',
    'proposals.withdrawn',
    'proposals.moved',
    'proposals.sourced',
    'proposals.recommended',
  )?.proposal.id;
  const id = changed ?? factOf(passage, 'proposals.positioned', 'proposals.position_withdrawn')?.proposal;
  const proposal = id === undefined ? null : register.proposalById(id);
  if (!deeds || !proposal) return <p className={styles.event}>{sentence}</p>;
  return (
    <p className={styles.event}>
      <button type="button" className={styles.eventLink} onClick={() => deeds.showProposal(proposal.number)}>
        {sentence}
      </button>
    </p>
  );
}
