import { timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const SEAL_BYTES = 18;
const TOKEN_FORM = /^[A-Za-z0-9_-]{46}$/;

/** Seals bytes for the purpose `invitation`, at least 18 bytes long. */
export type Seal = (bytes: Uint8Array) => Buffer;

/**
 * Makes the personal link's token: the invitation's id and a seal only this server can make. It can be made again
 * whenever the link is to be shown, so it is stored nowhere.
 */
export function makeInvitationToken(id: string, seal: Seal): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, seal(bytes).subarray(0, SEAL_BYTES)]).toString('base64url');
}

/** Reads the invitation's id out of a token, null where the token was not made by this server. */
export function readInvitationToken(token: unknown, seal: Seal): string | null {
  if (typeof token !== 'string' || !TOKEN_FORM.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), seal(id).subarray(0, SEAL_BYTES))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
