import type { MeetingView } from '@roundtable/contracts';
import type { DateStyle } from '../../app/i18n/formats.js';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ownZone } from '../../app/i18n/wall-time.js';
import { messages } from './messages.js';
import styles from './meeting-time.module.css';
import { isSameWall, writePeriod, writePeriodElsewhere } from './period.js';

interface MeetingTimeProps {
  meeting: Pick<MeetingView, 'startsAt' | 'endsAt' | 'zone'>;
  style?: DateStyle;
  /** The day stands beside it already: a meeting of one day is then given by its times alone. */
  isDayKnown?: boolean;
}

/** When a meeting is, in its own zone and, where the clock shows another time there, in the visitor's. */
export function MeetingTime({ meeting, style = 'full', isDayKnown = false }: MeetingTimeProps) {
  const t = useMessages(messages);
  const formats = useFormats();
  const own = ownZone();
  const { zone, startsAt } = meeting;
  const period = isDayKnown
    ? writePeriodElsewhere(formats, meeting, { zone, home: zone, style })
    : writePeriod(formats, meeting, { zone, style });
  return (
    <span className={styles.times}>
      <span>
        <time dateTime={startsAt}>{period}</time>{' '}
        <span className={styles.zone}>{formats.formatZone(zone, startsAt)}</span>
      </span>
      {!isSameWall(meeting, zone, own) && (
        <span className={styles.own}>
          {t('yourTime', { time: writePeriodElsewhere(formats, meeting, { zone: own, home: zone, style }) })}{' '}
          <span className={styles.zone}>{formats.formatZone(own, startsAt)}</span>
        </span>
      )}
    </span>
  );
}
