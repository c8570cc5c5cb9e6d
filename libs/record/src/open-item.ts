import type { EntityManager } from 'typeorm';

/**
 * Says which agenda item is open in a room, null for none; what is said goes on the record under it. A port, filled by
 * meetings; without it, nothing is filed under an item. Asked under the room's lock.
 */
export abstract class OpenItem {
  abstract of(tx: EntityManager, room: string): Promise<string | null>;
}
