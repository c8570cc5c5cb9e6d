import type { ProposalLife, ProposalState } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proposal of one room; what it came from, positions and decisions stand in their own tables. */
@Entity('proposals_proposals')
export class ProposalEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** 1, 2, 3 ... in one room. */
  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('text')
  state: ProposalState;

  @Column('text', { name: 'focus_area', nullable: true })
  focusArea: string | null;

  @Column('text', { nullable: true })
  responsible: string | null;

  @Column('text', { nullable: true })
  timeline: string | null;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'captured_by', nullable: true })
  capturedBy: string | null;

  @Column({ type: 'timestamptz', name: 'captured_at', precision: 3 })
  capturedAt: Date;

  /** Null while it is only captured. */
  @Column('jsonb', { nullable: true })
  life: ProposalLife | null;
}
