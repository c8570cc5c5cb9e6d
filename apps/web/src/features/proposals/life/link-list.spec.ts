import { describe, expect, it } from '@jest/globals';
import { rebaseLinks } from './link-list.js';

const rebased = (mine: string, before: string, newest: string) =>
  rebaseLinks([...mine], [...before], [...newest], (link) => link).join('');

describe('a list of links that two people change', () => {
  it('takes what others added and what they took out', () => {
    expect(rebased('ab', 'ab', 'abc')).toBe('abc');
    expect(rebased('ab', 'ab', 'b')).toBe('b');
  });

  it('keeps what was added and taken out here', () => {
    expect(rebased('abd', 'ab', 'abc')).toBe('abcd');
    expect(rebased('b', 'ab', 'abc')).toBe('bc');
    expect(rebased('abc', 'ab', 'abc')).toBe('abc');
  });
});
