import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dispositionOf } from '@roundtable/platform';
import type { Response } from 'express';

const CHUNK = 64 * 1024;

/** A file ready to be handed over. */
export interface MadeFile {
  name: string;
  type: string;
  content: Buffer;
}

/** Hands a file over in pieces, so that a slow reader holds no more than one of them in the socket. */
export async function sendFile(response: Response, { name, type, content }: MadeFile): Promise<void> {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', content.length);
  response.setHeader('Content-Disposition', dispositionOf(name));
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  await pipeline(Readable.from(inPieces(content)), response);
}

function* inPieces(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += CHUNK) yield content.subarray(at, at + CHUNK);
}
