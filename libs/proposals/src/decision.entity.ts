import type { DecisionView } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision of the room, on a proposal or on something that was never one (imports). */
@Entity('proposals_decisions')
export class DecisionEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id', nullable: true })
  proposalId: string | null;

  @Column('text')
  body: string;

  @Column('text')
  result: DecisionView['result'];

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  /** The entry that recorded it. */
  @Column('bigint', { transformer: { from: Number, to: (value: unknown) => value } })
  seq: number;
}
