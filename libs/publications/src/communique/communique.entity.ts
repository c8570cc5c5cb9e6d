import type {
  CirculationView,
  CommuniquePart,
  CommuniqueState,
  ObjectionView,
  TextAdoption,
} from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The communique of one room. */
@Entity('publications_communiques')
export class CommuniqueEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @Column('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('text')
  state: CommuniqueState;

  @Column('integer')
  version: number;

  @Column('text')
  sha256: string;

  @Column('jsonb')
  parts: CommuniquePart[];

  @Column('jsonb', { nullable: true })
  circulation: CirculationView | null;

  @Column('jsonb')
  objections: ObjectionView[];

  @Column('jsonb', { nullable: true })
  adoption: TextAdoption | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt: Date;
}
