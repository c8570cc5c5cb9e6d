import type { Entry, FactType, MessageReacted } from '@roundtable/contracts';
import type { MessageState } from './record-view.js';

/** Facts that make a message or statement. */
export type WordsFact = 'discussion.posted' | 'discussion.stated';
/** Facts that change one, named by the entry's `target`. */
export type ChangeFact = Exclude<Extract<FactType, `discussion.${string}`>, WordsFact>;

/** Gives the message that the entry made, as first written. */
export function messageOf(entry: Entry<WordsFact>): MessageState {
  const words = { seq: entry.seq, at: entry.at, item: entry.item, segment: entry.segment };
  const fresh = {
    textSeq: entry.seq,
    version: 1,
    editedAt: null,
    withdrawn: null,
    reactions: [],
    proposals: [],
    history: [],
  };
  const { body, language } = entry.data;
  if (entry.type === 'discussion.stated') {
    const { speaker } = entry.data;
    const spoken = { author: speaker, recordedBy: entry.actor, replyTo: null, quote: null, mentions: [] };
    return { kind: 'statement', ...words, ...fresh, ...spoken, body, language };
  }
  const { replyTo, quote, mentions } = entry.data;
  return {
    kind: 'message',
    ...words,
    ...fresh,
    author: entry.actor,
    recordedBy: null,
    replyTo,
    quote,
    mentions,
    body,
    language,
  };
}

/** Gives the message after an edit, withdrawal or reaction. */
export function reduceDiscussion(message: MessageState, entry: Entry<ChangeFact>): MessageState {
  switch (entry.type) {
    case 'discussion.edited':
      return edit(message, entry);
    case 'discussion.withdrawn': {
      const withdrawn = { at: entry.at, by: entry.actor, reason: entry.data.reason };
      return { ...message, body: null, history: [], withdrawn };
    }
    case 'discussion.reacted':
      return entry.actor === null ? message : react(message, entry.actor, entry.data);
  }
}

function edit(message: MessageState, entry: Entry<'discussion.edited'>): MessageState {
  if (message.body === null) return message;
  const { body, mentions, version } = entry.data;
  const earlier = {
    seq: message.textSeq,
    at: message.editedAt ?? message.at,
    version: message.version,
    body: message.body,
  };
  const history = [...message.history, earlier];
  return { ...message, body, mentions, version, textSeq: entry.seq, editedAt: entry.at, history };
}

function react(message: MessageState, participant: string, { reaction, on }: MessageReacted): MessageState {
  const given = message.reactions.find((other) => other.reaction === reaction);
  const others = (given?.participants ?? []).filter((other) => other !== participant);
  const participants = on ? [...others, participant] : others;
  if (given === undefined)
    return on ? { ...message, reactions: [...message.reactions, { reaction, participants }] } : message;
  const reactions = message.reactions.map((other) => (other === given ? { reaction, participants } : other));
  return { ...message, reactions: reactions.filter((other) => other.participants.length > 0) };
}
