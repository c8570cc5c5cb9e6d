import type { Attendance, Role } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A person in one meeting. `email` and `accountId` are private: they are in no fact, and only the secretariat's own
 * acts write them (`ContactsRepository`). The projection writes everything else and leaves these two alone.
 */
@Entity('meetings_participants')
export class ParticipantEntity {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text') name: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) position: string | null;
  @Column('uuid', { name: 'delegation_id', nullable: true }) delegationId: string | null;
  @Column('text', { array: true }) roles: Role[];
  @Column('text', { nullable: true }) language: string | null;
  @Column('text', { nullable: true }) attendance: Attendance | null;
  @Column({ type: 'timestamptz', name: 'added_at', precision: 3 }) addedAt: Date;
  @Column({ type: 'timestamptz', name: 'removed_at', precision: 3, nullable: true }) removedAt: Date | null;
}
