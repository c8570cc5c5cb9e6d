import type { Audience } from '@roundtable/contracts';

/*
 * Every Socket.IO room name of the server, in one place. A socket's own id is 20 characters long and is a room name
 * too: none of ours has that length, so nobody can be addressed by mistake.
 */

/** Channel of those who are spared the ephemeral lane, since they read slowly. */
export const SLOW_READERS = 'slow-readers';

/** Channel of those of one audience who have a room of a meeting open. */
export function roomChannel(room: string, audience: Audience): string {
  return `room:${room}:${audience}`;
}

const DOCUMENT_OF_ROOM = 'document:';

/** Channel of those who have the document of a proposal open. Whoever leaves the room leaves it too. */
export function documentChannel(room: string, proposal: string): string {
  return `${DOCUMENT_OF_ROOM}${room}:${proposal}`;
}

/** True for the channel of a document of this room. */
export function isDocumentOf(channel: string, room: string): boolean {
  return channel.startsWith(`${DOCUMENT_OF_ROOM}${room}:`);
}

/** Channel of the tabs of one signed-in browser. */
export function loginChannel(loginId: string): string {
  return `login:${loginId}`;
}

/** Channel of everybody who came in on one personal link. */
export function invitationChannel(invitationId: string): string {
  return `invitation:${invitationId}`;
}

/** Channel of one participant's tabs and devices, whichever way they signed in. */
export function participantChannel(participantId: string): string {
  return `participant:${participantId}`;
}

/** Channel of one account's tabs and devices. */
export function accountChannel(accountId: string): string {
  return `account:${accountId}`;
}
