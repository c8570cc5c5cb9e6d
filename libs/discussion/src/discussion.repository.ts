import { Injectable } from '@nestjs/common';
import type { Entry, Reaction } from '@roundtable/contracts';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { MessageEntity } from './message.entity.js';
import type { Message } from './message-rules.js';
import { ReactionEntity } from './reaction.entity.js';

/** Postgres takes at most 65,535 values in one statement. */
const ROWS_AT_ONCE = 1_000;

/** Reads and writes the messages and statements of a room, and the reactions to them. */
@Injectable()
export class DiscussionRepository {
  async find(tx: EntityManager, room: string, seq: number): Promise<Message | null> {
    const row = await tx.findOneBy(MessageEntity, { roomId: room, seq });
    return row && toMessage(row);
  }

  async hasReaction(
    tx: EntityManager,
    room: string,
    reaction: { seq: number; participant: string; reaction: Reaction },
  ): Promise<boolean> {
    const { seq, participant } = reaction;
    return tx.existsBy(ReactionEntity, {
      roomId: room,
      seq,
      participantId: participant,
      reaction: reaction.reaction,
    });
  }

  async insertMessage(tx: EntityManager, room: string, entry: Entry<'discussion.posted'>): Promise<void> {
    await tx.insert(MessageEntity, toFirstText(room, entry));
  }

  async insertStatement(tx: EntityManager, room: string, entry: Entry<'discussion.stated'>): Promise<void> {
    await tx.insert(MessageEntity, toFirstText(room, entry));
  }

  /** Messages and statements of an import, in one statement for each thousand. */
  async insertFirstTexts(tx: EntityManager, room: string, entries: readonly Entry[]): Promise<void> {
    for (let start = 0; start < entries.length; start += ROWS_AT_ONCE) {
      const rows = entries.slice(start, start + ROWS_AT_ONCE).map((entry) => toFirstText(room, entry));
      await tx.insert(MessageEntity, rows);
    }
  }

  async replaceText(tx: EntityManager, room: string, entry: Entry<'discussion.edited'>): Promise<void> {
    await tx.update(
      MessageEntity,
      { roomId: room, seq: targetOf(entry) },
      {
        body: entry.data.body,
        version: entry.data.version,
        textSeq: entry.seq,
        editedAt: new Date(entry.at),
      },
    );
  }

  async markWithdrawn(tx: EntityManager, room: string, entry: Entry<'discussion.withdrawn'>): Promise<void> {
    await tx.update(
      MessageEntity,
      { roomId: room, seq: targetOf(entry) },
      { withdrawnSeq: entry.seq, withdrawnAt: new Date(entry.at), withdrawnReason: entry.data.reason },
    );
  }

  async setReaction(tx: EntityManager, room: string, entry: Entry<'discussion.reacted'>): Promise<void> {
    const { reaction, on } = entry.data;
    const key = { roomId: room, seq: targetOf(entry), participantId: actorOf(entry), reaction };
    if (!on) await tx.delete(ReactionEntity, key);
    else await tx.createQueryBuilder().insert().into(ReactionEntity).values(key).orIgnore().execute();
  }
}

function toFirstText(room: string, entry: Entry): QueryDeepPartialEntity<MessageEntity> {
  const frame = {
    roomId: room,
    seq: entry.seq,
    itemId: entry.item,
    at: new Date(entry.at),
    version: 1,
    textSeq: entry.seq,
  };
  if (entry.type === 'discussion.posted') {
    const { body, language, replyTo, quote } = entry.data;
    return { ...frame, kind: 'message', speakerId: entry.actor, body, language, replyTo, quote };
  }
  if (entry.type === 'discussion.stated') {
    const { speaker, body, language } = entry.data;
    return { ...frame, kind: 'statement', speakerId: speaker, recorderId: entry.actor, body, language };
  }
  throw new Error(`${entry.type} ${entry.seq} brings no first text.`);
}

function toMessage(row: MessageEntity): Message {
  return {
    seq: row.seq,
    kind: row.kind,
    speaker: row.speakerId,
    recorder: row.recorderId,
    body: row.body,
    version: row.version,
    isWithdrawn: row.withdrawnSeq !== null,
  };
}

function targetOf({ type, seq, target }: Entry): number {
  if (target === null) throw new Error(`${type} ${seq} has no target.`);
  return target;
}

function actorOf({ type, seq, actor }: Entry): string {
  if (actor === null) throw new Error(`${type} ${seq} has no actor.`);
  return actor;
}
