import type {
  AmendmentDecision,
  AmendmentKind,
  AmendmentSponsor,
  AmendmentState,
  NeededRebase,
  ProposalRecommendation,
} from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One amendment on one paragraph of a version. */
@Entity('amendments_amendments')
export class AmendmentEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('integer')
  number: number;

  @Column('text')
  label: string;

  @Column('text')
  kind: AmendmentKind;

  @Column('integer')
  version: number;

  @Column('integer')
  paragraph: number;

  @Column('text', { nullable: true })
  was: string | null;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  sponsors: AmendmentSponsor[];

  @Column('text')
  state: AmendmentState;

  @Column('integer')
  revision: number;

  @Column('jsonb', { nullable: true })
  needs: NeededRebase | null;

  @Column('jsonb', { nullable: true })
  recommendation: ProposalRecommendation | null;

  @Column('jsonb', { nullable: true })
  decision: AmendmentDecision | null;

  @Column('integer', { name: 'merged_in', nullable: true })
  mergedIn: number | null;

  @Column('integer', { array: true })
  stands: number[];

  @Column('uuid', { name: 'promoted_to', nullable: true })
  promotedTo: string | null;

  @Column('uuid', { name: 'tabled_by' })
  tabledBy: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'tabled_at' })
  tabledAt: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'changed_at' })
  changedAt: Date;
}
