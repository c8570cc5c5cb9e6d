import { LIMITS, type CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ownZone } from '../../../app/i18n/wall-time.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Time } from '../../../ui/time.js';
import { useNow } from '../../../ui/use-now.js';
import { useDirectory } from '../../proposals/directory.js';
import { useRoom } from '../../room/room-context.js';
import { useSpeakers } from '../delegation-field.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { WordsForm } from '../words-form.js';
import styles from './communique.module.css';

/** While a text is circulated: until when, how long that is, and the way to object. Else who broke the silence last. */
export function SilenceBanner({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  const { circulation, state, objections } = communique;
  if (state === 'circulated' && circulation)
    return (
      <section className={styles.banner} aria-label={t('silence')}>
        <div>
          <h2>{t('silence')}</h2>
          <p>{t('silenceWords')}</p>
          <Until at={circulation.until} />
        </div>
        <ObjectDialog />
      </section>
    );
  if (objections.length === 0) return null;
  return <Objections communique={communique} />;
}

function Until({ at }: { at: string }) {
  const t = useMessages(messages);
  const { meeting } = useDirectory();
  const { formatOffset } = useFormats();
  const own = ownZone();
  const zones =
    formatOffset(at, own) === formatOffset(at, meeting.zone) ? [meeting.zone] : [meeting.zone, own];
  return (
    <dl className={styles.until}>
      {zones.map((zone) => (
        <div key={zone}>
          <dt>{t(zone === meeting.zone ? 'untilMeeting' : 'untilHere')}</dt>
          <dd>
            <Time at={at} zone={zone} show="dateTime" dateStyle="medium" /> ({zone})
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('timeLeft')}</dt>
        <dd>
          <Countdown until={at} />
        </dd>
      </div>
    </dl>
  );
}

/** Renewed each second for the eye; screen readers read it when they come to it and are not told each second. */
function Countdown({ until }: { until: string }) {
  const t = useMessages(messages);
  const left = Math.max(0, Date.parse(until) - useNow(1_000));
  const seconds = Math.floor(left / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (left === 0) return <span>{t('timeOver')}</span>;
  return (
    <span role="timer" aria-live="off" className={styles.clock}>
      {t('countdown', { days: Math.floor(seconds / 86_400), clock })}
    </span>
  );
}

function ObjectDialog() {
  const t = useMessages(messages);
  const { client, may } = useRoom();
  const { act, isPending } = useAct();
  const [isOpen, setOpen] = useState(false);
  const speakers = useSpeakers();
  if (!may('publications.respond') || speakers.length === 0) return null;
  return (
    <>
      <Button variant="danger" onPress={() => setOpen(true)}>
        {t('object')}
      </Button>
      <Dialog title={t('objectTitle')} isOpen={isOpen} onOpenChange={setOpen}>
        <p>{t('objectWords')}</p>
        <WordsForm
          label={t('reason')}
          submitLabel={t('object')}
          limit={LIMITS.reservationLength}
          isPending={isPending}
          isDangerous
          onSubmit={async (delegation, reason) => {
            const result = await act(client.object({ delegation, reason }), t('objected'));
            if (result.ok) setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}

function Objections({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  const { meeting, delegations } = useDirectory();
  return (
    <section className={styles.objections} aria-label={t('objections')}>
      <h2>{t('objections')}</h2>
      <ul>
        {communique.objections.map(({ id, delegation, reason, at }) => (
          <li key={id}>
            <bdi className={styles.delegation}>{delegations.get(delegation)?.name ?? t('unnamed')}</bdi>,{' '}
            <Time at={at} zone={meeting.zone} show="dateTime" dateStyle="medium" />: <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
