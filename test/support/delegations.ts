import type { DelegationView } from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from './person.js';

/** Adds a delegation to a meeting and gives its id. */
export async function addDelegation(secretary: Person, meeting: string, name: string): Promise<string> {
  const body = { clientId: uuidv7(), name };
  const { id } = await secretary.mustPost<DelegationView>(`/api/v1/meetings/${meeting}/delegations`, body);
  return id;
}
