import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One entry of a room's record. Appended, never changed. */
@Entity('record_entries')
export class RecordEntryEntity {
  @PrimaryColumn({ name: 'room_id', type: 'uuid' })
  roomId: string;

  @PrimaryColumn({ type: 'bigint' })
  seq: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column({ type: 'text' })
  type: string;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId: string | null;

  /** Set on the first entry of an act. */
  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  clientId: string | null;

  /** SHA-256 of the act, beside its client id. */
  @Column({ name: 'intent_hash', type: 'bytea', nullable: true })
  intentHash: Buffer | null;

  @Column({ name: 'item_id', type: 'uuid', nullable: true })
  itemId: string | null;

  @Column({ name: 'segment_id', type: 'uuid', nullable: true })
  segmentId: string | null;

  @Column({ name: 'target_seq', type: 'bigint', nullable: true })
  targetSeq: number | null;

  @Column({ type: 'jsonb' })
  data: object;
}
