import { describe, expect, it } from '@jest/globals';
import { dayIn, isOverdue, type FollowUpUpdate, type FollowUpView } from '@roundtable/contracts';
import {
  addReport,
  changedFields,
  correctUpdate,
  demandDays,
  demandSound,
  noteCorrection,
} from './follow-up-life.js';
import { settleProofs } from './proofs.js';

const AT = '2027-01-01T00:00:00.000Z';

function followUp(over: Partial<FollowUpView> = {}): FollowUpView {
  return {
    id: 'f',
    proposal: 'p',
    number: 1,
    title: 'A joint gauge',
    line: null,
    responsible: { kind: 'words', id: null, words: 'Basin office' },
    dueOn: '2027-03-01',
    reviewOn: null,
    remindAt: null,
    state: 'planned',
    progress: 0,
    reason: null,
    updates: 0,
    latest: null,
    version: 1,
    createdBy: 'a',
    createdAt: AT,
    changedAt: AT,
    ...over,
  };
}

function update(over: Partial<FollowUpUpdate> = {}): FollowUpUpdate {
  return {
    id: 'u',
    followUp: 'f',
    words: 'Ordered.',
    state: 'under_way',
    progress: 20,
    reason: null,
    proofs: [],
    by: 'a',
    at: AT,
    earlier: [],
    ...over,
  };
}

describe('a follow-up', () => {
  const bounds = { firstDay: '2026-11-24', today: '2026-12-01' };

  it('may be due from the first day of the meeting on, and reviewed from today on', () => {
    expect(() => demandDays({ dueOn: '2026-11-24', reviewOn: '2026-12-01' }, bounds)).not.toThrow();
    expect(() => demandDays({ dueOn: '2026-11-23' }, bounds)).toThrow('first day of the meeting');
    expect(() => demandDays({ reviewOn: '2026-11-30' }, bounds)).toThrow('between today');
    expect(() => demandDays({ dueOn: '2047-01-01' }, bounds)).toThrow('2046-12-01');
  });

  it('is not changed by what it already says', () => {
    expect(() => changedFields(followUp(), { dueOn: '2027-03-01', reviewOn: null })).toThrow(
      'already reads so',
    );
    expect(changedFields(followUp(), { reviewOn: '2027-02-01' })).toEqual({ reviewOn: '2027-02-01' });
  });

  it.each([
    [{ state: 'done', progress: 99, reason: null }, '100'],
    [{ state: 'planned', progress: 1, reason: null }, '0 %'],
    [{ state: 'dropped', progress: 40, reason: null }, 'why'],
  ] as const)('does not stand at %j', (stand, why) => {
    expect(() => demandSound(stand)).toThrow(why);
  });

  it('stands where its newest report says, and where a correction of that one says', () => {
    const first = addReport(followUp(), update());
    const second = addReport(first, update({ id: 'v', progress: 60, words: 'Built.' }));
    expect(second).toMatchObject({
      progress: 60,
      updates: 2,
      version: 3,
      latest: { id: 'v', words: 'Built.' },
    });
    const corrected = (before: FollowUpUpdate, progress: number) =>
      correctUpdate(second, before, { report: { ...update(), progress }, by: 'a', at: AT });
    const older = corrected(update(), 10);
    expect(older.earlier).toMatchObject([{ progress: 20, until: AT }]);
    expect(noteCorrection(second, older, AT)).toMatchObject({ progress: 60, version: 4 });
    expect(noteCorrection(second, corrected(update({ id: 'v' }), 50), AT)).toMatchObject({ progress: 50 });
  });

  it('lets nobody correct what another wrote, and nothing into itself', () => {
    const report = update();
    expect(() => correctUpdate(followUp(), update(), { report, by: 'b', at: AT })).toThrow('Only who wrote');
    expect(() => correctUpdate(followUp(), update(), { report, by: 'a', at: AT })).toThrow(
      'already reads so',
    );
  });

  it('is overdue the day after, by the calendar of the meeting, unless it has ended', () => {
    const late = new Date('2027-03-01T19:00:00Z');
    expect(dayIn('Asia/Bishkek', late)).toBe('2027-03-02');
    expect(dayIn('UTC', late)).toBe('2027-03-01');
    expect(isOverdue(followUp(), dayIn('Asia/Bishkek', late))).toBe(true);
    expect(isOverdue(followUp(), dayIn('UTC', late))).toBe(false);
    expect(isOverdue(followUp({ state: 'dropped' }), '2030-01-01')).toBe(false);
  });
});

describe('a proof', () => {
  const link = (url: string) => settleProofs([{ kind: 'link', url }], new Map());

  it('is an address in the form that browsers open, its host never in disguise', () => {
    expect(link('HTTPS://Example.ORG/a b')).toEqual([
      { kind: 'link', url: 'https://example.org/a%20b', title: null },
    ]);
    expect(link('https://exаmple.org/')).toEqual([
      { kind: 'link', url: 'https://xn--exmple-4nf.org/', title: null },
    ]);
  });

  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://bank.example@evil.example/',
    'no address',
    '',
  ])('is not %j', (url) => {
    expect(() => link(url)).toThrow(
      expect.objectContaining({ code: 'invalid', data: { field: 'proofs.0.url' } }),
    );
  });

  it('is no file that nobody uploaded, and not both at once', () => {
    expect(() => settleProofs([{ kind: 'file', file: 'x' }], new Map())).toThrow('Upload it again');
    expect(() => settleProofs([{ kind: 'link', url: 'https://a.example', file: 'x' }], new Map())).toThrow(
      'two proofs',
    );
  });
});
