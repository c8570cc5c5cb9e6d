import { describe, expect, it } from '@jest/globals';
import type { InvitationView } from '@roundtable/contracts';
import { stateOf, unsentOf } from './invitation-state.js';

const now = Date.parse('2026-11-22T10:00:00.000Z');
const fresh: InvitationView = {
  id: '1',
  participant: '2',
  email: 'aigul@experts.example',
  link: 'https://roundtable.example/join/x',
  createdAt: '2026-11-20T10:00:00.000Z',
  sentAt: null,
  lastEnteredAt: null,
  revokedAt: null,
  expiresAt: null,
};
const at = '2026-11-21T10:00:00.000Z';

describe('stateOf', () => {
  it.each<[string, Partial<InvitationView>, string]>([
    ['a link that nobody was told of', {}, 'unsent'],
    ['a link that was sent', { sentAt: at }, 'sent'],
    ['a link somebody entered by, sent or not', { sentAt: at, lastEnteredAt: at }, 'entered'],
    ['an expired link, though it was used', { lastEnteredAt: at, expiresAt: at }, 'expired'],
    ['a withdrawn link, though it was used', { lastEnteredAt: at, revokedAt: at, link: null }, 'revoked'],
    ['a link that expires later', { expiresAt: '2026-12-22T10:00:00.000Z' }, 'unsent'],
  ])('tells %s', (_, change, state) => {
    expect(stateOf({ ...fresh, ...change }, now).state).toBe(state);
  });
});

describe('unsentOf', () => {
  it('leaves out links without address, withdrawn ones and those that were sent', () => {
    const all = [fresh, { ...fresh, email: null }, { ...fresh, link: null }, { ...fresh, sentAt: at }];
    expect(unsentOf(all)).toEqual([fresh]);
  });
});
