import type { BallotPick } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret ballot after its poll was closed: its place is drawn by lot, and nothing else is known of it. */
@Entity('polls_secret_ballots')
export class SecretBallotEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'poll_id' })
  pollId: string;

  @PrimaryColumn('integer')
  ordinal: number;

  @Column('jsonb')
  picks: BallotPick[];
}
