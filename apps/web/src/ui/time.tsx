import { useFormats } from '../app/i18n/i18n-provider.js';
import type { DateStyle, Formats, Instant } from '../app/i18n/formats.js';
import { useNow } from './use-now.js';
import styles from './text.module.css';

export interface TimeProps {
  at: Instant;
  /** IANA zone to show it in; the device's own otherwise. */
  zone?: string;
  show?: 'time' | 'seconds' | 'date' | 'dateTime' | 'relative';
  dateStyle?: DateStyle;
}

/** A moment, with the full date, time and offset on hover. */
export function Time({ at, zone, show = 'time', dateStyle }: TimeProps) {
  const formats = useFormats();
  const now = useNow(show === 'relative' ? 30_000 : null);
  const whole = `${formats.formatDateTime(at, { zone, style: 'full', seconds: true })} ${formats.formatOffset(at, zone)}`;
  return (
    <time dateTime={new Date(at).toISOString()} title={whole} className={styles.figures}>
      {words(formats, { at, zone, show, dateStyle }, now)}
    </time>
  );
}

function words(formats: Formats, { at, zone, show, dateStyle: style }: TimeProps, now: number): string {
  switch (show) {
    case 'date':
      return formats.formatDate(at, { zone, style });
    case 'dateTime':
      return formats.formatDateTime(at, { zone, style });
    case 'relative':
      return formats.formatRelative(at, now);
    default:
      return formats.formatTime(at, { zone, seconds: show === 'seconds' });
  }
}
