import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that became a meeting, known by its contents. */
@Entity('transcript_imports')
export class TranscriptImportEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId: string;
  @Column('text') format: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') sha256: string;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
}
