import type { PassageView } from '@roundtable/contracts';
import { FileText } from 'lucide-react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';
import styles from './spoken-passage.module.css';

/** What became of words: changed, answered with reactions, made into proposals. Nothing where nothing did. */
export function PassageMarks({ passage }: { passage: PassageView }) {
  const t = useMessages(messages);
  const { deeds } = useTranscript();
  const { seq, version, reactions, proposals } = passage;
  if (version === 1 && reactions.length === 0 && proposals.length === 0) return null;
  return (
    <div className={styles.marks}>
      {proposals.map((number) => {
        const words = t('becameProposal', { number: String(number) });
        return deeds ? (
          <button
            key={number}
            type="button"
            className={styles.provenance}
            onClick={() => deeds.showProposal(number)}
          >
            <FileText size={13} aria-hidden /> {words}
          </button>
        ) : (
          <span key={number}>{words}</span>
        );
      })}
      {version > 1 &&
        (deeds ? (
          <button type="button" className={styles.link} onClick={() => deeds.showHistory(seq)}>
            {t('changed')}
            <VisuallyHidden> {t('changedShow')}</VisuallyHidden>
          </button>
        ) : (
          <span>{t('changed')}</span>
        ))}
      {reactions.map((each) => (
        <Reactions key={each.reaction} {...each} />
      ))}
    </div>
  );
}

function Reactions({ reaction, participants }: PassageView['reactions'][number]) {
  const { register } = useTranscript();
  const { formatList, formatNumber } = useFormats();
  const names = formatList(participants.map((id) => register.person(id)?.name ?? '—'));
  return (
    <span className={styles.reaction} title={names}>
      <span>{reaction}</span> {formatNumber(participants.length)}
      <VisuallyHidden>: {names}</VisuallyHidden>
    </span>
  );
}
