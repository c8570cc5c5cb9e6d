/** Reads the text of a log: old ones are not all UTF-8, and Windows-1252 gives every byte a character. */
export function decodeW3cLog(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
