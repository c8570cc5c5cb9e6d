import { LIMITS, type ProposalView } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses to capture from an entry that is no message or statement of this room. */
export class SourceMissing extends DomainError {
  constructor(seq: number) {
    super('target_missing', `There is no message or statement number ${seq} in this room.`, { seq });
  }
}

/** Refuses to capture words that were withdrawn. */
export class SourceWithdrawn extends DomainError {
  constructor(seq: number) {
    super(
      'target_withdrawn',
      `The words of entry ${seq} were withdrawn; nothing can be captured from them.`,
      {
        seq,
      },
    );
  }
}

/** Refuses words that do not stand where they are said to stand, for example after an edit. */
export class WordsMismatch extends DomainError {
  constructor(seq: number, textSeq: number) {
    super('words_mismatch', `The marked words are not in entry ${seq} as it stands now. Select them again.`, {
      seq,
      textSeq,
    });
  }
}

/** Refuses a capture whose words together are longer than the text of a proposal may be. */
export class CaptureTooLong extends DomainError {
  constructor() {
    const limit = LIMITS.proposalTextLength;
    super(
      'invalid',
      `The marked words are longer than ${limit} characters together: mark less, or send text.`,
      {
        field: 'text',
        limit,
      },
    );
  }
}

/** Refuses a proposal that this room does not have. */
export class ProposalNotFound extends DomainError {
  constructor(named: { proposal: string } | { number: number }) {
    super('not_found', 'There is no such proposal in this meeting.', named);
  }
}

/** Refuses a change made on an older version; carries the current one so that the two can be compared. */
export class StaleVersion extends DomainError {
  constructor(current: ProposalView) {
    super('stale_version', 'Somebody changed this proposal in the meantime. Look at the newer version.', {
      version: current.version,
      proposal: current,
    });
  }
}

/** Refuses a change that changes nothing. */
export class NothingChanged extends DomainError {
  constructor(current: ProposalView) {
    super('nothing_changed', 'The proposal already reads so; nothing was recorded.', {
      version: current.version,
    });
  }
}

/** Refuses to change what was decided, is being decided or was withdrawn. */
export class ProposalStateForbids extends DomainError {
  constructor({ id, state }: Pick<ProposalView, 'id' | 'state'>) {
    super(
      'proposal_state',
      `This proposal is ${state.replaceAll('_', ' ')} and cannot be changed any more.`,
      {
        proposal: id,
        state,
      },
    );
  }
}

/** Refuses more passages than one proposal may come from. */
export class TooManySources extends DomainError {
  constructor() {
    const limit = LIMITS.proposalSources;
    super('invalid', `A proposal comes from ${limit} passages at most.`, { field: 'sources', limit });
  }
}
