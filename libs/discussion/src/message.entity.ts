import { Column, Entity, PrimaryColumn } from 'typeorm';

const asNumber = {
  from: (value: unknown) => (value === null ? null : Number(value)),
  to: (value: unknown) => value,
};

/** A message or a statement with its newest text. `seq` is the entry that first said it. */
@Entity('discussion_messages')
export class MessageEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('bigint', { transformer: asNumber })
  seq: number;

  @Column('text')
  kind: 'message' | 'statement';

  /** Who wrote the message or made the statement. */
  @Column('uuid', { name: 'speaker_id', nullable: true })
  speakerId: string | null;

  /** Who entered a statement for its speaker; null for messages. */
  @Column('uuid', { name: 'recorder_id', nullable: true })
  recorderId: string | null;

  @Column('uuid', { name: 'item_id', nullable: true })
  itemId: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('bigint', { name: 'reply_to', nullable: true, transformer: asNumber })
  replyTo: number | null;

  @Column('text', { nullable: true })
  quote: string | null;

  @Column('integer')
  version: number;

  /** The entry that holds the newest text: `seq` itself, or an edit of it. */
  @Column('bigint', { name: 'text_seq', transformer: asNumber })
  textSeq: number;

  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt: Date | null;

  @Column('bigint', { name: 'withdrawn_seq', nullable: true, transformer: asNumber })
  withdrawnSeq: number | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;
}
