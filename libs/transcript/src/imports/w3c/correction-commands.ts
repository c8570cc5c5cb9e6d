/** Puts new words in the place of old ones. */
export interface Substitution {
  old: string;
  new: string;
  /** Reach: the nearest line before, all lines before (`g`), or all lines (`G`). */
  reach: 'nearest' | 'before' | 'all';
}

/** Puts a new line before the nearest one with the words of `place`. */
export interface Insertion {
  place: string;
  line: string;
}

/** Reads `s/old/new/` with its flag, if a line is nothing else. */
export function readSubstitution(text: string): Substitution | undefined {
  const parts = splitCommand(text, 's');
  if (!parts || parts.length < 2 || parts[0] === '' || parts.length > 3) {
    return undefined;
  }
  const flag = (parts[2] ?? '').trim();
  if (!/^[gG]?$/.test(flag)) {
    return undefined;
  }
  return { old: parts[0], new: parts[1], reach: flag === 'G' ? 'all' : flag === 'g' ? 'before' : 'nearest' };
}

/** Reads `i/place/new line/`, if a line is nothing else. */
export function readInsertion(text: string): Insertion | undefined {
  const parts = splitCommand(text, 'i');
  return parts && parts.length >= 2 && parts[0] !== '' && parts[1].trim() !== ''
    ? { place: parts[0], line: parts[1].trim() }
    : undefined;
}

/** Splits `s/a/b/` at its delimiter; a backslash keeps a delimiter inside the words. */
function splitCommand(text: string, letter: 's' | 'i'): string[] | undefined {
  const line = text.trim();
  const delimiter = line[1];
  if (line[0] !== letter || delimiter === undefined || !'/|;,#!'.includes(delimiter) || line.includes('\n')) {
    return undefined;
  }
  const parts: string[] = [''];
  for (let at = 2; at < line.length; at += 1) {
    if (line[at] === '\\' && line[at + 1] === delimiter) {
      parts[parts.length - 1] += delimiter;
      at += 1;
    } else if (line[at] === delimiter) {
      parts.push('');
    } else {
      parts[parts.length - 1] += line[at];
    }
  }
  return parts;
}
