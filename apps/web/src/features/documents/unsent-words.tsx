import { openDocument, type DocumentSession } from '@roundtable/client';
import { useCallback, useEffect } from 'react';
import { useAnnouncer } from '../../app/announcer/announcer.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { RefusedWords } from './refused-words.js';
import { useDocumentSession, useSessionView } from './use-document-session.js';

/** One's words in a text that is shown no more as it is written, where they were not taken before that. */
export function UnsentWords({ proposal }: { proposal: string }) {
  const { client } = useRoom();
  const open = useCallback(() => openDocument(client.ground, proposal), [client, proposal]);
  const { session } = useDocumentSession(open);
  return session && <WordsOf key={session.doc.guid} session={session} />;
}

function WordsOf({ session }: { session: DocumentSession }) {
  const t = useMessages(messages);
  const { announce } = useAnnouncer();
  const { refusedWords } = useSessionView(session);
  const areThere = refusedWords !== '';
  useEffect(() => {
    if (areThere) announce(t('refusedWords'));
  }, [areThere, announce, t]);
  return areThere ? <RefusedWords session={session} words={refusedWords} /> : null;
}
