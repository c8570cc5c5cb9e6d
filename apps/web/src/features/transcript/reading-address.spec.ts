import { describe, expect, it } from '@jest/globals';
import { countFilters, noFilter, readReading, writeReading } from './reading-address.js';

const speaker = '01939b2e-7a64-7c1e-9a55-0123456789ab';

describe('the address of a transcript', () => {
  it('says the same after being written and read', () => {
    const filter = { ...noFilter, speaker, kind: 'statement' as const, from: '2026-11-22T08:00:00.000Z' };
    const reading = { at: 128, words: '"spring flood" -winter', filter };
    expect(readReading(writeReading(reading))).toEqual(reading);
  });

  it('is empty where nothing is narrowed', () => {
    expect(writeReading({ at: null, words: '', filter: noFilter }).toString()).toBe('');
  });

  it('leaves out what a broken link has wrong in it', () => {
    const params = new URLSearchParams('at=-3&speaker=me&kind=song&from=yesterday&q=%20water%20');
    expect(readReading(params)).toEqual({ at: null, words: 'water', filter: noFilter });
  });

  it('drops a period that ends before it begins, which the server would refuse', () => {
    const { filter } = readReading(new URLSearchParams('from=2026-11-22T09:00Z&to=2026-11-22T08:00Z'));
    expect(countFilters(filter)).toBe(0);
  });
});
