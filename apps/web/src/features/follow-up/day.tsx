import { useFormats } from '../../app/i18n/i18n-provider.js';
import text from '../../ui/text.module.css';

/** A day of the calendar, in no zone but the meeting's: it is never another day for somebody elsewhere. */
export function Day({ on }: { on: string }) {
  const { formatDate } = useFormats();
  return (
    <time dateTime={on} className={text.figures}>
      {formatDate(`${on}T12:00:00Z`, { zone: 'UTC', style: 'medium' })}
    </time>
  );
}
