import { Injectable } from '@nestjs/common';
import type { Entry, Reaction } from '@roundtable/contracts';
import { runNamed, type BoundStatement } from '@roundtable/persistence';
import type { EntityManager } from 'typeorm';
import { MessageEntity } from './message.entity.js';
import type { Message } from './message-rules.js';

interface MessageRow {
  seq: number | string;
  kind: 'message' | 'statement';
  speaker_id: string | null;
  recorder_id: string | null;
  body: string;
  version: number;
  withdrawn_seq: number | string | null;
}

const FIND_MESSAGE = {
  name: 'discussion_find_message',
  text: `SELECT seq, kind, speaker_id, recorder_id, body, version, withdrawn_seq FROM discussion_messages
    WHERE room_id = $1 AND seq = $2`,
};

const FIND_REACTION = {
  name: 'discussion_find_reaction',
  text: `SELECT 1 FROM discussion_reactions
    WHERE room_id = $1 AND seq = $2 AND participant_id = $3 AND reaction = $4`,
};

const INSERT_FIRST_TEXTS = {
  name: 'discussion_first_texts',
  text: `INSERT INTO discussion_messages
      (room_id, seq, kind, speaker_id, recorder_id, item_id, at, body, language, reply_to, quote, version, text_seq)
    SELECT $1, seq, kind, speaker, recorder, item, at, body, language, reply_to, quote, 1, seq
    FROM unnest($2::bigint[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::text[],
      $9::text[], $10::bigint[], $11::text[])
      AS new (seq, kind, speaker, recorder, item, at, body, language, reply_to, quote)`,
};

const INSERT_REACTIONS = {
  name: 'discussion_insert_reactions',
  text: `INSERT INTO discussion_reactions (room_id, seq, participant_id, reaction)
    SELECT $1, seq, participant, reaction FROM unnest($2::bigint[], $3::uuid[], $4::text[])
      AS new (seq, participant, reaction)
    ON CONFLICT DO NOTHING`,
};

const DELETE_REACTIONS = {
  name: 'discussion_delete_reactions',
  text: `DELETE FROM discussion_reactions gone
    USING unnest($2::bigint[], $3::uuid[], $4::text[]) AS old (seq, participant, reaction)
    WHERE gone.room_id = $1 AND gone.seq = old.seq AND gone.participant_id = old.participant
      AND gone.reaction = old.reaction`,
};

/** Reads and writes the messages and statements of a room, and the reactions to them. */
@Injectable()
export class DiscussionRepository {
  async find(tx: EntityManager, room: string, seq: number): Promise<Message | null> {
    const [row] = await runNamed<MessageRow>(tx, FIND_MESSAGE, [room, seq]);
    return row ? toMessage(row) : null;
  }

  async hasReaction(
    tx: EntityManager,
    room: string,
    { seq, participant, reaction }: { seq: number; participant: string; reaction: Reaction },
  ): Promise<boolean> {
    const rows = await runNamed(tx, FIND_REACTION, [room, seq, participant, reaction]);
    return rows.length > 0;
  }

  /** Messages and statements in one statement. */
  async insertFirstTexts(tx: EntityManager, room: string, entries: readonly Entry[]): Promise<void> {
    const { values, ...statement } = this.firstTexts(room, entries);
    await runNamed(tx, statement, values);
  }

  /** That statement. */
  firstTexts(room: string, entries: readonly Entry[]): BoundStatement {
    const texts = entries.map(toFirstText);
    const column = <T>(read: (text: FirstText) => T): T[] => texts.map(read);
    const values = [
      room,
      column(({ seq }) => seq),
      column(({ kind }) => kind),
      column(({ speaker }) => speaker),
      column(({ recorder }) => recorder),
      column(({ item }) => item),
      column(({ at }) => at),
      column(({ body }) => body),
      column(({ language }) => language),
      column(({ replyTo }) => replyTo),
      column(({ quote }) => quote),
    ];
    return { ...INSERT_FIRST_TEXTS, values };
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

  /** Sets or takes back reactions in one statement: all of them the same way. */
  async setReactions(
    tx: EntityManager,
    room: string,
    entries: readonly Entry<'discussion.reacted'>[],
  ): Promise<void> {
    await runNamed(tx, entries[0]?.data.on ? INSERT_REACTIONS : DELETE_REACTIONS, [
      room,
      entries.map(targetOf),
      entries.map(actorOf),
      entries.map(({ data }) => data.reaction),
    ]);
  }
}

/** The columns of a message or statement that is said first. */
interface FirstText {
  seq: number;
  kind: 'message' | 'statement';
  speaker: string | null;
  recorder: string | null;
  item: string | null;
  at: string;
  body: string;
  language: string | null;
  replyTo: number | null;
  quote: string | null;
}

function toFirstText(entry: Entry): FirstText {
  const { seq, item, at } = entry;
  if (entry.type === 'discussion.posted') {
    const { body, language, replyTo, quote } = entry.data;
    const speaker = entry.actor;
    return { seq, item, at, kind: 'message', speaker, recorder: null, body, language, replyTo, quote };
  }
  if (entry.type === 'discussion.stated') {
    const { speaker, body, language } = entry.data;
    const recorder = entry.actor;
    return {
      seq,
      item,
      at,
      kind: 'statement',
      speaker,
      recorder,
      body,
      language,
      replyTo: null,
      quote: null,
    };
  }
  throw new Error(`${entry.type} ${entry.seq} brings no first text.`);
}

function toMessage(row: MessageRow): Message {
  return {
    seq: Number(row.seq),
    kind: row.kind,
    speaker: row.speaker_id,
    recorder: row.recorder_id,
    body: row.body,
    version: row.version,
    isWithdrawn: row.withdrawn_seq !== null,
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
