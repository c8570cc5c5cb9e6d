import { describe, expect, it } from '@jest/globals';
import { SpentBudget } from './spent-budget.js';

describe('a budget by key and time', () => {
  it('lets pass what it has, and says after how long there is more', () => {
    const budget = new SpentBudget({ points: 3, windowMs: 1_000 });
    expect([budget.spend('a', 2, 100), budget.spend('a', 1, 400)]).toEqual([0, 0]);
    expect(budget.spend('a', 1, 600)).toBe(500);
    expect(budget.spend('a', 1, 1_100)).toBe(0);
  });

  it('counts each key by itself', () => {
    const budget = new SpentBudget({ points: 1, windowMs: 1_000 });
    expect([budget.spend('a', 1, 0), budget.spend('b', 1, 0), budget.spend('a', 1, 1)]).toEqual([0, 0, 999]);
  });

  it('refuses what costs more than there ever is', () => {
    expect(new SpentBudget({ points: 4, windowMs: 1_000 }).spend('a', 5, 0)).toBe(1_000);
  });

  it('forgets those who ask no more', () => {
    const budget = new SpentBudget({ points: 1, windowMs: 1_000 });
    for (let each = 0; each < 500; each += 1) budget.spend(`socket ${each}`, 1, each);
    budget.spend('late', 1, 5_000);
    expect(budget.size).toBe(1);
  });
});
