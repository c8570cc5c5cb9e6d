import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An attached file as it is stored: its contents in base64. */
export interface StoredAttachment {
  filename: string;
  contentType: string;
  content: string;
}

/** A letter that is due or was sent. */
@Entity('notices_outbox')
export class OutboxMailEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') recipient: string;
  @Column('text') subject: string;
  @Column('text') body: string;
  @Column('jsonb') attachments: StoredAttachment[];
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'due_at', precision: 3 }) dueAt: Date;
  @Column({ type: 'timestamptz', name: 'sent_at', precision: 3, nullable: true }) sentAt: Date | null;
  @Column('integer') attempts: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
}
