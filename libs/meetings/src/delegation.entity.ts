import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A delegation to one meeting. Written by the projection alone. */
@Entity('meetings_delegations')
export class DelegationEntity {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { name: 'short_name', nullable: true }) shortName: string | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('integer') precedence: number;
}
