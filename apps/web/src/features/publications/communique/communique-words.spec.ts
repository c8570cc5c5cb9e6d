import { describe, expect, it } from '@jest/globals';
import type { CommuniqueView } from '@roundtable/contracts';
import { wordsOfCommunique } from './communique-words.js';

describe('the words of a communique', () => {
  it('hold its footnotes by name, which are adopted with it', () => {
    const parts = [
      { id: 'a', text: 'One.', reservations: [{ delegation: 'north', text: 'Not the cost.' }] },
      { id: 'b', text: 'Two.', reservations: [] },
    ] as unknown as CommuniqueView['parts'];
    expect(wordsOfCommunique({ title: 'Communique', parts }, () => 'Northern basin')).toBe(
      'Communique\n\nOne.\nNorthern basin: Not the cost.\n\nTwo.',
    );
  });
});
