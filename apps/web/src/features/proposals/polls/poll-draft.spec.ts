import { describe, expect, it } from '@jest/globals';
import { EMPTY_DRAFT, findFaults, readPercent, toIntent } from './poll-draft.js';

describe('a poll being filled in', () => {
  it('reads percentages exactly, with point or comma', () => {
    expect(readPercent('66.67')).toEqual({ numerator: 6_667, denominator: 10_000 });
    expect(readPercent(' 50,5 % ')).toEqual({ numerator: 5_050, denominator: 10_000 });
    for (const typed of ['', '-1', 'half', '1.234', '1e2']) expect(readPercent(typed)).toBeNull();
  });

  it('names what is wrong before it is sent, and more than 100 % by itself', () => {
    expect(findFaults(EMPTY_DRAFT)).toEqual({ title: 'required' });
    const draft = {
      ...EMPTY_DRAFT,
      title: 'Dam?',
      threshold: 'own' as const,
      percent: '100.01',
      quorum: 'many',
    };
    expect(findFaults(draft)).toEqual({ percent: 'above100', quorum: 'badPercent' });
    expect(
      findFaults({ ...draft, method: 'single_choice', options: 'One\n\n', percent: '100', quorum: '' }),
    ).toEqual({
      options: 'required',
    });
  });

  it('becomes an intent whose threshold is on what is in favour, or on whatever leads', () => {
    const draft = { ...EMPTY_DRAFT, title: ' Dam? ', threshold: 'two_thirds' as const };
    expect(toIntent(draft)).toMatchObject({ title: 'Dam?', rules: { thresholds: [{ option: 'yes' }] } });
    const choice = { ...draft, method: 'single_choice' as const, options: 'Canal\n Well ' };
    expect(toIntent(choice)).toMatchObject({
      options: ['Canal', 'Well'],
      rules: { thresholds: [{ option: null, share: { numerator: 2, denominator: 3 } }] },
    });
    expect(toIntent({ ...choice, method: 'score' }).rules.thresholds).toEqual([]);
  });

  it('lets a ranking order all of its options, and a choice as many as it says', () => {
    const draft = { ...EMPTY_DRAFT, title: 'Where?', options: 'Bridge\nWeir\nFerry' };
    expect(toIntent({ ...draft, method: 'ranked_irv' }).rules).toMatchObject({ minPicks: 1, maxPicks: 3 });
    expect(toIntent({ ...draft, method: 'multiple_choice' }).rules.maxPicks).toBe(2);
  });

  it('takes no reasons and hides results where it is secret, and decides nothing by a choice', () => {
    const draft = { ...EMPTY_DRAFT, title: 'Dam?', isSecret: true, proposal: 'p', isDecisive: true };
    expect(toIntent(draft)).toMatchObject({
      isDecisive: true,
      rules: { reasons: 'none', hidesResults: true },
    });
    expect(toIntent({ ...draft, method: 'gradients' }).isDecisive).toBe(false);
  });
});
