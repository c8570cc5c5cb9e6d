import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/;

/** A secret handed out once, and what is stored of it. */
export interface OpaqueToken {
  /** 32 random bytes, base64url. */
  token: string;
  /** SHA-256 of the token's bytes. */
  hash: Buffer;
}

/** Makes a token that nobody can guess. 256 random bits need no salt and no slow hash. */
export function makeToken(): OpaqueToken {
  const bytes = randomBytes(TOKEN_BYTES);
  return { token: bytes.toString('base64url'), hash: hashBytes(bytes) };
}

/** Gives the stored form of a token, null for what cannot be one. */
export function hashToken(token: unknown): Buffer | null {
  if (typeof token !== 'string' || !TOKEN_FORM.test(token)) return null;
  return hashBytes(Buffer.from(token, 'base64url'));
}

function hashBytes(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
