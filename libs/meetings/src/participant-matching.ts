import {
  LIMITS,
  type DelegationView,
  type ParticipantRow,
  type ParticipantView,
  type Role,
} from '@roundtable/contracts';
import { findFaultInLine } from '@roundtable/platform';
import { isEmail } from 'class-validator';
import type { CsvRow } from './participant-csv.js';
import { foldWords, readLanguage, readRoles, type Column } from './participant-words.js';

/** Who is there already. */
export interface Roster {
  participants: readonly ParticipantView[];
  delegations: readonly DelegationView[];
  /** Addresses by participant. */
  emails: ReadonlyMap<string, string | null>;
}

/** A row with the person it is about, null for somebody new. */
export interface MatchedRow extends ParticipantRow {
  participant: string | null;
}

type Problem = ParticipantRow['problems'][number];
type Read = Omit<MatchedRow, 'status' | 'changes' | 'participant'>;

/**
 * Compares the rows of an uploaded list with who is there: by address, else by name and delegation. A cell left empty
 * changes nothing, so that a list with gaps never erases what somebody entered.
 */
export function matchRows(rows: readonly CsvRow[], roster: Roster): MatchedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { existing, read } = readRow(row, roster);
    const problems = [...read.problems, ...findRepetition(read, existing, seen)];
    const base = { ...read, problems, participant: existing?.id ?? null, changes: [] };
    if (problems.length > 0) return { ...base, status: 'wrong' };
    if (!existing) return { ...base, status: 'new' };
    const changes = findChanges(read, existing, roster);
    return { ...base, changes, status: changes.length > 0 ? 'changed' : 'unchanged' };
  });
}

function readRow({ line, cells }: CsvRow, roster: Roster): { existing: ParticipantView | null; read: Read } {
  const name = cells.name ?? '';
  const existing = findExisting(cells, roster);
  const { roles, unknown } = readRoles(cells.roles ?? '');
  const problems = [...findCellProblems(cells), ...unknown.map(unknownRole)];
  const read: Read = {
    line,
    name,
    email: cells.email || (existing && roster.emails.get(existing.id)) || null,
    position: cells.position || existing?.position || null,
    delegation: cells.delegation || nameOfDelegation(existing, roster),
    roles: roles.length > 0 ? roles : (existing?.roles ?? (['expert'] satisfies Role[])),
    language: (cells.language && readLanguage(cells.language)) || existing?.language || null,
    problems,
  };
  return { existing, read };
}

function findExisting(cells: CsvRow['cells'], roster: Roster): ParticipantView | null {
  const present = roster.participants.filter((person) => !person.removed);
  const email = foldWords(cells.email ?? '');
  const byEmail = email && present.find(({ id }) => foldWords(roster.emails.get(id) ?? '') === email);
  if (byEmail) return byEmail;
  const name = foldWords(cells.name ?? '');
  const delegation = foldWords(cells.delegation ?? '');
  const byName = present.find(
    (person) =>
      foldWords(person.name) === name &&
      foldWords(nameOfDelegation(person, roster) ?? '') === delegation &&
      !(email && roster.emails.get(person.id)),
  );
  return byName ?? null;
}

function findCellProblems(cells: CsvRow['cells']): Problem[] {
  const bounds: [Column, number][] = [
    ['name', LIMITS.nameLength],
    ['position', LIMITS.nameLength],
    ['delegation', LIMITS.nameLength],
  ];
  const lines = bounds.flatMap(([column, max]) => {
    const cell = cells[column] ?? '';
    if (cell === '' && column !== 'name') return [];
    const fault = findFaultInLine(cell, { max });
    return fault ? [{ column, code: 'invalid', message: `${column} ${fault}.` }] : [];
  });
  if (cells.email && (cells.email.length > LIMITS.emailLength || !isEmail(cells.email)))
    lines.push({ column: 'email', code: 'invalid', message: `email is not an e-mail address.` });
  if (cells.language && !readLanguage(cells.language))
    lines.push({
      column: 'language',
      code: 'invalid',
      message: 'language is not one we know: use en, ru or ky.',
    });
  return lines;
}

function unknownRole(word: string): Problem {
  return {
    column: 'roles',
    code: 'invalid',
    message: `roles: "${word.slice(0, 60)}" is not a role we know: use for example expert, chair, rapporteur or observer.`,
  };
}

/** Two rows about one person would leave it to chance which of them holds. */
function findRepetition(read: Read, existing: ParticipantView | null, seen: Map<string, number>): Problem[] {
  const key =
    existing?.id ??
    (read.email ? foldWords(read.email) : `${foldWords(read.name)}\n${foldWords(read.delegation ?? '')}`);
  const before = seen.get(key);
  if (before === undefined) {
    seen.set(key, read.line);
    return [];
  }
  const column = read.email ? 'email' : 'name';
  return [{ column, code: 'repeated', message: `${column}: this person is already in line ${before}.` }];
}

function findChanges(read: Read, existing: ParticipantView, roster: Roster): Column[] {
  const differs: Record<Column, boolean> = {
    name: read.name !== existing.name,
    email: read.email !== (roster.emails.get(existing.id) ?? null),
    position: read.position !== existing.position,
    delegation: foldWords(read.delegation ?? '') !== foldWords(nameOfDelegation(existing, roster) ?? ''),
    roles: [...read.roles].sort().join() !== [...existing.roles].sort().join(),
    language: read.language !== existing.language,
  };
  return (Object.keys(differs) as Column[]).filter((column) => differs[column]);
}

function nameOfDelegation(person: ParticipantView | null, { delegations }: Roster): string | null {
  return delegations.find(({ id }) => id === person?.delegation)?.name ?? null;
}
