import type { RoomState } from '@roundtable/client';
import { useState } from 'react';
import { useRoom } from '../room/room-context.js';
import type { Composing } from './discussion-context.js';
import { emptyDraft, keepDraft, readDraft, type Draft } from './draft-store.js';
import { mentionsIn } from './mention-search.js';

/** The words in the composer: one's draft, kept through a reload, or an entry's text while that is changed. */
export function useWriting(composing: Composing, onDone: () => void) {
  const { client, state, people, roomId } = useRoom();
  const self = state.me?.participant ?? '';
  const [draft, setDraft] = useState<Draft>(() => readDraft(roomId, self));
  const [changed, setChanged] = useState('');
  const isPost = composing.mode === 'post';

  // What arrives while one writes must not overwrite what one writes: the text is taken once, as one begins.
  const [begun, setBegun] = useState(composing);
  if (begun !== composing) {
    setBegun(composing);
    setChanged(textToChange(composing, state));
  }

  const change = (body: string) => {
    if (!isPost) return setChanged(body);
    const next = { ...draft, body };
    setDraft(next);
    keepDraft(roomId, self, next);
    client.typing(body.trim() !== '');
  };
  const reply = (replyTo: number | null, quote: string | null) => {
    const next = { ...draft, replyTo, quote };
    setDraft(next);
    keepDraft(roomId, self, next);
  };
  const send = () => {
    const body = (isPost ? draft.body : changed).trim();
    if (body === '') return false;
    const mentions = mentionsIn(body, people.values());
    if (composing.mode === 'post') {
      client.post({ body, mentions, replyTo: draft.replyTo, quote: draft.quote });
      client.typing(false);
      setDraft(emptyDraft);
      keepDraft(roomId, self, emptyDraft);
      return true;
    }
    if (composing.mode === 'edit') {
      if (body !== state.record?.messages.get(composing.seq)?.body) {
        discardRefusedEdit(composing.seq);
        client.edit({ target: composing.seq, body, mentions });
      }
    } else {
      client.revise(
        composing.item.clientId,
        composing.item.intent === 'discussion.post' ? { body, mentions } : { body },
      );
    }
    onDone();
    return false;
  };
  const discardRefusedEdit = (seq: number) => {
    for (const item of state.pending) {
      if (item.intent === 'discussion.edit' && item.words.target === seq && item.status === 'refused')
        client.discard(item.clientId);
    }
  };
  return { text: isPost ? draft.body : changed, draft, change, reply, send };
}

function textToChange(composing: Composing, { pending, record }: RoomState): string {
  if (composing.mode === 'post') return '';
  if (composing.mode === 'mend') return composing.item.words.body;
  const waiting = pending.findLast(
    (item) => item.intent === 'discussion.edit' && item.words.target === composing.seq,
  );
  if (waiting?.intent === 'discussion.edit') return waiting.words.body;
  return record?.messages.get(composing.seq)?.body ?? '';
}
