import type { Language } from '@roundtable/contracts';
import { IntlMessageFormat } from 'intl-messageformat';
import { EN, type SheetKey } from './words/en.js';
import { KY } from './words/ky.js';
import { RU } from './words/ru.js';

const WORDS: Record<Language, Record<SheetKey, string>> = { en: EN, ru: RU, ky: KY };

/** The words and dates of one printed text: its language and the meeting's time zone. */
export class SheetWording {
  private readonly days: Intl.DateTimeFormat;
  private readonly moments: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    private readonly zone: string,
  ) {
    this.days = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long' });
    this.moments = new Intl.DateTimeFormat(language, {
      timeZone: zone,
      dateStyle: 'long',
      timeStyle: 'short',
    });
  }

  /** Says the words of a key with values put in as they are. */
  say(key: SheetKey, values: Record<string, string | number> = {}): string {
    const format = new IntlMessageFormat(WORDS[this.language][key], this.language, undefined, {
      ignoreTag: true,
    });
    return String(format.format(values));
  }

  /** The words of a key with its places left open, for whoever fills them in later. */
  pattern(key: SheetKey): string {
    return WORDS[this.language][key];
  }

  day(iso: string): string {
    return this.days.format(new Date(iso));
  }

  /** Day and time with the zone it is meant in. */
  moment(iso: string): string {
    return `${this.moments.format(new Date(iso))} (${this.zone})`;
  }

  shortMoment(iso: string): string {
    return this.moments.format(new Date(iso));
  }
}
