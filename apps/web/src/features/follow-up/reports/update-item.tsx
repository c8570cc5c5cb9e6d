import type { FollowUpReport, FollowUpUpdate, FollowUpView } from '@roundtable/contracts';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ownZone } from '../../../app/i18n/wall-time.js';
import { Disclosure } from '../../../ui/disclosure.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { Time } from '../../../ui/time.js';
import { useDirectory } from '../../proposals/directory.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import styles from '../follow-up.module.css';
import { CorrectReport } from './correct-report.js';
import { Proofs } from './proofs.js';

/** One report: who, when in both zones, words, share, proofs, and what it said before it was corrected. */
export function UpdateItem({ followUp, update }: { followUp: FollowUpView; update: FollowUpUpdate }) {
  const t = useMessages(messages);
  const { people, state, may } = useRoom();
  const isMine = update.by !== null && update.by === state.me?.participant && may('follow_up.report');
  return (
    <li className={styles.update}>
      <div className={layout.rowSpread}>
        <strong>
          <Name>{people.get(update.by ?? '')?.name ?? t('unnamed')}</Name>
        </strong>
        <When at={update.at} />
      </div>
      <Said report={update} />
      {update.earlier.length > 0 && (
        <Disclosure summary={t('earlier', { count: update.earlier.length })}>
          <ol className={styles.updates}>
            {update.earlier.map((before) => (
              <li key={before.until} className={styles.update}>
                <Said report={before} />
                <Until at={before.until} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      {isMine && (
        <div>
          <CorrectReport followUp={followUp} update={update} />
        </div>
      )}
    </li>
  );
}

function Said({ report }: { report: FollowUpReport }) {
  const t = useMessages(messages);
  return (
    <>
      <p className={styles.words} dir="auto">
        {report.words}
      </p>
      <p className={styles.quiet}>
        {t(report.state)}, {report.progress} %{report.reason !== null && <Reason words={report.reason} />}
      </p>
      <Proofs proofs={report.proofs} />
    </>
  );
}

function Reason({ words }: { words: string }) {
  return (
    <>
      {' — '}
      <bdi>{words}</bdi>
    </>
  );
}

function When({ at }: { at: string }) {
  const t = useMessages(messages);
  const { zone } = useDirectory().meeting;
  const { formatOffset, formatDateTime } = useFormats();
  const own = ownZone();
  return (
    <span className={styles.quiet}>
      <Time at={at} zone={zone} show="dateTime" dateStyle="medium" /> {formatOffset(at, zone)}
      {formatOffset(at, own) !== formatOffset(at, zone) &&
        ` · ${t('timeHere', { time: formatDateTime(at, { zone: own, style: 'medium' }) })}`}
    </span>
  );
}

function Until({ at }: { at: string }) {
  const t = useMessages(messages);
  const { zone } = useDirectory().meeting;
  const { formatDateTime } = useFormats();
  return (
    <span className={styles.quiet}>
      {t('until', { time: formatDateTime(at, { zone, style: 'medium' }) })}
    </span>
  );
}
