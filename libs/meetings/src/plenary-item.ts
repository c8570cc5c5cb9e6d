import { Injectable } from '@nestjs/common';
import { runNamed } from '@roundtable/persistence';
import { OpenItem } from '@roundtable/record';
import type { EntityManager } from 'typeorm';

const FIND_OPEN_ITEM = {
  name: 'meetings_find_open_item',
  text: `SELECT i.id FROM meetings_rooms r JOIN meetings_items i ON i.meeting_id = r.meeting_id AND i.state = 'open'
    WHERE r.id = $1`,
};

/** Tells the record under which agenda item a room is. */
@Injectable()
export class PlenaryItem extends OpenItem {
  override async of(tx: EntityManager, room: string): Promise<string | null> {
    const rows = await runNamed<{ id: string }>(tx, FIND_OPEN_ITEM, [room]);
    return rows[0]?.id ?? null;
  }
}
