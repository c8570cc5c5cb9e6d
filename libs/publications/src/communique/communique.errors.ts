import { LIMITS, type CommuniqueView } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses an act on a communique that the meeting does not have. */
export class CommuniqueMissing extends DomainError {
  constructor() {
    super('not_found', 'This meeting has no communique yet. Draft one first.', { what: 'communique' });
  }
}

/** Refuses a second communique: a meeting has one. */
export class CommuniqueExists extends DomainError {
  constructor({ id, state }: CommuniqueView) {
    super('publication_state', 'This meeting has a communique already. Change that one.', {
      communique: id,
      state,
    });
  }
}

/** Refuses an act that the state does not allow. */
export class CommuniqueStateForbids extends DomainError {
  constructor({ id, state, circulation }: CommuniqueView) {
    const sentences = {
      draft: 'The communique is a draft; it has to be circulated first.',
      circulated:
        'The communique is circulated and is not changed until the time is over or somebody objects.',
      adopted: 'The communique was adopted and is not changed any more.',
    };
    super('publication_state', sentences[state], {
      communique: id,
      state,
      until: circulation?.until ?? null,
    });
  }
}

/** Refuses a change made on an older version. */
export class StaleCommunique extends DomainError {
  constructor({ version }: CommuniqueView) {
    super('stale_version', 'Somebody changed the communique in the meantime. Look at it and try again.', {
      version,
    });
  }
}

/** Refuses a change that changes nothing. */
export class CommuniqueUnchanged extends DomainError {
  constructor({ version }: CommuniqueView) {
    super('nothing_changed', 'The communique already reads so; nothing was recorded.', { version });
  }
}

/** Refuses a paragraph that is not there. */
export class PartMissing extends DomainError {
  constructor(part: string) {
    super('not_found', 'There is no such paragraph in the communique.', { part });
  }
}

/** Refuses to let a paragraph go that delegations reserved on. */
export class PartReserved extends DomainError {
  constructor(part: string) {
    super(
      'publication_state',
      'A delegation has a reservation on this paragraph. It is taken back before the paragraph goes.',
      { part },
    );
  }
}

/** Refuses a text whose brackets do not pair. */
export class BracketsWrong extends DomainError {
  constructor(index: number, at: number, fault: string) {
    super(
      'brackets_wrong',
      `In paragraph ${index + 1} a square bracket is ${fault}. Put a backslash before a mere sign.`,
      {
        part: index,
        at,
        fault,
      },
    );
  }
}

/** Refuses a bracket that is not there, or in which something else stands by now. */
export class BracketGone extends DomainError {
  constructor(part: string, bracket: number) {
    super('target_missing', 'This bracket is not in the paragraph, or other words stand in it by now.', {
      part,
      bracket,
    });
  }
}

/** Refuses to adopt or circulate a text that is not agreed. */
export class BracketsOpen extends DomainError {
  constructor(open: number) {
    const left = open === 1 ? 'One bracket is' : `${open} brackets are`;
    super('brackets_open', `${left} not resolved yet. A text is adopted when nothing in it is open.`, {
      open,
    });
  }
}

/** Refuses a text that is longer than a communique may be. */
export class CommuniqueTooLong extends DomainError {
  constructor(field: string, limit: number, found: number) {
    super('invalid', `A communique holds at most ${limit} ${field}; this would be ${found}.`, {
      field: 'parts',
      limit,
      found,
    });
  }
}

/** Refuses a paragraph that is longer than one may be. */
export class PartTooLong extends DomainError {
  constructor(index: number, found: number) {
    const limit = LIMITS.bodyLength;
    super(
      'invalid',
      `Paragraph ${index + 1} may have ${limit} characters and would have ${found}: cut it in two.`,
      {
        field: 'parts',
        part: index,
        limit,
        found,
      },
    );
  }
}

/** Refuses an empty text. */
export class CommuniqueEmpty extends DomainError {
  constructor() {
    super('invalid', 'There is no paragraph in the communique.', { field: 'parts' });
  }
}

/** Refuses a time that silence cannot run to. */
export class UntilWrong extends DomainError {
  constructor(fault: string) {
    super('invalid', fault, { field: 'until' });
  }
}

/** Refuses an objection that comes too late. */
export class SilenceOver extends DomainError {
  constructor(until: string) {
    super('silence_over', 'The time for objections has passed; nobody objected in it.', { until });
  }
}

/** Refuses a line that is not in the set. */
export class SetLineMissing extends DomainError {
  constructor(line: string) {
    super('invalid', 'There is no such line in the set of proposals.', { field: 'lines', line });
  }
}
