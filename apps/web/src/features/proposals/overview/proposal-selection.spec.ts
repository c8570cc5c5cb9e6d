import { describe, expect, it } from '@jest/globals';
import { PROPOSAL_STATES, type ProposalState, type ProposalView } from '@roundtable/contracts';
import { cardBeside, columnsOf } from './board-columns.js';
import {
  isNarrowed,
  readSelection,
  select,
  supportOf,
  valuesOf,
  writeSelection,
} from './proposal-selection.js';

function proposal(number: number, over: Partial<ProposalView> = {}): ProposalView {
  return {
    id: `p${String(number)}`,
    number,
    title: `Title ${String(number)}`,
    text: 'Text',
    state: 'captured',
    focusArea: null,
    responsible: null,
    timeline: null,
    version: 1,
    capturedBy: null,
    capturedAt: '2026-03-02T09:00:00.000Z',
    sources: [],
    positions: [],
    decision: null,
    ...over,
  };
}

const read = (address: string) => readSelection(new URLSearchParams(address));
const numbers = (proposals: ProposalView[]) => proposals.map(({ number }) => number);

describe('the address of the overview', () => {
  it('says everything that narrows and sorts, and nothing that goes without saying', () => {
    const address = 'view=board&q=gauge+data&state=admitted&focus=Water&delegation=d1&sort=support&down=1';
    expect(writeSelection(read(address)).toString()).toBe(address);
    expect(writeSelection(read('')).toString()).toBe('');
    expect(isNarrowed(read('view=board&sort=title'))).toBe(false);
    expect(isNarrowed(read('state=admitted'))).toBe(true);
  });

  it('leaves out what is wrong in it', () => {
    expect(read('view=wall&state=lost&sort=colour&q=%20')).toEqual(read(''));
  });
});

describe('selecting proposals', () => {
  const all = [
    proposal(1, { title: 'Совместный гидропост', focusArea: 'Вода', state: 'adopted' }),
    proposal(2, { title: 'Winter releases', responsible: 'Both operators', focusArea: 'Energy' }),
    proposal(10, {
      life: { submitters: [{ kind: 'delegation', id: 'd1' }] } as ProposalView['life'] & object,
    }),
  ];

  it('finds every word in whatever case, also in the number and the fields', () => {
    expect(numbers(select(all, read('q=ГИДРОПОСТ'), 'ru'))).toEqual([1]);
    expect(numbers(select(all, read('q=operators winter'), 'en'))).toEqual([2]);
    expect(numbers(select(all, read('q=operators gauge'), 'en'))).toEqual([]);
  });

  it('narrows by state, focus area, responsible and delegation', () => {
    expect(numbers(select(all, read('state=adopted'), 'en'))).toEqual([1]);
    expect(numbers(select(all, read('focus=Energy'), 'en'))).toEqual([2]);
    expect(numbers(select(all, read('responsible=Both operators'), 'en'))).toEqual([2]);
    expect(numbers(select(all, read('delegation=d1'), 'en'))).toEqual([10]);
  });

  it('sorts both ways, the number breaking ties', () => {
    expect(numbers(select(all, read('down=1'), 'en'))).toEqual([10, 2, 1]);
    expect(numbers(select(all, read('sort=state'), 'en'))).toEqual([2, 10, 1]);
    expect(valuesOf(all, 'focusArea', 'ru')).toEqual(['Вода', 'Energy']);
  });

  it('sums positions without the noise of binary fractions', () => {
    const taken = [0.1, 0.2, -1].map((value, index) => ({
      participant: String(index),
      value,
      reason: null,
      at: '',
    }));
    expect(supportOf(proposal(1, { positions: taken }))).toEqual({ sum: -0.7, count: 3 });
  });
});

describe('the board', () => {
  it('has a column for every state, once', () => {
    const all = PROPOSAL_STATES.map((state: ProposalState, index) => proposal(index + 1, { state }));
    const shown = columnsOf(all).flatMap(({ proposals }) => numbers(proposals));
    expect(shown.sort((a, b) => a - b)).toEqual(numbers(all));
  });

  it('is walked by arrows, over empty columns, and stops at the edges', () => {
    const columns = columnsOf([
      proposal(1),
      proposal(2),
      proposal(3),
      proposal(4, { state: 'adopted' }),
      proposal(5, { state: 'rejected' }),
    ]);
    expect(cardBeside(columns, null, 'ArrowDown')).toBe('p1');
    expect(cardBeside(columns, 'p1', 'ArrowDown')).toBe('p2');
    expect(cardBeside(columns, 'p3', 'ArrowDown')).toBeNull();
    expect(cardBeside(columns, 'p3', 'ArrowRight')).toBe('p5');
    expect(cardBeside(columns, 'p4', 'ArrowLeft')).toBe('p1');
    expect(cardBeside(columns, 'p4', 'ArrowRight')).toBeNull();
    expect(cardBeside(columns, 'p2', 'End')).toBe('p3');
    expect(cardBeside(columns, 'p2', 'Enter')).toBeNull();
  });
});
