import { describe, expect, it } from '@jest/globals';
import { instantOfWall, isZone, wallOfInstant, wallTimeOf, zoneOffsetMinutes } from './wall-time.js';

describe('wall time', () => {
  it('turns a wall clock into the instant it shows', () => {
    expect(instantOfWall('2026-11-22T14:00', 'Asia/Bishkek')?.toISOString()).toBe('2026-11-22T08:00:00.000Z');
    expect(instantOfWall('2026-07-01T09:30', 'Europe/Berlin')?.toISOString()).toBe(
      '2026-07-01T07:30:00.000Z',
    );
  });

  it('reads back every hour of a year that exists in a zone with summer time', () => {
    for (let hour = 0; hour < 366 * 24; hour++) {
      const instant = new Date(Date.UTC(2024, 0, 1, hour));
      const wall = wallOfInstant(instant, 'America/New_York');
      const back = instantOfWall(wall, 'America/New_York');
      expect(back && wallOfInstant(back, 'America/New_York')).toBe(wall);
    }
  });

  it('takes the first of two equal readings and the later side of a skipped hour', () => {
    expect(instantOfWall('2024-11-03T01:30', 'America/New_York')?.toISOString()).toBe(
      '2024-11-03T05:30:00.000Z',
    );
    expect(instantOfWall('2024-03-10T02:30', 'America/New_York')?.toISOString()).toBe(
      '2024-03-10T07:30:00.000Z',
    );
  });

  it('refuses days and hours that do not exist', () => {
    for (const wall of ['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '2026-01-01', 'x']) {
      expect(instantOfWall(wall, 'UTC')).toBeNull();
    }
  });

  it('counts weekdays from Monday', () => {
    expect(wallTimeOf(new Date('2026-11-22T00:00:00Z'), 'UTC').weekday).toBe(6);
    expect(wallTimeOf(new Date('2026-11-23T00:00:00Z'), 'UTC').weekday).toBe(0);
  });

  it('treats an unknown zone as UTC instead of failing', () => {
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(zoneOffsetMinutes(new Date('2026-11-22T00:00:00Z'), 'Mars/Olympus')).toBe(0);
  });
});
