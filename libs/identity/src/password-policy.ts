import { LIMITS } from '@roundtable/contracts';

/** What is wrong with a password: the code of the fault, for the sentence. */
export type PasswordFault = 'too_short' | 'too_long' | 'repeats_person' | 'too_common';

/** Beginnings of what people choose first; a password that is one of these and little more is guessed at once. */
const COMMON = [
  'password', 'passw0rd', 'parol', 'пароль', 'сырсөз', 'qwerty', 'йцукен', 'asdfgh', 'zxcvbn', 'admin',
  'letmein', 'welcome', 'iloveyou', 'changeme', 'secret', 'roundtable', 'monkey', 'dragon', 'abc123', '1q2w3e',
]; // prettier-ignore
const FEWEST_DIFFERENT_CHARACTERS = 5;
const FEWEST_FREE_CHARACTERS = 6;

/** Judges a password for a person; null means that it will do. Length counts most (NIST SP 800-63B, 5.1.1.2). */
export function findPasswordFault(
  password: string,
  person: { email: string; name: string },
): PasswordFault | null {
  if (password.length < LIMITS.passwordMinLength) return 'too_short';
  if (password.length > LIMITS.passwordMaxLength) return 'too_long';
  const lower = password.toLowerCase();
  if (isAboutPerson(lower, person)) return 'repeats_person';
  if (isCommon(lower)) return 'too_common';
  return null;
}

function isAboutPerson(lower: string, { email, name }: { email: string; name: string }): boolean {
  const words = [email, email.split('@')[0] ?? '', name, ...name.split(/\s+/)].map((word) =>
    word.toLowerCase(),
  );
  return words.some((word) => word.length >= 4 && leavesLittle(lower, word));
}

function isCommon(lower: string): boolean {
  if (new Set(lower).size < FEWEST_DIFFERENT_CHARACTERS) return true;
  if (isRun(lower)) return true;
  return COMMON.some((word) => leavesLittle(lower, word));
}

/** True where a password holds a guessable word and not enough beside it. */
function leavesLittle(lower: string, word: string): boolean {
  return lower.includes(word) && lower.replaceAll(word, '').length < FEWEST_FREE_CHARACTERS;
}

/** 1234567890, abcdefghij, 9876543210: each character is the neighbour of the one before. */
function isRun(lower: string): boolean {
  const codes = [...lower].map((character) => character.codePointAt(0) ?? 0);
  const neighbours = codes.slice(1).filter((code, index) => Math.abs(code - (codes[index] ?? 0)) <= 1).length;
  return neighbours >= codes.length - 2;
}
