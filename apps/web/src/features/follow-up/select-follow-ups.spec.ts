import { describe, expect, it } from '@jest/globals';
import type { FollowUpState, FollowUpView } from '@roundtable/contracts';
import { isWhich, selectFollowUps, type FollowUpWhich } from './select-follow-ups.js';

const TODAY = '2027-03-01';
const listed = (number: number, dueOn: string, state: FollowUpState, responsible: string) => ({
  followUp: { number, dueOn, state } as FollowUpView,
  responsible,
  today: TODAY,
});

describe('a choice of follow-ups', () => {
  const all = [
    listed(1, '2027-01-01', 'done', 'Айгүл'),
    listed(2, '2027-04-01', 'planned', 'Айгүл'),
    listed(3, '2027-02-01', 'delayed', 'Тимур'),
    listed(4, '2027-03-01', 'under_way', 'Тимур'),
    listed(5, '2027-02-15', 'under_way', 'Айгүл'),
  ];
  const numbers = (which: FollowUpWhich, who: string | null = null) =>
    selectFollowUps(all, { which, who }).map(({ followUp }) => followUp.number);

  it('puts what is overdue first and what has ended last', () => {
    expect(numbers('all')).toEqual([3, 5, 4, 2, 1]);
  });

  it('shows one state, what has not ended, or what is overdue', () => {
    expect(numbers('open')).toEqual([3, 5, 4, 2]);
    expect(numbers('overdue')).toEqual([3, 5]);
    expect(numbers('under_way')).toEqual([5, 4]);
  });

  it('shows what one is responsible for', () => {
    expect(numbers('all', 'Тимур')).toEqual([3, 4]);
    expect(numbers('overdue', 'Айгүл')).toEqual([5]);
  });

  it('takes no other word from an address', () => {
    expect([isWhich('overdue'), isWhich('__proto__'), isWhich(null)]).toEqual([true, false, false]);
  });
});
