/** Writes the header that offers a download under that name: plain letters for old clients, UTF-8 (RFC 8187) for all others. */
export function dispositionOf(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9.-]+/gu, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
