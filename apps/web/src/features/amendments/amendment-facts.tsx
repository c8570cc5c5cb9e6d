import type { AmendmentView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Time } from '../../ui/time.js';
import { useDirectory } from '../proposals/directory.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { SponsorNames } from './sponsor-names.js';
import styles from './amendments.module.css';

/** Who wants an amendment, what is advised, what was decided, and what came of it. */
export function AmendmentFacts({ amendment }: { amendment: AmendmentView }) {
  const t = useMessages(messages);
  const { sponsors, version, recommendation, mergedIn, promotedTo, state } = amendment;
  return (
    <div className={styles.facts}>
      <p>
        {t.rich('sponsors', { names: () => <SponsorNames key="names" sponsors={sponsors} /> })}
        {' · '}
        {t('onVersion', { version: String(version) })}
      </p>
      {recommendation && (
        <p>
          {t('recommendation', { advice: t(`advice_${recommendation.advice}`) })}
          {recommendation.reason && <bdi> — {recommendation.reason}</bdi>}
        </p>
      )}
      <Decision amendment={amendment} />
      {state === 'merged' && mergedIn !== null && <p>{t('mergedIn', { version: String(mergedIn) })}</p>}
      {promotedTo !== null && <Promoted proposal={promotedTo} />}
    </div>
  );
}

function Decision({ amendment: { decision } }: { amendment: AmendmentView }) {
  const t = useMessages(messages);
  const { meeting, people } = useDirectory();
  if (!decision) return null;
  const { result, friendly, by, at, reason } = decision;
  return (
    <p>
      {t.rich(result === 'accepted' && friendly ? 'decided_friendly' : `decided_${result}`, {
        name: () => <bdi key="name">{people.get(by)?.name ?? t('unknown')}</bdi>,
        time: () => <Time key="time" at={at} zone={meeting.zone} show="dateTime" dateStyle="medium" />,
      })}
      {reason && <bdi> — {reason}</bdi>}
    </p>
  );
}

function Promoted({ proposal }: { proposal: string }) {
  const t = useMessages(messages);
  const { meetingId, state } = useRoom();
  const made = state.record?.snapshot.proposals.proposals.find(({ id }) => id === proposal);
  if (!made) return <p>{t('promotedTo')}</p>;
  const number = String(made.number);
  return (
    <p>
      <Link to={`/m/${meetingId}/proposals/${number}`}>{t('promotedToNumber', { number })}</Link>
    </p>
  );
}
