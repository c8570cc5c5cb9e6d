import { inflateSync } from 'node:zlib';

/** Gives a PDF with its compressed streams beside it, readable. */
export function inflateStreams(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const parts = [text];
  for (const { index, 0: head } of text.matchAll(/stream\r?\n/g)) {
    const start = index + head.length;
    const end = text.indexOf('endstream', start);
    try {
      parts.push(inflateSync(pdf.subarray(start, end)).toString('latin1'));
    } catch {
      // A font or a picture in its own coding: not looked into.
    }
  }
  return parts.join('\n');
}
