import { describe, expect, it } from '@jest/globals';
import { writeSampleList } from './sample-list.js';

describe('the sample list', () => {
  it.each(['en', 'ru', 'ky'] as const)('has six columns in every row in %s, two roles quoted', (locale) => {
    const lines = writeSampleList(locale).slice(1).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line.replace(/"[^"]*"/g, 'x').split(',')).toHaveLength(6);
    expect(lines[2]).toMatch(/"\S+, \S+"/);
  });
});
