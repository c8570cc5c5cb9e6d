/** A file's text and how it was read. */
export interface FileText {
  text: string;
  /** As people name it: UTF-8, UTF-16LE, UTF-16BE or windows-1251. */
  encoding: string;
}

/**
 * Reads a text file whatever program wrote it: by its byte order mark, else by what the bytes can be. What is neither
 * Unicode nor UTF-16 is taken for windows-1251, in which spreadsheets in Russian and Kyrgyz are still saved.
 */
export function readFileText(bytes: Uint8Array): FileText {
  const encoding = markedEncoding(bytes) ?? (isUtf16(bytes) ? utf16Without(bytes) : null);
  if (encoding) return decode(bytes, encoding);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return decode(bytes, 'windows-1251');
  }
}

function decode(bytes: Uint8Array, encoding: string): FileText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  return null;
}

/** Separators, digits and line breaks have a zero byte in UTF-16; no other encoding of text has any. */
function isUtf16(bytes: Uint8Array): boolean {
  return bytes.length % 2 === 0 && bytes.subarray(0, 4_096).includes(0);
}

function utf16Without(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 4_096);
  const zeroesAtOdd = start.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  const zeroesAtEven = start.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  return zeroesAtOdd >= zeroesAtEven ? 'UTF-16LE' : 'UTF-16BE';
}
