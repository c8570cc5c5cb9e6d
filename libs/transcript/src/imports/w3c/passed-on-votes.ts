import type { PersonKey } from './parsed-log.js';

const OPENS = /^(\S.{0,60}?)['’]s votes?\s*:?$/iu;
const GOES_ON = /^proposal\s*#?\d+[a-z]?\s*:/i;

/** The name in `Rita's votes:`, the line with which somebody begins to pass on another's votes. */
export function voterPassedOn(text: string): string | undefined {
  return OPENS.exec(text.trim())?.[1];
}

/** Follows who passes on whose votes, line after line. */
export class PassedOnVotes {
  private by: PersonKey | undefined;
  private voter: string | undefined;

  /** The name of the person whose votes a writer passes on in this line; undefined where the words are their own. */
  follow(by: PersonKey, text: string): string | undefined {
    const voter = voterPassedOn(text);
    if (voter !== undefined) {
      this.by = by;
      this.voter = voter;
    } else if (by === this.by && !GOES_ON.test(text)) {
      this.voter = undefined;
    }
    return by === this.by ? this.voter : undefined;
  }
}
