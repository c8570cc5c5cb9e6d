import { describe, expect, it } from '@jest/globals';
import { createFormats } from './formats.js';

const en = createFormats('en', 'UTC');
const ru = createFormats('ru', 'UTC');
const ky = createFormats('ky', 'UTC');
const sunday = '2026-11-22T08:05:09Z';

describe('formats', () => {
  it('writes a date the way each language writes it', () => {
    expect(en.formatDate(sunday)).toBe('22 November 2026');
    expect(ru.formatDate(sunday)).toBe('22 ноября 2026 г.');
    expect(ky.formatDate(sunday)).toBe('2026-жылдын 22-ноябры');
    expect(ky.formatDate(sunday, { style: 'medium' })).toBe('22-ноябрь, 2026-ж.');
    expect(ky.formatDate(sunday, { style: 'full' })).toBe('2026-жылдын 22-ноябры, жекшемби');
    expect(ru.formatDate(sunday, { style: 'full' })).toBe('воскресенье, 22 ноября 2026 г.');
    expect(en.formatDate(sunday, { style: 'medium' })).toBe('22 Nov 2026');
  });

  it('leaves no Latin letter in any Kyrgyz or Russian date of a year', () => {
    for (const formats of [ru, ky]) {
      for (let day = 0; day < 366; day++) {
        const instant = Date.UTC(2024, 0, 1 + day);
        for (const style of ['full', 'long', 'medium', 'day', 'month'] as const) {
          expect(formats.formatDate(instant, { style })).not.toMatch(/[A-Za-z]/);
        }
      }
    }
  });

  it('counts the day in the zone asked for, not in the zone of the machine', () => {
    const lateEvening = '2026-11-22T20:30:00Z';
    expect(en.formatDate(lateEvening, { zone: 'Asia/Bishkek', style: 'full' })).toBe(
      'Monday, 23 November 2026',
    );
    expect(en.formatTime(lateEvening, { zone: 'Asia/Bishkek' })).toBe('02:30');
    expect(en.formatTime(lateEvening, { zone: 'UTC', seconds: true })).toBe('20:30:00');
    expect(en.formatTime('2026-11-22T00:00:00Z', { zone: 'UTC' })).toBe('00:00');
  });

  it('writes offsets with a minus sign and minutes only where there are any', () => {
    expect(en.formatOffset(sunday, 'Asia/Bishkek')).toBe('UTC+6');
    expect(en.formatOffset(sunday, 'Asia/Kolkata')).toBe('UTC+5:30');
    expect(en.formatOffset(sunday, 'America/New_York')).toBe('UTC−5');
    expect(en.formatOffset(sunday, 'UTC')).toBe('UTC');
    expect(en.formatZone('America/New_York', sunday)).toBe('America/New York (UTC−5)');
  });

  it('says how long ago in Kyrgyz with the case each direction asks for', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const at = (minutes: number) => ky.formatRelative(now.getTime() + minutes * 60_000, now);
    expect(at(0)).toBe('азыр эле');
    expect(at(-5)).toBe('5 мүнөт мурун');
    expect(at(5)).toBe('5 мүнөттөн кийин');
    expect(at(-180)).toBe('3 саат мурун');
    expect(at(-24 * 60)).toBe('кечээ');
    expect(at(24 * 60)).toBe('эртең');
    expect(at(4 * 24 * 60)).toBe('4 күндөн кийин');
  });

  it('says how long ago in English and Russian', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(en.formatRelative('2026-11-22T11:58:00Z', now)).toBe('2 minutes ago');
    expect(ru.formatRelative('2026-11-22T11:58:00Z', now)).toBe('2 минуты назад');
    expect(ru.formatRelative('2026-11-22T11:55:00Z', now)).toBe('5 минут назад');
  });

  it('groups digits by a no-break space in Russian and Kyrgyz', () => {
    expect(en.formatNumber(12345.5)).toBe('12,345.5');
    expect(ru.formatNumber(12345.5)).toBe('12\u00a0345,5');
    expect(ky.formatNumber(12345.5)).toBe('12\u00a0345,5');
  });

  it('joins lists with the word of the language', () => {
    expect(en.formatList(['Osh', 'Naryn', 'Talas'])).toBe('Osh, Naryn and Talas');
    expect(ru.formatList(['Ош', 'Нарын'])).toBe('Ош и Нарын');
    expect(ky.formatList(['Ош', 'Нарын', 'Талас'])).toBe('Ош, Нарын жана Талас');
    expect(ky.formatList(['Ош', 'Нарын'], 'or')).toBe('Ош же Нарын');
    expect(ky.formatList([])).toBe('');
  });

  it('sorts Kyrgyz names in the order of the Kyrgyz alphabet', () => {
    const names = ['Үсөн', 'Осмон', 'Өмүр', 'Улан', 'Нурбек', 'Ңа', 'Пери', 'Фархад', 'Мээрим'];
    expect(names.sort(ky.compareNames)).toEqual([
      'Мээрим',
      'Нурбек',
      'Ңа',
      'Осмон',
      'Өмүр',
      'Пери',
      'Улан',
      'Үсөн',
      'Фархад',
    ]);
  });

  it('writes durations with hours only where there are any', () => {
    expect(en.formatDuration(309_000)).toBe('5:09');
    expect(en.formatDuration(3_909_999)).toBe('1:05:09');
    expect(en.formatDuration(-5)).toBe('0:00');
  });

  it('refuses text that is not an instant', () => {
    expect(() => en.formatDate('tomorrow-ish')).toThrow(RangeError);
  });
});
