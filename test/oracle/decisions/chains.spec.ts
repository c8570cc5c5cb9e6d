import { describe, expect, it } from '@jest/globals';
import { chainsOfExport, compareChains } from './compare-chains.js';
import { expectChains } from './expected-chains.js';
import { readOpinion, readOpinions } from './opinions.js';
import { isPrintedAs } from './published-lines.js';

const comment = (name: string, words: string) =>
  `<div class="comment"><span class="name">${name}</span>: ${words}</div>`;
const page = [
  '<h1 class="topic">Topic: Gauges</h1>',
  '<div class="proposal"><strong>PROPOSAL:</strong> Publish the levels daily</div>',
  comment('Aigul T', '+1'),
  comment('Rustam E', '-0.5 (too often)'),
  comment('Rustam E', '+0.5, after all'),
  comment('Dilnoza K', '1 remark: it is late'),
  '<div class="resolution"><strong>RESOLUTION:</strong> Publish the levels daily</div>',
  comment('Dilnoza K', '+1'),
].join('\n');

const exported = (value: number) => ({
  participants: [
    { id: 'a', name: 'Aigul T' },
    { id: 'r', name: 'Rustam E' },
  ],
  proposals: [
    {
      text: 'Publish the levels daily',
      positions: [
        { participant: 'a', value: 1 },
        { participant: 'r', value },
      ],
      decision: { text: 'Publish the levels daily' },
    },
  ],
  decisions: [],
});
const compare = (value: number) =>
  compareChains(expectChains(page, '').chains, chainsOfExport(exported(value)), new Map());

describe('chains of published minutes', () => {
  it('hold the last opinion each gave before the resolution', () => {
    const [chain] = expectChains(page, '').chains;
    expect([...(chain?.voters ?? [])]).toEqual([
      ['Aigul T', 1],
      ['Rustam E', 0.5],
    ]);
    expect(chain?.resolution).toBe('Publish the levels daily');
  });

  it('are right where text, voters, values and result are the same', () => {
    expect(compare(0.5)).toEqual({ right: 1, misses: [] });
  });

  it('are missed where one value is another', () => {
    expect(compare(-0.5)).toEqual({
      right: 0,
      misses: [{ chain: 'Publish the levels daily', cause: 'Rustam E took 0.5, the import says -0.5' }],
    });
  });

  it('tell opinions from other numbers', () => {
    expect(['+1', '-.5 no', '0', '+0', '±1', '2012-11-13', '+12', '1 remark'].map(readOpinion)).toEqual([
      1,
      -0.5,
      0,
      0,
      null,
      null,
      1,
      null,
    ]);
  });

  it('hold each value of a line for the proposal it names', () => {
    const read = (words: string) => readOpinions(words).map(({ value, target }) => [value, target]);
    expect(read('PROPOSAL 1: +1, PROPOSAL 2: n/a, PROPOSAL 3: -1')).toEqual([
      [1, { number: '1' }],
      [-1, { number: '3' }],
    ]);
    expect(read('+0.5 (PROPOSAL 1) , - 0.4 (PROPOSAL 2)')).toEqual([
      [0.5, { number: '1' }],
      [-0.4, { number: '2' }],
    ]);
    expect(read('+0.1/-0.6')).toEqual([
      [0.1, { place: 0, of: 2 }],
      [-0.6, { place: 1, of: 2 }],
    ]);
    expect(read('+1 to both')).toEqual([[1, 'all']]);
    expect(read('-1 now, +1 later')).toEqual([[-1, null]]);
  });

  it('hold votes passed on as those of the person whose they are', () => {
    const passedOn = [
      comment('Rustam E', "Dilnoza's votes:"),
      comment('Rustam E', 'PROPOSAL 1: -1'),
      comment('Rustam E', 'thanks'),
      comment('Rustam E', 'PROPOSAL 1: +1'),
    ];
    const [chain] = expectChains(
      [comment('Aigul T', 'PROPOSAL 1: Dredge'), ...passedOn].join('\n'),
      '',
    ).chains;
    expect([...(chain?.voters ?? [])]).toEqual([
      ['Dilnoza', -1],
      ['Rustam E', 1],
    ]);
  });

  it('do not count agreement with a person', () => {
    const lines = [
      '<div class="proposal"><strong>PROPOSAL:</strong> Dredge</div>',
      comment('Aigul T', 'It silts up'),
      comment('Rustam E', '+1 Aigul'),
      comment('Rustam E', '-1 Aigul cannot do it alone'),
    ];
    const [chain] = expectChains(lines.join('\n'), '').chains;
    expect([...(chain?.voters ?? [])]).toEqual([['Rustam E', -1]]);
  });

  it('take from the log only the votes of people whom the page has no name for', () => {
    const log = [
      '[10:00] <aigul_> PROPOSAL: Dredge the canal',
      '[10:01] <rust> +1',
      '[10:02] <dilnoza_k> -1',
      '[10:03] <rust> it silts up every spring',
      '[10:04] <dilnoza_k> we have no barge',
    ].join('\n');
    const printed = [
      '<div class="proposal"><strong>PROPOSAL:</strong> Dredge the canal</div>',
      comment('Rustam E', '+1'),
      comment('Rustam E', 'It silts up every spring'),
    ];
    const unnamed = '<div class="information">&lt;dilnoza_k&gt; we have no barge</div>';
    const named = comment('Dilnoza K', 'we have no barge');
    const votersOf = (last: string) => {
      const { chains, unprinted } = expectChains([...printed, last].join('\n'), log);
      return { voters: [...(chains[0]?.voters ?? [])], unprinted };
    };
    expect(votersOf(unnamed)).toEqual({
      voters: [
        ['Rustam E', 1],
        ['dilnoza_k', -1],
      ],
      unprinted: 1,
    });
    expect(votersOf(named)).toEqual({ voters: [['Rustam E', 1]], unprinted: 0 });
  });

  it('know words that the page cut off at a colon', () => {
    expect(isPrintedAs('Adopt "@container": "@list"', 'Adopt "@container"')).toBe(true);
    expect(isPrintedAs('Adopt the list', 'Adopt')).toBe(false);
  });
});
