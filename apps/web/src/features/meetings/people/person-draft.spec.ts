import { describe, expect, it } from '@jest/globals';
import type { DelegationView } from '@roundtable/contracts';
import { emptyPerson, findDelegation, findPersonFaults } from './person-draft.js';

const ministry = { id: 'm', name: 'Ministry  of Energy' } as DelegationView;

describe('a person in the form', () => {
  it('may have a name alone', () => {
    expect(findPersonFaults({ ...emptyPerson(), name: 'Aigul' })).toEqual({});
  });

  it('needs a name, a role, and an address that is one', () => {
    expect(findPersonFaults({ ...emptyPerson(), roles: [], email: 'aigul@' })).toEqual({
      name: 'nameMissing',
      email: 'emailWrong',
      roles: 'rolesMissing',
    });
  });

  it('belongs to a known delegation whatever its case and spaces, else to a new one', () => {
    expect(findDelegation(' ministry of ENERGY', [ministry])).toBe(ministry);
    expect(findDelegation('Ministry of Water', [ministry])).toBeNull();
  });
});
