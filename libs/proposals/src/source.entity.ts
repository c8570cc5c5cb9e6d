import { Column, Entity, PrimaryColumn } from 'typeorm';

const asNumber = { from: Number, to: (value: unknown) => value };

/** Where words of a proposal came from. The words themselves stand in the record only. */
@Entity('proposals_sources')
export class SourceEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId: string;

  /** Order in the proposal, from 0. */
  @PrimaryColumn('integer')
  ordinal: number;

  @Column('uuid', { name: 'source_room_id' })
  sourceRoomId: string;

  @Column('bigint', { transformer: asNumber })
  seq: number;

  @Column('bigint', { name: 'text_seq', transformer: asNumber })
  textSeq: number;

  @Column('integer', { name: 'from_offset' })
  fromOffset: number;

  @Column('integer', { name: 'to_offset' })
  toOffset: number;

  @Column('text')
  sha256: string;

  /** The speaker's delegation at capture. */
  @Column('uuid', { name: 'delegation_id', nullable: true })
  delegationId: string | null;

  /** The merged proposal it came with. */
  @Column('uuid', { name: 'via_proposal_id', nullable: true })
  viaProposalId: string | null;
}
