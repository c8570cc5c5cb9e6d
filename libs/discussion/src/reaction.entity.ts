import type { Reaction } from '@roundtable/contracts';
import { Entity, PrimaryColumn } from 'typeorm';

/** One reaction of one person to one message or statement. */
@Entity('discussion_reactions')
export class ReactionEntity {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;

  @PrimaryColumn('bigint')
  seq: number;

  @PrimaryColumn('uuid', { name: 'participant_id' })
  participantId: string;

  @PrimaryColumn('text')
  reaction: Reaction;
}
