import type { CommuniqueView } from '@roundtable/contracts';
import type { DecisionContext } from '@roundtable/record';
import { CommuniqueMissing } from './communique.errors.js';
import type { CommuniquesRepository } from './communiques.repository.js';

/** The communique of the room that is being decided about. @throws CommuniqueMissing */
export async function demandCommunique(
  communiques: CommuniquesRepository,
  { tx, room }: DecisionContext,
): Promise<CommuniqueView> {
  const communique = await communiques.find(tx, room);
  if (!communique) throw new CommuniqueMissing();
  return communique;
}
