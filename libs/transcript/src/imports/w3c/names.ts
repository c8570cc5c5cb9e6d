/** Nicks that different people share, so that `guest1` and `guest2` are never taken for one person. */
const SHARED =
  /^(guest|user|speaker|participant|anonymous|attendee|phone|caller|ipcaller|unknown|person|member)$/;

/** Words that stand before a colon without being anybody's name. */
const NOT_NAMES = new Set(
  (
    'note notes nb url urls uri http https ftp mailto issue issues question questions answer answers q a ps fyi re agenda next ' +
    'idea ideas example examples eg ie clarification summary action actions todo link links see minutes slide slides proposal ' +
    'proposed resolved resolution topic subtopic reminder agreed consensus update updates option options step goal goals problem ' +
    'solution pr prs date time meeting chair scribe present regrets group result results source ref reference references doc docs ' +
    'document spec code title text ok yes no maybe but and so also well hmm for from to with about error warning version label ' +
    'ambition background context comment comments discussion decision poll vote votes here this that it us we everyone all ' +
    'somebody someone others unknown audience missed correction apologies status recap intro introduction introductions ' +
    'announcement announcements event events type id value key name names property number one two three first second third ' +
    'open closed pro pros con cons rationale reason minor major'
  ).split(' '),
);

/** A name reduced to what two spellings of it have in common: lower case, letters and digits only. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A nick without the tail that clients add on reconnecting (`rita_`, `rita2`, `rita-db` stays). */
export function foldNick(nick: string): string {
  const stem = nick.replace(/[_`^|\d]+$/, '');
  const folded = foldName(stem);
  return folded.length < 2 || SHARED.test(folded) ? foldName(nick) || nick.toLowerCase() : folded;
}

/** The words of a name as people use them: underscores are spaces, remarks in brackets fall away. */
export function nameWords(name: string): string[] {
  return name
    .replace(/\([^)]*\)/g, ' ')
    .split(/\/\/|[\s_,]+/)
    .map((word) => word.trim())
    .filter((word) => /\p{L}/u.test(word));
}

/** How a nick is shown when no real name is known: `Rita_Sadykova` becomes `Rita Sadykova`. */
export function showNick(nick: string): string {
  return /_/.test(nick) ? nick.replace(/_+/g, ' ').trim() || nick : nick;
}

/**
 * Tells whether a nick can be an abbreviation of a full name: a word of it, initial and surname, first name and
 * initial, or the initials.
 */
export function nickFitsName(nick: string, name: string): boolean {
  const short = foldNick(nick);
  const words = nameWords(name).map(foldName).filter(Boolean);
  if (words.length === 0 || short === '') {
    return false;
  }
  if (
    words.some(
      (word) => word.length >= 3 && (short.includes(word) || (short.length >= 3 && word.startsWith(short))),
    )
  ) {
    return true;
  }
  const last = words[words.length - 1];
  const initials = words.map((word) => word[0]).join('');
  return (
    short === words[0][0] + last || short === words[0] + last[0] || (words.length > 1 && short === initials)
  );
}

/** The nicks people make of a full name: Rita Sadykova is `rita`, `rsadykova` or `ritas`. */
export function shortForms(fullName: string): string[] {
  const words = nameWords(fullName).map(foldName).filter(Boolean);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return [first, ...(last.length > 2 ? [`${first[0]}${last}`, `${first}${last[0]}`] : [])];
}

/** Tells whether the text before a colon can be a person's name at all. */
export function looksLikeName(label: string): boolean {
  const words = label.trim().split(/\s+/);
  if (words.length > 3 || label.length > 40 || !/^\p{L}/u.test(label)) {
    return false;
  }
  return words.every(
    (word) =>
      /^[\p{L}\d._'()/,-]*\p{L}[\p{L}\d._'()/,-]*$/u.test(word) &&
      !word.split(/[^\p{L}]+/u).some(isNeverName),
  );
}

/** Tells whether a label is one of the words that are never a name, however often they stand before a colon. */
export function isNeverName(label: string): boolean {
  return NOT_NAMES.has(foldName(label));
}

/** Tells whether two words differ by one letter put in, left out or changed. */
export function differsByOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) {
    return false;
  }
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    start += 1;
  }
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return endA - start <= 1 && endB - start <= 1;
}
