import { describe, expect, it } from '@jest/globals';
import { emptyPlan, faultsIn } from './plan-draft.js';

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
});
