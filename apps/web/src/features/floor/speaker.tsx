import type { FloorRequestView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge } from '../../ui/badge.js';
import { Name } from '../../ui/name.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './floor-panel.module.css';

interface SpeakerProps {
  request: FloorRequestView;
  /** How long, or since when. */
  time: ReactNode;
  isLarge?: boolean;
}

/** Who it is, for whom, from where, and what the speech is to be about. */
export function Speaker({ request, time, isLarge }: SpeakerProps) {
  const t = useMessages(messages);
  const { people, state } = useRoom();
  const person = people.get(request.participant);
  const delegation = state.record?.snapshot.meetings.delegations.find(({ id }) => id === person?.delegation);
  const isHere = state.presence.some(({ participant }) => participant === request.participant);
  const place = person?.attendance ? t(person.attendance === 'onSite' ? 'onSite' : 'remote') : null;
  return (
    <div className={styles.speaker}>
      <span className={isLarge ? styles.largeName : styles.name}>
        <Name isWrapping={isLarge}>{person?.name ?? ''}</Name>
        {request.participant === state.me?.participant && <span className={styles.self}>{t('you')}</span>}
      </span>
      {delegation && (
        <span className={styles.delegation}>
          <Name>{delegation.name}</Name>
        </span>
      )}
      <span className={styles.circumstances}>
        {request.kind !== 'statement' && <Badge tone="accent">{t(`kind_${request.kind}`)}</Badge>}
        {request.state === 'paused' && <Badge tone="warn">{t('paused')}</Badge>}
        {place && <span>{place}</span>}
        {!isHere && person?.attendance !== 'onSite' && <span>{t('away')}</span>}
        <span>{time}</span>
      </span>
      {request.note && (
        <p className={styles.note} dir="auto">
          {request.note}
        </p>
      )}
    </div>
  );
}
