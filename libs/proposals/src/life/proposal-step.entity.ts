import type { ProposalState } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which entry took a proposal a step on; who and why stand in the record. */
@Entity('proposals_steps')
export class ProposalStepEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  @PrimaryColumn('bigint', { transformer: { from: Number, to: (value: unknown) => value } })
  seq: number;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: ProposalState | null;

  @Column('text', { name: 'to_state' })
  toState: ProposalState;
}
