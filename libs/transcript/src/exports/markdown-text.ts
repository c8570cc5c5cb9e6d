import { breakUnsafeLinks } from './markdown-links.js';

const BIDI_CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** Writes a name or a title into a line of Markdown as plain characters, whatever is in it. */
export function escapeLine(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!$]/gu, '\\$&')
    .replace(/^([-+])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/(https?|ftp):\/\//giu, '$1\\://');
}

/**
 * Sets somebody's Markdown as a quotation. Its own formatting is kept; HTML becomes text, and links that lead to
 * anything but pages and letters are no links.
 */
export function quoteBody(body: string, indent = ''): string {
  const text = body
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .replaceAll('<', '&lt;')
    .replace(/[\u2028\u2029]/gu, '\n');
  return breakUnsafeLinks(text)
    .split('\n')
    .map((line) => `${indent}> ${line}`.trimEnd())
    .join('\n');
}
