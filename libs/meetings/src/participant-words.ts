import { ROLES, type Role } from '@roundtable/contracts';
import { ROLE_WORDS } from './invitation-texts.js';

/** What a column of a participant list can be. */
export const COLUMNS = ['name', 'email', 'position', 'delegation', 'roles', 'language'] as const;
export type Column = (typeof COLUMNS)[number];

const HEADERS: Record<Column, readonly string[]> = {
  name: [
    'name',
    'full name',
    'participant',
    'фио',
    'имя',
    'участник',
    'имя и фамилия',
    'аты-жөнү',
    'аты жөнү',
    'аты',
    'катышуучу',
  ],
  email: [
    'email',
    'e-mail',
    'mail',
    'e-mail address',
    'email address',
    'почта',
    'эл. почта',
    'электронная почта',
    'адрес эл. почты',
    'электрондук почта',
    'эл. дарек',
  ],
  position: ['position', 'office', 'job title', 'должность', 'кызматы', 'кызмат орду', 'кызмат'],
  delegation: [
    'delegation',
    'organisation',
    'organization',
    'institution',
    'делегация',
    'организация',
    'делегациясы',
    'уюм',
    'уюму',
  ],
  roles: ['role', 'roles', 'роль', 'роли', 'ролу', 'ролдор', 'ролдору'],
  language: ['language', 'язык', 'тил', 'тили'],
};

const MORE_ROLE_WORDS: Record<string, Role> = {
  chairman: 'chair', chairwoman: 'chair', chairperson: 'chair', председательствующий: 'chair', төрайым: 'chair',
  ведущий: 'moderator', алпаруучу: 'moderator', 'алып баруучу': 'moderator', reporter: 'rapporteur',
  рапортёр: 'rapporteur', рапортер: 'rapporteur', баяндоочу: 'rapporteur', secretariat: 'secretary', секретариат: 'secretary',
  speaker: 'expert', participant: 'expert', участник: 'expert', катышуучу: 'expert', адис: 'expert', translator: 'interpreter',
  синхронист: 'interpreter', байкоочулар: 'observer', мейман: 'guest',
}; // prettier-ignore

const ROLE_BY_WORD = new Map<string, Role>([
  ...Object.values(ROLE_WORDS).flatMap((words) => ROLES.map((role): [string, Role] => [words[role], role])),
  ...Object.entries(MORE_ROLE_WORDS),
]);

const LANGUAGE_BY_WORD = new Map([
  ...['en', 'eng', 'english', 'английский', 'англисче', 'англис'].map((word): [string, string] => [
    word,
    'en',
  ]),
  ...['ru', 'rus', 'russian', 'русский', 'орусча', 'орус'].map((word): [string, string] => [word, 'ru']),
  ...['ky', 'kg', 'kir', 'kyrgyz', 'киргизский', 'кыргызский', 'кыргызча', 'кыргыз'].map(
    (word): [string, string] => [word, 'ky'],
  ),
]);

/** Says what a column holds, by its heading in any of the three languages; null for one we do not know. */
export function readHeader(heading: string): Column | null {
  const wanted = foldWords(heading);
  return COLUMNS.find((column) => HEADERS[column].includes(wanted)) ?? null;
}

/** Reads roles written in words, several in one cell; the words it does not know come back as they are. */
export function readRoles(cell: string): { roles: Role[]; unknown: string[] } {
  const words = cell
    .split(/[,;/|+\n]|\s(?:and|и|жана)\s/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const found = words.map((word) => ({ word, role: ROLE_BY_WORD.get(foldWords(word)) }));
  return {
    roles: [...new Set(found.flatMap(({ role }) => (role ? [role] : [])))],
    unknown: found.filter(({ role }) => !role).map(({ word }) => word),
  };
}

/** Reads a language in words or as a tag; null for what is neither. */
export function readLanguage(cell: string): string | null {
  const known = LANGUAGE_BY_WORD.get(foldWords(cell));
  if (known) return known;
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(cell) ? cell : null;
}

/** One spelling for comparison: composed, lower case, single spaces. */
export function foldWords(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
