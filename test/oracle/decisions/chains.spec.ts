import { describe, expect, it } from '@jest/globals';
import { chainsOfExport, compareChains } from './compare-chains.js';
import { isPrintedAs, readOpinion, readPublishedChains } from './published-chains.js';

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
  compareChains(readPublishedChains(page), chainsOfExport(exported(value)), new Map());

describe('chains of published minutes', () => {
  it('hold the last opinion each gave before the resolution', () => {
    const [chain] = readPublishedChains(page);
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

  it('know words that the page cut off at a colon', () => {
    expect(isPrintedAs('Adopt "@container": "@list"', 'Adopt "@container"')).toBe(true);
    expect(isPrintedAs('Adopt the list', 'Adopt')).toBe(false);
  });
});
