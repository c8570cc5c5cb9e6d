import { describe, expect, it } from '@jest/globals';
import type { ExportedEntry, PollOutcome, PollView } from '@roundtable/contracts';
import { writePollEvent } from './markdown-poll.js';
import { PeopleNames } from './people-names.js';
import { Wording } from './wording.js';

const person = (id: string, name: string) => ({
  id,
  name,
  position: null,
  delegation: null,
  roles: ['expert' as const],
  language: null,
  attendance: null,
  removed: false,
});
const names = new PeopleNames([person('a', 'Aida *Osmonova*'), person('b', 'Bakyt Orozbekov')], []);

function told(
  language: 'en' | 'ru' | 'ky',
  over: Partial<PollView>,
  outcome: Partial<PollOutcome> = {},
): string[] {
  const poll = {
    number: 3,
    title: 'A joint gauge?',
    options: [
      { id: 'yes', text: 'Yes', meaning: 'for' },
      { id: 'no', text: 'No', meaning: 'against' },
    ],
    rules: { unit: 'persons' },
    outcome: {
      verdict: 'carried',
      numbers: { people: { cast: 2, entitled: 3 } },
      counts: [
        { option: 'yes', votes: '1.5', ballots: 1 },
        { option: 'no', votes: '1', ballots: 1 },
      ],
      rollCall: [
        { elector: 'a', castBy: 'a', picks: [{ option: 'yes', points: null }], reason: 'Same *figures*' },
        { elector: 'b', castBy: 'a', picks: [], reason: null },
      ],
      ...outcome,
    },
    ...over,
  };
  const entry = { type: 'polls.published', data: { poll } } as unknown as ExportedEntry;
  return writePollEvent(entry, {
    names,
    wording: new Wording(language, 'Asia/Bishkek'),
    proposals: new Map(),
  });
}

describe('the words of a poll in an export', () => {
  it('are its result, its numbers and the roll call, with names that cannot turn into formatting', () => {
    expect(told('en', {})).toEqual([
      'Result of poll 3 (A joint gauge?): carried.',
      '',
      'Ballots: 2 of 3.',
      '',
      '- Yes: 1.5',
      '- No: 1',
      '',
      '- Aida \\*Osmonova\\*: Yes — Same \\*figures\\*',
      '- Bakyt Orozbekov: blank',
    ]);
  });

  it('are in the language of the export where the method brings the options, and as written where not', () => {
    expect(told('ru', {}).join('\n')).toContain('- За: 1.5');
    expect(told('ky', {}).join('\n')).toContain('- Макул: 1.5');
    const options = [{ id: 'o1', text: 'Weir', meaning: null }];
    const counts = [{ option: 'o1', votes: '2', ballots: 2 }];
    expect(told('ru', { options }, { counts, rollCall: [] }).at(-1)).toBe('- Weir: 2');
  });

  it('are no numbers where too few cast a secret ballot', () => {
    expect(told('en', {}, { verdict: 'too_few' })).toHaveLength(1);
  });
});
