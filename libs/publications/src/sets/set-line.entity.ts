import type { Adoption, LineSupport, ProposalSource, ReservationView } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of a set: a proposal as it stood, with what the meeting says about it. */
@Entity('publications_lines')
export class SetLineEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('integer')
  number: number;

  @Column('integer', { name: 'proposal_version' })
  proposalVersion: number;

  @Column('text', { name: 'focus_area', nullable: true })
  focusArea: string | null;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  responsible: string | null;

  @Column('text', { nullable: true })
  timeline: string | null;

  @Column('jsonb')
  support: LineSupport;

  @Column('jsonb')
  reservations: ReservationView[];

  @Column('jsonb')
  sources: ProposalSource[];

  @Column('jsonb', { nullable: true })
  adoption: Adoption | null;
}
