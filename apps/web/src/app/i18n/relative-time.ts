import type { Locale } from './locales.js';

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** «5 minutes ago», «эртең»: how far an instant lies from now, in the largest whole unit. */
export function formatDistance(locale: Locale, instant: Date, now: Date): string {
  const ms = instant.getTime() - now.getTime();
  if (Math.abs(ms) < minute) return justNow[locale];
  const [count, unit] = measure(ms);
  if (locale === 'ky') return kyrgyzDistance(count, unit);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, unit);
}

const justNow: Record<Locale, string> = { en: 'just now', ru: 'только что', ky: 'азыр эле' };

function measure(ms: number): [number, Unit] {
  const size = Math.abs(ms);
  const whole = (unitMs: number) => Math.trunc(ms / unitMs);
  if (size < hour) return [whole(minute), 'minute'];
  if (size < day) return [whole(hour), 'hour'];
  if (size < 30 * day) return [whole(day), 'day'];
  if (size < 365 * day) return [whole(30 * day), 'month'];
  return [whole(365 * day), 'year'];
}

const kyrgyzUnits: Record<Unit, { bare: string; ablative: string }> = {
  minute: { bare: 'мүнөт', ablative: 'мүнөттөн' },
  hour: { bare: 'саат', ablative: 'сааттан' },
  day: { bare: 'күн', ablative: 'күндөн' },
  month: { bare: 'ай', ablative: 'айдан' },
  year: { bare: 'жыл', ablative: 'жылдан' },
};

function kyrgyzDistance(count: number, unit: Unit): string {
  if (unit === 'day' && count === -1) return 'кечээ';
  if (unit === 'day' && count === 1) return 'эртең';
  const { bare, ablative } = kyrgyzUnits[unit];
  return count < 0 ? `${-count} ${bare} мурун` : `${count} ${ablative} кийин`;
}
