import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The head of a room's record: one row, whose lock is the room's lock. */
@Entity('record_logs')
export class RecordLogEntity {
  @PrimaryColumn({ name: 'room_id', type: 'uuid' })
  roomId: string;

  /** `seq` of the newest entry; 0 for an empty record. */
  @Column({ type: 'bigint', default: 0 })
  head: number;

  /** Goes up when a backup is restored, so that clients ahead of it start afresh. */
  @Column({ type: 'integer', default: 1 })
  epoch: number;

  /** Goes up when somebody's right to read the room changes. */
  @Column({ name: 'rights_version', type: 'integer', default: 1 })
  rightsVersion: number;

  @Column({ name: 'last_at', type: 'timestamptz', precision: 3, default: '-infinity' })
  lastAt: Date;
}
