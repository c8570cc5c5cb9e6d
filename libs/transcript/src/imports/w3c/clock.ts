/** A line's time as the log prints it: a full instant, or a clock time that needs the meeting's day. */
export type Stamp =
  { type: 'instant'; ms: number; zoned: boolean } | { type: 'clock'; msOfDay: number; twelveHour: boolean };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?$/;
const CLOCK = /^(?:[A-Za-z]{2,9}\.?,? )?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([ap]m)?$/i;

/** Reads the text between a log line's brackets, or undefined when it is no time. */
export function readStamp(text: string): Stamp | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    return readInstant(iso);
  }
  const clock = CLOCK.exec(text);
  return clock ? readClock(clock) : undefined;
}

/**
 * Turns stamps into instants, line after line. Clock times take the meeting's day and roll over at midnight; a clock
 * that steps back a little (a slow bot) keeps the last time, so that the order of the log is the order of time.
 */
export class LogClock {
  private lastMs: number;
  private dayMs: number;
  private afternoonMs = 0;
  private started = false;

  constructor(isoDay: string) {
    this.dayMs = Date.parse(`${isoDay}T00:00:00.000Z`);
    this.lastMs = this.dayMs;
  }

  /** The instant of a line; a line without a stamp happens when the one before it did. */
  instantOf(stamp: Stamp | undefined): number {
    if (!stamp) {
      return this.lastMs;
    }
    this.lastMs = stamp.type === 'instant' ? stamp.ms : this.placeClock(stamp.msOfDay, stamp.twelveHour);
    this.started = true;
    return this.lastMs;
  }

  private placeClock(msOfDay: number, twelveHour: boolean): number {
    let ms = this.dayMs + msOfDay + this.afternoonMs;
    if (!this.started || ms >= this.lastMs) {
      return ms;
    }
    const back = this.lastMs - ms;
    if (!twelveHour && this.afternoonMs === 0 && isNoonToOne(this.lastMs - this.dayMs, msOfDay)) {
      this.afternoonMs = 12 * HOUR_MS;
      return ms + this.afternoonMs;
    }
    if (back > 12 * HOUR_MS) {
      this.dayMs += DAY_MS;
      this.afternoonMs = 0;
      ms = this.dayMs + msOfDay;
    }
    return Math.max(ms, this.lastMs);
  }
}

/** A clock that shows 12:59 and then 1:00 is a twelve-hour clock that does not say so. */
function isNoonToOne(lastMsOfDay: number, msOfDay: number): boolean {
  return (
    lastMsOfDay >= 12 * HOUR_MS && lastMsOfDay < 13 * HOUR_MS && msOfDay >= HOUR_MS && msOfDay < 2 * HOUR_MS
  );
}

function readInstant(match: RegExpExecArray): Stamp | undefined {
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone] = match;
  const offset = zone === undefined || zone === 'Z' ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const ms = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds(fraction)}${offset}`,
  );
  return Number.isNaN(ms) ? undefined : { type: 'instant', ms, zoned: zone !== undefined };
}

function readClock(match: RegExpExecArray): Stamp | undefined {
  const [, hourText, minuteText, secondText = '0', fraction = '', half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (hour > 23 || minute > 59 || second > 60 || (half && (hour < 1 || hour > 12))) {
    return undefined;
  }
  const hourOfDay = half ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : hour;
  const msOfDay = ((hourOfDay * 60 + minute) * 60 + second) * 1000 + Number(milliseconds(fraction));
  return { type: 'clock', msOfDay, twelveHour: half !== undefined };
}

function milliseconds(fraction: string): string {
  return fraction.slice(0, 3).padEnd(3, '0');
}
