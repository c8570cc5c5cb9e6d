import type { Language } from '@roundtable/contracts';
import { IntlMessageFormat } from 'intl-messageformat';
import { EN, type ExportKey } from './messages/en.js';
import { KY } from './messages/ky.js';
import { RU } from './messages/ru.js';

const MESSAGES: Record<Language, Record<ExportKey, string>> = { en: EN, ru: RU, ky: KY };

/** The words and dates of one export: its language and the meeting's time zone. */
export class Wording {
  private readonly formats = new Map<ExportKey, IntlMessageFormat>();
  private readonly days: Intl.DateTimeFormat;
  private readonly times: Intl.DateTimeFormat;
  private readonly hours: Intl.DateTimeFormat;

  constructor(
    private readonly language: Language,
    private readonly zone: string,
  ) {
    this.days = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'full' });
    this.times = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    this.hours = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' });
  }

  /** Says the message of a key. Values are put in as they are: escape them first. */
  say(key: ExportKey, values: Record<string, string | number> = {}): string {
    let format = this.formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(MESSAGES[this.language][key], this.language, undefined, {
        ignoreTag: true,
      });
      this.formats.set(key, format);
    }
    return String(format.format(values));
  }

  /** Day in words, e.g. "Sunday, 22 November 2026". */
  day(iso: string): string {
    return this.days.format(new Date(iso));
  }

  /** Wall time of the meeting's zone, e.g. "14:03:07". */
  time(iso: string): string {
    return this.times.format(new Date(iso));
  }

  /** The hour a moment belongs to, e.g. "14:00". */
  hour(iso: string): string {
    return `${this.hours.format(new Date(iso)).padStart(2, '0')}:00`;
  }

  /** Start, end and zone of a period, the day once where it is one day. */
  period(from: string, to: string): string {
    const end =
      this.day(from) === this.day(to)
        ? this.time(to).slice(0, 5)
        : `${this.day(to)}, ${this.time(to).slice(0, 5)}`;
    return `${this.day(from)}, ${this.time(from).slice(0, 5)}–${end} (${this.zone})`;
  }
}
