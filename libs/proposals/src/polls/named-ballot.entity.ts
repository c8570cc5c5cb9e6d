import type { BallotPick } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a named ballot. A change adds a version; the highest counts. */
@Entity('polls_ballots')
export class NamedBallotEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'poll_id' })
  pollId: string;

  @PrimaryColumn('uuid', { name: 'elector_id' })
  electorId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('uuid', { name: 'cast_by' })
  castBy: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  /** SHA-256 of what was cast, hex: the same client id with other content is found out. */
  @Column('text', { name: 'intent_hash' })
  intentHash: string;

  @Column('jsonb')
  picks: BallotPick[];

  @Column('text', { nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
