import type { Audience, RoomSnapshot } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';
import type { RecordFeatures } from '@roundtable/record';
import type { EntityManager } from 'typeorm';

/**
 * Gathers a room's snapshot from the features, as this audience may see it.
 * @throws DomainError `not_found` where there is no such room.
 */
export async function readSnapshot(
  features: RecordFeatures,
  tx: EntityManager,
  { room, audience }: { room: string; audience: Audience },
): Promise<RoomSnapshot> {
  const snapshot: Partial<RoomSnapshot> = {};
  for (const feature of features.all()) Object.assign(snapshot, await feature.snapshot?.(tx, room, audience));
  if (!snapshot.meetings || !snapshot.proposals || !snapshot.floor || !snapshot.polls)
    throw new DomainError('not_found', 'There is nothing at this address that you may see.');
  return snapshot as RoomSnapshot;
}
