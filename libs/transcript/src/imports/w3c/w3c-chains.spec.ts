import { describe, expect, it } from '@jest/globals';
import type { ParsedLog } from './parsed-log.js';
import { only, parse } from './w3c-log.builder.js';

/** Every position of a log as it counts: the voter, the value, and the words of the proposal it answers. */
function votes(log: ParsedLog): [string, number, string | null][] {
  return log.events.flatMap((event) => {
    if (event.kind !== 'position' && event.kind !== 'statement') return [];
    const voter = event.kind === 'statement' ? event.speaker : (event.of ?? event.by ?? '');
    return (event.positions ?? []).map(({ value, onProposal }): [string, number, string | null] => [
      voter,
      value,
      onProposal === undefined ? null : (log.events[onProposal]?.text ?? ''),
    ]);
  });
}

const TWO = ['<aizada> PROPOSAL 1: Keep the seals', '<aizada> PROPOSAL 2: Buy new pumps'];

describe('decision chains', () => {
  it('takes `+1 to all` for the one open where there are more than any meeting has', () => {
    const many = Array.from({ length: 21 }, (_, at) => `<aizada> PROPOSAL ${at}: Buy pump ${at}`);
    expect(votes(parse([...many, '<bakyt> +1 to all']))).toEqual([['bakyt', 1, 'Buy pump 20']]);
  });

  it('joins proposal, graded positions and resolution', () => {
    const log = parse([
      '<aizada> PROPOSAL: Replace the seals in autumn',
      '<bakyt> +1',
      '<dilnoza> -0.5 too late',
      '<aizada> RESOLVED: Replace the seals in early autumn',
      '<bakyt> +1',
    ]);
    expect(log.events[0]).toMatchObject({ decidedBy: 3 });
    expect(votes(log)).toEqual([
      ['bakyt', 1, 'Replace the seals in autumn'],
      ['dilnoza', -0.5, 'Replace the seals in autumn'],
      ['bakyt', 1, null],
    ]);
    expect(log.events[3]).toMatchObject({ proposal: 0 });
  });

  it('adopts the proposal with the same words, not the last one', () => {
    const log = parse([...TWO, '<aizada> RESOLVED: Keep the seals']);
    expect(only(log, 'decision')[0].proposal).toBe(0);
  });

  it('closes a proposal when the topic changes', () => {
    const log = parse([
      '<aizada> PROPOSAL: Keep the seals',
      '<aizada> Topic: Pumps',
      '<bakyt> +1',
      '<aizada> RESOLVED: Something else altogether',
    ]);
    expect(votes(log)).toEqual([['bakyt', 1, null]]);
    expect(only(log, 'decision')[0].proposal).toBeUndefined();
  });
});

describe('positions on numbered proposals', () => {
  it.each([
    ['PROPOSAL 1: +1, PROPOSAL 2: -1', [1, -1]],
    ['PROPOSAL 1: +1 (with a filter), PROPOSAL 2: -1, too dear', [1, -1]],
    ['+0.5 (PROPOSAL 1) , - 0.4 (PROPOSAL 2)', [0.5, -0.4]],
    ['+1 to proposal 1, 0 to proposal 2', [1, 0]],
    ['+0.1, +0.6', [0.1, 0.6]],
    ['+0.5/-0.5', [0.5, -0.5]],
    ['+1 to both', [1, 1]],
    ['+1 to both proposals (but mind the cost)', [1, 1]],
  ])('reads %s as one for each', (line, [first, second]) => {
    expect(votes(parse([...TWO, `<bakyt> ${line}`]))).toEqual([
      ['bakyt', first, 'Keep the seals'],
      ['bakyt', second, 'Buy new pumps'],
    ]);
  });

  it('keeps them together as the one line they were', () => {
    expect(only(parse([...TWO, '<bakyt> PROPOSAL 1: +1, PROPOSAL 2: -1']), 'position')).toHaveLength(1);
  });

  it.each([
    ['+1, but -1 for the cost', 1],
    ['-1 in this version, +1 in the next', -1],
    ['+1, +1, +1', 1],
  ])('takes %s as one on the proposal put last', (line, value) => {
    expect(votes(parse([...TWO, `<bakyt> ${line}`]))).toEqual([['bakyt', value, 'Buy new pumps']]);
  });

  it('finds a proposal by the number it was given, not by its place', () => {
    const log = parse([
      '<aizada> PROPOSAL 4: Keep the seals',
      '<aizada> PROPOSAL 4b: Buy new pumps',
      '<bakyt> PROPOSAL 4: -1',
      '<bakyt> PROPOSAL 4b: +1',
    ]);
    expect(votes(log)).toEqual([
      ['bakyt', -1, 'Keep the seals'],
      ['bakyt', 1, 'Buy new pumps'],
    ]);
  });

  it('counts proposals without numbers by their order', () => {
    const log = parse([
      '<aizada> PROPOSAL: Keep the seals',
      '<aizada> PROPOSAL: Buy pumps',
      '<bakyt> -1 to proposal 1',
    ]);
    expect(votes(log)).toEqual([['bakyt', -1, 'Keep the seals']]);
  });
});

describe('whose position it is', () => {
  it('books votes that somebody passes on to the one whose they are', () => {
    const log = parse([
      '<aizada> PROPOSAL 1: Keep the seals',
      "<bakyt> Dilnoza's votes:",
      '<bakyt> PROPOSAL 1: -1',
      '<bakyt> thanks',
      '<bakyt> PROPOSAL 1: +1',
    ]);
    expect(votes(log)).toEqual([
      ['dilnoza', -1, 'Keep the seals'],
      ['bakyt', 1, 'Keep the seals'],
    ]);
    expect(log.people.map(({ displayName }) => displayName)).toContain('Dilnoza');
  });

  it('leaves an answer that is no vote as a message', () => {
    const log = parse([...TWO, "<bakyt> Dilnoza's votes:", '<bakyt> PROPOSAL 2: no opinion']);
    expect(only(log, 'proposal')).toHaveLength(2);
    expect(only(log, 'message').at(-1)?.text).toBe('PROPOSAL 2: no opinion');
  });

  it('hears the vote of somebody who writes nothing when the list of people has the nick', () => {
    const lines = ['<aizada> PROPOSAL: Keep the seals', '<bakyt> dkarim: +0.3'];
    const people = { 'Dilnoza Karimova': { alias: ['dkarim'] } };
    expect(votes(parse(lines, { people }))).toEqual([['dkarim', 0.3, 'Keep the seals']]);
    expect(votes(parse(lines))).toEqual([]);
  });

  it('gives no surname to a first name that two people of the list share', () => {
    const people = { 'Dilnoza Karimova': {}, 'Dilnoza Azimova': {} };
    const log = parse([...TWO, "<bakyt> Dilnoza's votes:", '<bakyt> PROPOSAL 1: +1'], { people });
    expect(log.people.map(({ displayName }) => displayName)).toEqual(['aizada', 'bakyt', 'Dilnoza']);
  });

  it.each(['+1 bakyt', '+1 to bakyt', '+1 @bakyt, well said', '+1 Bakyt - that would be better'])(
    'takes %s as agreement with a person, not with the proposal',
    (line) => {
      const log = parse(['<aizada> PROPOSAL: Keep the seals', '<bakyt> buy new ones', `<dilnoza> ${line}`]);
      expect(votes(log)).toEqual([['dilnoza', 1, null]]);
    },
  );

  it('still counts a vote whose reason begins with a name', () => {
    const log = parse(['<aizada> PROPOSAL: Keep the seals', '<bakyt> hm', '<dilnoza> +1 bakyt can do it']);
    expect(votes(log)).toEqual([['dilnoza', 1, 'Keep the seals']]);
  });
});
