import { Injectable } from '@nestjs/common';
import { OpenItem } from '@roundtable/record';
import type { EntityManager } from 'typeorm';

/** Tells the record under which agenda item a room is. */
@Injectable()
export class PlenaryItem extends OpenItem {
  override async of(tx: EntityManager, room: string): Promise<string | null> {
    const rows: { id: string }[] = await tx.query(
      `SELECT i.id FROM meetings_rooms r JOIN meetings_items i ON i.meeting_id = r.meeting_id AND i.state = 'open'
       WHERE r.id = $1`,
      [room],
    );
    return rows[0]?.id ?? null;
  }
}
