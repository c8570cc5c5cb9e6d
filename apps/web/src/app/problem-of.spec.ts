import { describe, expect, it } from '@jest/globals';
import { problemOf } from './problem-of.js';

const error = new Error('No answer from the server.');

describe('what could not be read', () => {
  it('is a problem where there is nothing to show', () => {
    expect(problemOf({ data: undefined, error })).toBe(error);
    expect(problemOf({ data: undefined, error: null })).toBeNull();
  });

  it('is none where what was read before still shows', () => {
    expect(problemOf({ data: null, error })).toBeNull();
    expect(problemOf({ data: { participant: 'ainura' }, error })).toBeNull();
  });
});
