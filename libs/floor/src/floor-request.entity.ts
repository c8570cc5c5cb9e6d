import type { FloorKind, FloorState } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One request for the floor, from the raised hand to the end of the speech. */
@Entity('floor_requests')
export class FloorRequestEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'participant_id' })
  participantId: string;

  @Column('text')
  kind: FloorKind;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  state: FloorState;

  @Column('integer', { name: 'sort_order' })
  sortOrder: number;

  @Column({ type: 'timestamptz', name: 'requested_at', precision: 3 })
  requestedAt: Date;

  @Column({ type: 'timestamptz', name: 'granted_at', precision: 3, nullable: true })
  grantedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt: Date | null;
}
