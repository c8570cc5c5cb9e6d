import { describe, expect, it } from '@jest/globals';
import { changesIn, emptyPlan, faultsIn, rebasePlan, type PlanDraft } from './plan-draft.js';

const DAYS = { firstDay: '2026-11-24', today: '2027-03-01' };

describe('a plan while it is written', () => {
  const whole = { ...emptyPlan('Basin office'), dueOn: '2027-06-01' };

  it('needs somebody and a day', () => {
    expect(faultsIn(emptyPlan(), DAYS)).toEqual({ responsible: 'responsibleMissing', dueOn: 'dayMissing' });
    expect(faultsIn(whole, DAYS)).toEqual({});
  });

  it('needs the day of a review only where one is wanted, and none that has passed', () => {
    expect(faultsIn({ ...whole, isReviewed: true }, DAYS)).toEqual({ reviewOn: 'dayMissing' });
    expect(faultsIn({ ...whole, isReviewed: true, reviewOn: '2027-02-28' }, DAYS)).toEqual({
      reviewOn: 'dayTooEarly',
    });
    expect(faultsIn({ ...whole, dueOn: '2026-11-23' }, DAYS)).toEqual({ dueOn: 'dayTooEarly' });
  });

  it('lets days that were there before stay', () => {
    const before = { ...whole, isReviewed: true, reviewOn: '2027-01-01' };
    expect(faultsIn({ ...before, dueOn: '2027-07-01' }, DAYS, before)).toEqual({});
  });

  it('sends what was changed and nothing else', () => {
    const before: PlanDraft = { ...whole, isReviewed: true, reviewOn: '2027-03-01' };
    expect(changesIn(before, before)).toEqual({});
    expect(changesIn({ ...before, dueOn: '2027-07-01' }, before)).toEqual({ dueOn: '2027-07-01' });
    expect(changesIn({ ...before, isReviewed: false }, before)).toEqual({ reviewOn: null });
    const { responsible } = emptyPlan('Another office');
    expect(changesIn({ ...before, responsible }, before)).toEqual({ responsible });
  });

  it('goes on with what others changed, but for what was changed here', () => {
    const before: PlanDraft = { ...whole, isReviewed: true, reviewOn: '2027-03-01' };
    const { responsible } = emptyPlan('Another office');
    const newest = { ...before, responsible, dueOn: '2027-08-01', isReviewed: false, reviewOn: null };
    expect(rebasePlan(before, before, newest)).toEqual(newest);
    const mine = { ...before, dueOn: '2027-07-01', reviewOn: '2027-04-01' };
    expect(rebasePlan(mine, before, newest)).toEqual({ ...mine, responsible });
  });
});
