import type { Confidentiality, MeetingState, MeetingView } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A meeting. Written by the projection alone. */
@Entity('meetings_meetings')
export class MeetingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') host: string;
  @Column('text') state: MeetingState;
  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 }) startsAt: Date;
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3 }) endsAt: Date;
  @Column('text') zone: string;
  @Column('text', { array: true }) languages: string[];
  @Column('text', { nullable: true }) venue: string | null;
  @Column('boolean', { name: 'is_remote' }) isRemote: boolean;
  @Column('text', { name: 'conference_url', nullable: true }) conferenceUrl: string | null;
  @Column('text') confidentiality: Confidentiality;
  @Column('text', { nullable: true }) programme: string | null;
  @Column('uuid', { name: 'plenary_id' }) plenaryId: string;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3, nullable: true }) openedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true }) closedAt: Date | null;
  @Column('jsonb', { nullable: true }) source: MeetingView['source'];
  @Column('integer') version: number;
}
