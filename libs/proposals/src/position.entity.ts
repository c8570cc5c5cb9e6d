import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest position of one participant on one proposal. */
@Entity('proposals_positions')
export class PositionEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  @PrimaryColumn('uuid', { name: 'participant_id' })
  participantId: string;

  /** From -1 (strongly against) to +1 (strongly for). */
  @Column('numeric', { precision: 3, scale: 2, transformer: { from: Number, to: (value: unknown) => value } })
  value: number;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
