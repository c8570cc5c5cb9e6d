import { describe, expect, it } from '@jest/globals';
import type { DelegationView, ParticipantView, Role } from '@roundtable/contracts';
import { votersOf } from './voters.js';

const person = (name: string, role: Role, over: Partial<ParticipantView> = {}) =>
  ({ id: name, name, roles: [role], delegation: null, removed: false, ...over }) as ParticipantView;
const delegation = (id: string) => ({ id, name: id }) as DelegationView;

describe('those who could have a vote', () => {
  it('are persons by name, of whom those who only serve the meeting are not entitled by themselves', () => {
    const participants = [
      person('Temir', 'secretary'),
      person('Aigul', 'expert'),
      person('Meerim', 'observer'),
      person('Bakyt', 'chair', { removed: true }),
    ];
    expect(votersOf({ participants, delegations: [] }, 'persons')).toEqual([
      { id: 'Aigul', name: 'Aigul', isEntitled: true },
      { id: 'Temir', name: 'Temir', isEntitled: false },
    ]);
  });

  it('are delegations with somebody who may cast their vote', () => {
    const participants = [
      person('Aigul', 'expert', { delegation: 'north' }),
      person('Temir', 'interpreter', { delegation: 'south' }),
    ];
    const delegations = [delegation('south'), delegation('north')];
    expect(votersOf({ participants, delegations }, 'delegations').map(({ id }) => id)).toEqual(['north']);
  });
});
