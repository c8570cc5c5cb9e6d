import { describe, expect, it } from '@jest/globals';
import { createFormats } from '../../app/i18n/formats.js';
import { isSameWall, writePeriod, writePeriodElsewhere } from './period.js';

const period = { startsAt: '2026-11-24T04:00:00.000Z', endsAt: '2026-11-24T10:00:00.000Z' };
const english = createFormats('en', 'UTC');

describe('writePeriod', () => {
  it('names the day once where a meeting begins and ends on it', () => {
    expect(writePeriod(english, period, { zone: 'Asia/Bishkek' })).toBe(
      'Tuesday, 24 November 2026, 10:00\u2060–\u206016:00',
    );
  });

  it('names both days where a meeting runs past midnight', () => {
    const long = { ...period, endsAt: '2026-11-25T10:00:00.000Z' };
    expect(writePeriod(english, long, { zone: 'Asia/Bishkek', style: 'long' })).toBe(
      '24 November 2026, 10:00 – 25 November 2026, 16:00',
    );
  });

  it('speaks Kyrgyz through our own calendar', () => {
    const words = writePeriod(createFormats('ky', 'UTC'), period, { zone: 'Asia/Bishkek' });
    expect(words).toBe('2026-жылдын 24-ноябры, шейшемби, 10:00\u2060–\u206016:00');
  });
});

describe('writePeriodElsewhere', () => {
  const elsewhere = (zone: string) => writePeriodElsewhere(english, period, { zone, home: 'Asia/Bishkek' });

  it('gives the times alone on the same day', () => {
    expect(elsewhere('Europe/Vienna')).toBe('05:00\u2060–\u206011:00');
  });

  it('names the day again where it is another one there', () => {
    expect(elsewhere('America/New_York')).toBe(
      'Monday, 23 November 2026, 23:00 – Tuesday, 24 November 2026, 05:00',
    );
  });
});

describe('isSameWall', () => {
  it('takes two names of one time for the same, and another offset for another', () => {
    expect(isSameWall(period, 'Asia/Bishkek', 'Asia/Almaty')).toBe(false);
    expect(isSameWall(period, 'Asia/Bishkek', 'Asia/Dhaka')).toBe(true);
  });
});
