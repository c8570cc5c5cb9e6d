import type { ProposalSourceView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { Time } from '../../ui/time.js';
import { useDirectory } from './directory.js';
import { messages } from './messages.js';
import styles from './proposal-source.module.css';

interface ProposalSourceProps {
  source: ProposalSourceView;
  /** Called when somebody goes to the words. */
  onFollow?(): void;
}

/** Words a proposal came from: as they stood, who said them, for whom, when, and the way back to them. */
export function ProposalSource({ source, onFollow }: ProposalSourceProps) {
  const t = useMessages(messages);
  const { meeting, people, delegations } = useDirectory();
  const speaker = source.speaker === null ? undefined : people.get(source.speaker);
  const delegation = source.delegation === null ? undefined : delegations.get(source.delegation);
  const seq = String(source.seq);
  return (
    <figure className={styles.source}>
      {source.words === null ? (
        <p className={styles.removed}>{t('wordsRemoved')}</p>
      ) : (
        <blockquote className={styles.words} dir="auto">
          {source.words}
        </blockquote>
      )}
      <figcaption className={styles.origin}>
        <span className={styles.speaker}>
          <Name isWrapping>{speaker?.name ?? t('unnamed')}</Name>
        </span>
        {delegation && (
          <span>
            <Name isWrapping>{delegation.name}</Name>
          </span>
        )}
        <span className={styles.place}>
          <Time at={source.at} zone={meeting.zone} show="dateTime" dateStyle="medium" />
          {' · '}
          <Link
            to={`/m/${meeting.id}/${source.room}/${seq}`}
            aria-label={t('sourceLinkName', { seq })}
            onClick={onFollow}
          >
            {t('sourceLink', { seq })}
          </Link>
        </span>
      </figcaption>
    </figure>
  );
}
