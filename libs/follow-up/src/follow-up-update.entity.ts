import type { FollowUpEarlier, FollowUpProof, FollowUpState } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One report on a follow-up. */
@Entity('follow_up_updates')
export class FollowUpUpdateEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'follow_up_id' })
  followUpId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** The entry that brought it; reports are read in its order. */
  @Column('bigint')
  seq: string | number;

  @Column('text')
  words: string;

  @Column('text')
  state: FollowUpState;

  @Column('integer')
  progress: number;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  proofs: FollowUpProof[];

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('jsonb')
  earlier: FollowUpEarlier[];
}
