import type { RoomView } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A room of a meeting; its id is that of its record. */
@Entity('meetings_rooms')
export class RoomEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('text') kind: RoomView['kind'];
  @Column('text') name: string;
}
