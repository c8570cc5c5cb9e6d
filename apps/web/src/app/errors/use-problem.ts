import { useCallback } from 'react';
import { ApiError } from '../api-error.js';
import { useMessages } from '../i18n/use-messages.js';
import { messages } from './messages.js';
import type { ProblemCode } from './problem-code.js';

/** Turns anything thrown or refused into one sentence in the language in force; null stays null. */
export function useProblem(): (problem: unknown) => string | null {
  const t = useMessages(messages);
  return useCallback(
    (problem) => (problem === null || problem === undefined ? null : t(codeOf(problem))),
    [t],
  );
}

function codeOf(problem: unknown): ProblemCode {
  if (problem instanceof ApiError) return known(problem.code);
  if (typeof problem === 'string') return known(problem);
  if (typeof problem === 'object' && problem !== null && 'code' in problem)
    return known(String(problem.code));
  return 'internal';
}

/** A newer server may refuse with a code this page has not heard of. */
function known(code: string): ProblemCode {
  return Object.hasOwn(messages.en, code) ? (code as ProblemCode) : 'internal';
}
