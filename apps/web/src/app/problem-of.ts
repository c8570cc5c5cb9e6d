/** What was asked for, and what became of it. */
interface Asked {
  data: unknown;
  error: Error | null;
}

/** Why there is nothing to show. That what is shown could not be read anew in the background takes nothing off the page. */
export function problemOf({ data, error }: Asked): Error | null {
  return data === undefined ? error : null;
}
