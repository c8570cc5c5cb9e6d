const safeSchemes = new Set(['http:', 'https:', 'mailto:']);

/** The address of a link in somebody's words, or null where following it could do more than open a page. */
export function safeUrl(address: string): string | null {
  // Browsers drop these inside a scheme, which would let «java\tscript:» pass a simple comparison.
  const cleaned = address
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  try {
    const url = new URL(cleaned);
    return safeSchemes.has(url.protocol) && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}
