import type { ParticipantRow } from '@roundtable/contracts';

type Problem = ParticipantRow['problems'][number];

const COLUMNS = ['name', 'email', 'position', 'delegation', 'roles', 'language'] as const;
export type ListColumn = (typeof COLUMNS)[number];

/** Says whether a column is one of those we have words for. */
export function isListColumn(column: string): column is ListColumn {
  return (COLUMNS as readonly string[]).includes(column);
}

/**
 * The message that says a problem in our words, with the words or the line it quotes. Null for a problem this page has
 * not heard of: then the server's own sentence is shown.
 */
export function describeProblem({
  column,
  code,
  message,
}: Problem): { key: `problem_${ListColumn | 'repeated'}`; words: string } | null {
  const words = /"(.+)"/s.exec(message)?.[1] ?? /(\d+)\.?$/.exec(message)?.[1] ?? '';
  if (code === 'repeated') return { key: 'problem_repeated', words };
  return code === 'invalid' && isListColumn(column) ? { key: `problem_${column}`, words } : null;
}
