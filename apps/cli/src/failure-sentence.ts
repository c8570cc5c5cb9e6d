import { DomainError, StartRefused } from '@roundtable/platform';

/** What a person can act on is one sentence; anything else is a fault of ours and keeps its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof StartRefused || error instanceof DomainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
