const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_REMARK = 65_535;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_ENTRIES = 20_000;

/**
 * Reads the names in a ZIP file's central directory without unpacking anything, null where it is none or is damaged.
 * Source: APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16.
 */
export function zipNames(bytes: Buffer): string[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  while (names.length < count) {
    if (names.length >= MOST_ENTRIES || at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    const from = at + ENTRY_BYTES;
    if (from + nameLength > bytes.length) return null;
    names.push(bytes.toString('utf8', from, from + nameLength));
    at = from + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

/** The words of the first entry where it is stored as it is, which is how OpenDocument says what it is; else empty. */
export function firstStoredWords(bytes: Buffer, name: string): string {
  if (bytes.length < LOCAL_BYTES || bytes.readUInt32LE(0) !== LOCAL || bytes.readUInt16LE(8) !== 0) return '';
  const from = LOCAL_BYTES + bytes.readUInt16LE(26);
  if (bytes.toString('latin1', LOCAL_BYTES, from) !== name) return '';
  const start = from + bytes.readUInt16LE(28);
  return bytes.toString('latin1', start, start + bytes.readUInt32LE(18));
}

/** The end record stands last, before a remark of any length. */
function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_REMARK);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return null;
}
