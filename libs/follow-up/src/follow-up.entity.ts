import type { FollowUpNews, FollowUpResponsible, FollowUpState } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of one adopted proposal; its reports stand in a table of their own. */
@Entity('follow_up_follow_ups')
export class FollowUpEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('uuid', { name: 'line_id', nullable: true })
  lineId: string | null;

  @Column('jsonb')
  responsible: FollowUpResponsible;

  /** A day in the meeting's zone, `2027-03-01`, as text: no driver turns it into a moment. */
  @Column('text', { name: 'due_on' })
  dueOn: string;

  @Column('text', { name: 'review_on', nullable: true })
  reviewOn: string | null;

  @Column({ type: 'timestamptz', name: 'remind_at', precision: 3, nullable: true })
  remindAt: Date | null;

  @Column('text')
  state: FollowUpState;

  @Column('integer')
  progress: number;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('integer')
  updates: number;

  @Column('jsonb', { nullable: true })
  latest: FollowUpNews | null;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt: Date;
}
