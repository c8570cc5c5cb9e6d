import type { SetState, TextAdoption } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The set of proposals of one room; its lines stand in a table of their own. */
@Entity('publications_sets')
export class SetEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @Column('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  state: SetState;

  @Column('integer')
  version: number;

  @Column('text')
  sha256: string;

  /** Ids of the lines, in order. */
  @Column('uuid', { array: true })
  lines: string[];

  @Column('jsonb', { nullable: true })
  adoption: TextAdoption | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt: Date;
}
