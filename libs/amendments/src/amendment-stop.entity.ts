import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proposal on which no new amendments are taken. */
@Entity('amendments_stops')
export class AmendmentStopEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  @Column('uuid', { name: 'by_id' })
  byId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('text', { nullable: true })
  reason: string | null;
}
