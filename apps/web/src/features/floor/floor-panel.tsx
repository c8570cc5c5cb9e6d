import type { FloorRequestView } from '@roundtable/contracts';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { useNow } from '../../ui/use-now.js';
import { useRoom } from '../room/room-context.js';
import { AskForFloor } from './ask-for-floor.js';
import { messages } from './messages.js';
import { Speaker } from './speaker.js';
import { useFloorActs } from './use-floor-acts.js';
import { useHand, useSpeakerList } from './use-speaker-list.js';
import styles from './floor-panel.module.css';

/** The list of speakers: who has the floor, who waits for it and in which order. Staff give it and take it back. */
export function FloorPanel() {
  const t = useMessages(messages);
  const { holding, waiting } = useSpeakerList();
  const hand = useHand();
  const { may } = useRoom();
  return (
    <div className={styles.panel}>
      <section>
        <h2 className={styles.heading}>{t('speakingNow')}</h2>
        {holding.length === 0 && <p className={styles.nobody}>{t('nobodySpeaks')}</p>}
        {holding.map((request) => (
          <Speech key={request.id} request={request} />
        ))}
      </section>
      <section>
        <h2 className={styles.heading}>
          {t('waiting')}
          {waiting.length > 0 && (
            <span className={styles.count}>{t('waitingCount', { count: waiting.length })}</span>
          )}
        </h2>
        {waiting.length === 0 ? (
          <Nobody />
        ) : (
          <ol className={styles.list}>
            {waiting.map((request, index) => (
              <Waiting key={request.id} request={request} place={index + 1} />
            ))}
          </ol>
        )}
      </section>
      {hand.state === 'down' && may('floor.request') && (
        <section>
          <h2 className={styles.heading}>{t('askTitle')}</h2>
          <AskForFloor />
        </section>
      )}
    </div>
  );
}

function Speech({ request }: { request: FloorRequestView }) {
  const t = useMessages(messages);
  const { formatDuration, formatTime } = useFormats();
  const { people, state, may } = useRoom();
  const { end, isPending } = useFloorActs();
  const meeting = state.record?.snapshot.meetings.meeting;
  const isRunning = meeting?.state === 'open' && request.state === 'speaking';
  const now = useNow(isRunning ? 1_000 : null);
  const since = request.grantedAt ?? request.requestedAt;
  const time = isRunning
    ? t('speakingFor', { duration: formatDuration(Math.max(0, now - Date.parse(since))) })
    : t('since', { time: formatTime(since, { zone: meeting?.zone }) });
  return (
    <div className={styles.speech} data-paused={request.state === 'paused'}>
      <Speaker request={request} isLarge time={time} />
      {may('floor.manage') && (
        <Button
          size="small"
          isPending={isPending}
          aria-label={t('endSpeechOf', { name: people.get(request.participant)?.name ?? '' })}
          onPress={() => void end(request)}
        >
          {t('endSpeech')}
        </Button>
      )}
    </div>
  );
}

function Waiting({ request, place }: { request: FloorRequestView; place: number }) {
  const t = useMessages(messages);
  const { formatTime } = useFormats();
  const { people, state, may } = useRoom();
  const { grant, lower, isPending } = useFloorActs();
  const zone = state.record?.snapshot.meetings.meeting.zone;
  const isOwn = request.participant === state.me?.participant;
  return (
    <li className={styles.waiting}>
      <span className={styles.place} aria-hidden>
        {place}
      </span>
      <div className={styles.entry}>
        <Speaker request={request} time={t('since', { time: formatTime(request.requestedAt, { zone }) })} />
        <div className={styles.acts}>
          {may('floor.manage') && (
            <Button
              variant={place === 1 ? 'primary' : 'secondary'}
              size="small"
              isPending={isPending}
              aria-label={t('giveFloorTo', { name: people.get(request.participant)?.name ?? '' })}
              onPress={() => void grant(request)}
            >
              {t('giveFloor')}
            </Button>
          )}
          {isOwn && may('floor.request') && (
            <Button variant="quiet" size="small" isPending={isPending} onPress={() => void lower(request)}>
              {t('lower')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

function Nobody() {
  const t = useMessages(messages);
  const { may } = useRoom();
  const words = may('floor.manage') ? 'emptyStaff' : may('floor.request') ? 'emptyMember' : 'emptyWatcher';
  return (
    <div className={styles.empty}>
      <p>{t('emptyTitle')}</p>
      <p className={styles.hint}>{t(words)}</p>
    </div>
  );
}
