import { describe, expect, it } from '@jest/globals';
import { parse } from './w3c/w3c-log.builder.js';
import { buildW3cMeeting } from './w3c-meeting.js';

describe('the words of an imported log', () => {
  it('pass through each correction as the minutes do: the first of the old words, or all of them', () => {
    expect(
      bodiesOf(['<aizada> dam and dam', '<bakyt> s/dam/dams/', '<bakyt> s/dam/weir/g', '<bakyt> s/and/or/']),
    ).toEqual(['dam and dam', 'dams and dam', 'weirs and weir', 'weirs or weir']);
  });

  it('never grow beyond what the corrections come to', () => {
    const bodies = bodiesOf(['<aizada> a', ...Array.from({ length: 40 }, () => '<bakyt> s/a/aa/')]);
    expect(bodies.at(-1)).toBe('a'.repeat(41));
    expect(Math.max(...bodies.map(({ length }) => length))).toBe(41);
  });

  /** The words of the first line, as they stood one after another. */
  function bodiesOf(lines: string[]): string[] {
    let id = 0;
    const { entries } = buildW3cMeeting(parse(lines), {
      file: 'irc.log',
      now: '2024-05-15T00:00:00.000Z',
      makeId: () => String((id += 1)),
      names: {},
      importer: null,
    });
    const [first] = entries.filter(({ type }) => type === 'discussion.posted');
    return entries.flatMap((entry) =>
      entry === first || (entry.type === 'discussion.edited' && entry.target === first?.seq)
        ? [(entry.data as { body: string }).body]
        : [],
    );
  }
});
