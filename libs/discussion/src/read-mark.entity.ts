import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far one person has read in one room. Private: it is no part of the record. */
@Entity('discussion_read_marks')
export class ReadMarkEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('uuid', { name: 'participant_id' })
  participantId: string;

  @Column('bigint')
  seq: number;
}
