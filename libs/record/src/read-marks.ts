import type { EntityManager } from 'typeorm';

/** Says how far a participant has read in a room, 0 for not at all. A port, filled by discussion. */
export abstract class ReadMarks {
  abstract of(manager: EntityManager, room: string, participantId: string): Promise<number>;
}
