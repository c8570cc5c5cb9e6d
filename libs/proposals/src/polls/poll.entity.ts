import type {
  ElectorView,
  PollMethod,
  PollOption,
  PollOutcome,
  PollRules,
  PollState,
} from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A poll of a room, with the electorate fixed at its start and the outcome kept at its close. */
@Entity('polls_polls')
export class PollEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('uuid', { name: 'proposal_id', nullable: true })
  proposalId: string | null;

  @Column('boolean', { name: 'is_decisive' })
  isDecisive: boolean;

  @Column('text', { name: 'proposal_state', nullable: true })
  proposalState: string | null;

  @Column('text')
  method: PollMethod;

  @Column('jsonb')
  options: PollOption[];

  @Column('jsonb')
  rules: PollRules;

  @Column('text')
  state: PollState;

  @Column('jsonb')
  electors: ElectorView[];

  @Column('jsonb', { nullable: true })
  outcome: PollOutcome | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'started_at', precision: 3, nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'published_at', precision: 3, nullable: true })
  publishedAt: Date | null;
}
