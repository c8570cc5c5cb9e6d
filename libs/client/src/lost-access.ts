import { ERROR_SENTENCES, type ErrorCode, type WireError } from '@roundtable/contracts';
import type { EndReason } from './connection.js';

/** Why a room may be read no longer, and whether what is kept of it on the device goes with that right. */
export interface LostAccess {
  refusal: WireError;
  erases: boolean;
}

/** What the end of the line takes away; null where the page may go on showing what it shows. `message` is the server's. */
export function lostWithLine(reason: EndReason, message: string | null): LostAccess | null {
  const code = codeOfEnd(reason);
  if (code === null) return null;
  // Whoever only has to enter again finds unsent words where they were.
  return { refusal: { code, message: message ?? ERROR_SENTENCES[code] }, erases: code !== 'unauthenticated' };
}

/** What a sync that was refused takes away. `wasIn`: the room was read before; `wasLeft`: the server ended that. */
export function lostWithSync(
  refusal: WireError,
  { wasIn, wasLeft }: { wasIn: boolean; wasLeft: boolean },
): LostAccess {
  const { code } = refusal;
  // A wrong address finds nothing either, and takes nothing from anybody.
  const isGone = code === 'participant_removed' || code === 'link_revoked' || (code === 'not_found' && wasIn);
  return { refusal, erases: isGone || wasLeft };
}

function codeOfEnd(reason: EndReason): ErrorCode | null {
  switch (reason) {
    case 'removed':
      return 'participant_removed';
    case 'link_revoked':
      return 'link_revoked';
    case 'login_ended':
      return 'unauthenticated';
    default:
      return null;
  }
}
