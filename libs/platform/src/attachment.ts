const LONGEST_STEM = 80;

/** Makes a file name that every system takes from a meeting's day and a title, e.g. `2026-11-22-water-balance.md`. */
export function nameFile(startsAt: string, title: string, extension: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['meeting'];
  const stem = [...words.join('-')].slice(0, LONGEST_STEM).join('').replace(/-+$/u, '');
  return `${startsAt.slice(0, 10)}-${stem}.${extension}`;
}

/** Writes the header that offers a download under that name: plain letters for old clients, UTF-8 (RFC 8187) for all others. */
export function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9.-]+/gu, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
