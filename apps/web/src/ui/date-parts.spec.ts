import { describe, expect, it } from '@jest/globals';
import { emptyParts, isComplete, partsOfWall, wallOfParts } from './date-parts.js';

describe('date parts', () => {
  it('come apart and go together again', () => {
    for (const wall of ['2026-11-22T14:00', '2024-02-29T00:05', '0999-01-01T23:59']) {
      expect(wallOfParts(partsOfWall(wall))).toBe(wall);
    }
  });

  it('are no date while a box is empty', () => {
    expect(wallOfParts(emptyParts)).toBeNull();
    expect(wallOfParts({ ...partsOfWall('2026-11-22T14:00'), minute: '' })).toBeNull();
    expect(wallOfParts({ ...partsOfWall('2026-11-22T14:00'), year: '26' })).toBeNull();
  });

  it('are no date where the day or the hour does not exist', () => {
    const parts = { ...partsOfWall('2026-02-28T14:00'), day: '30' };
    expect(isComplete(parts)).toBe(true);
    expect(wallOfParts(parts)).toBeNull();
    expect(wallOfParts({ ...partsOfWall('2026-02-28T14:00'), hour: '24' })).toBeNull();
  });

  it('takes single figures as people type them', () => {
    expect(wallOfParts({ day: '2', month: '3', year: '2026', hour: '9', minute: '5' })).toBe(
      '2026-03-02T09:05',
    );
  });
});
