import {
  ERROR_SENTENCES,
  LIMITS,
  type AmendmentConflict,
  type AmendmentStop,
  type AmendmentView,
  type ProposalView,
} from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses a proposal that this room does not have. */
export class AmendedProposalMissing extends DomainError {
  constructor(proposal: string) {
    super('not_found', 'There is no such proposal in this meeting.', { proposal });
  }
}

/** Refuses an amendment that this proposal does not have. */
export class AmendmentMissing extends DomainError {
  constructor(amendment: string) {
    super('not_found', 'There is no such amendment on this proposal.', { amendment });
  }
}

/** Refuses to read a version that is not here. */
export class AmendedVersionMissing extends DomainError {
  constructor(version: number) {
    super('not_found', `This proposal’s text has no version ${version}.`, { version });
  }
}

/** Refuses amendments on a text that is being decided, or was. */
export class ProposalNotAmendable extends DomainError {
  constructor({ id, state }: ProposalView) {
    super('proposal_state', `This proposal is ${spoken(state)}: its text cannot be amended any more.`, {
      proposal: id,
      state,
    });
  }
}

/** Refuses what was meant for a version that is gone, or is not the newest; names the newest. */
export class VersionNotNewest extends DomainError {
  constructor(named: number, newest: number) {
    super(
      'stale_version',
      `Version ${named} is not the newest version of this text; that is ${newest}. Look at it and try again.`,
      { version: newest, named },
    );
  }
}

/** Refuses an amendment that does not say which text it was written on, where no version says it. */
export class TextNotNamed extends DomainError {
  constructor() {
    super(
      'invalid',
      'No version of this text was fixed yet: send the sha256 of the text that the amendment was written on.',
      { field: 'sha256' },
    );
  }
}

/** Refuses what was meant for a text that reads otherwise now. */
export class TextNotSame extends DomainError {
  constructor(version: number, sha256: string) {
    super('stale_version', 'This text was changed since you read it. Look at it and try again.', {
      version,
      sha256,
    });
  }
}

/** Refuses a step on another wording than the one there is; carries that one. */
export class WordingStale extends DomainError {
  constructor(amendment: AmendmentView) {
    super(
      'stale_version',
      'The sponsors changed this amendment in the meantime. Look at its newest wording.',
      {
        revision: amendment.revision,
        amendment,
      },
    );
  }
}

/** Refuses a paragraph that the version does not have. */
export class ParagraphMissing extends DomainError {
  constructor(paragraph: number, most: number) {
    super('invalid', `This version has ${most} paragraphs; there is no paragraph ${paragraph}.`, {
      field: 'paragraph',
      paragraph,
      most,
    });
  }
}

/** Refuses words that are missing, or that a deletion does not have. */
export class WordsWrong extends DomainError {
  constructor(why: 'missing' | 'not_wanted' | 'too_long') {
    const words = {
      missing: 'Write the words of the amendment; without words nothing would be put into the text.',
      not_wanted: 'An amendment that deletes a paragraph has no words of its own.',
      too_long: `The words of an amendment may have ${LIMITS.amendmentTextLength} characters.`,
    }[why];
    super('invalid', words, { field: 'text', limit: LIMITS.amendmentTextLength });
  }
}

/** Refuses an amendment that leaves the paragraph as it is. */
export class AmendsNothing extends DomainError {
  constructor(paragraph: number) {
    super('nothing_changed', `Paragraph ${paragraph} already reads so; nothing was recorded.`, { paragraph });
  }
}

/** Refuses sponsors that are unknown, twice the same, or not one’s own to name. */
export class SponsorsWrong extends DomainError {
  constructor(why: 'unknown' | 'twice' | 'not_own' | 'none' | 'too_many', id: string | null = null) {
    const words = {
      unknown: 'The sponsors name somebody who is not in this meeting.',
      twice: 'The sponsors name the same twice.',
      not_own: 'You can name yourself and your own delegation as sponsors; others join by themselves.',
      none: 'An amendment needs a sponsor. Withdraw it instead.',
      too_many: `An amendment has ${LIMITS.amendmentSponsors} sponsors at most.`,
    }[why];
    super('invalid', words, { field: 'sponsors', id });
  }
}

/** Refuses to sponsor for a delegation where one speaks for none. */
export class SponsorWithoutDelegation extends DomainError {
  constructor() {
    super('invalid', 'You speak for no delegation here; sponsor the amendment as a person.', { field: 'as' });
  }
}

/** Refuses a new amendment where the secretariat stopped them. */
export class AmendmentsStopped extends DomainError {
  constructor({ proposal, at, reason }: AmendmentStop) {
    super('amendments_stopped', ERROR_SENTENCES.amendments_stopped, { proposal, at, reason });
  }
}

/** Refuses more open amendments than one person may have on a proposal. */
export class TooManyAmendments extends DomainError {
  constructor() {
    const limit = LIMITS.openAmendmentsPerPerson;
    super('too_many_amendments', `You have ${limit} open amendments on this proposal, which is the most.`, {
      limit,
    });
  }
}

/** Refuses a step that the amendment's state does not allow. */
export class AmendmentStateForbids extends DomainError {
  constructor({ id, label, state }: AmendmentView, asked: string) {
    super('amendment_state', `Amendment ${label} is ${spoken(state)} and cannot be ${asked} now.`, {
      amendment: id,
      state,
    });
  }
}

/** Refuses a second decision, and says what the first was and who took it. */
export class AmendmentDecided extends DomainError {
  constructor({ id, label, state, decision }: AmendmentView, name: string | null) {
    const how = decision?.friendly ? 'accepted as friendly' : (decision?.result ?? spoken(state));
    super(
      'amendment_decided',
      `Amendment ${label} was ${how}${name === null ? '' : ` by ${name}`}. Nothing was recorded again.`,
      { amendment: id, state, decision, name },
    );
  }
}

/** Refuses to decide on or merge what was written for words that are others now. */
export class AmendmentBehind extends DomainError {
  constructor({ id, label, needs }: AmendmentView) {
    super(
      'amendment_behind',
      `The text that amendment ${label} changes reads otherwise now. Its lead sponsor must bring it up to date first.`,
      { amendment: id, needs },
    );
  }
}

/** Refuses to merge what was written for a paragraph in which somebody typed since the version. */
export class ParagraphTyped extends DomainError {
  constructor(behind: readonly AmendmentView[]) {
    const labels = behind.map(({ label }) => label).join(', ');
    super(
      'amendment_behind',
      `Since the last version somebody wrote where ${labels} would go. Fix a version of the text first.`,
      { amendments: behind.map(({ id }) => id) },
    );
  }
}

/** Refuses to merge amendments that are in conflict, naming them. */
export class AmendmentsInConflict extends DomainError {
  constructor(conflicts: readonly AmendmentConflict[]) {
    super('amendment_conflict', ERROR_SENTENCES.amendment_conflict, { conflicts });
  }
}

/** Refuses a merger that names nothing, or the same twice, or leaves no text. */
export class MergerWrong extends DomainError {
  constructor(why: 'twice' | 'nothing_left') {
    const words = {
      twice: 'The merger names the same amendment twice.',
      nothing_left: 'These amendments together would leave nothing of the text.',
    }[why];
    super('invalid', words, { field: 'amendments' });
  }
}

/** Refuses what only the lead sponsor may do. */
export class NotSponsor extends DomainError {
  constructor({ id }: AmendmentView) {
    super('not_sponsor', ERROR_SENTENCES.not_sponsor, { amendment: id });
  }
}

/** Refuses to take an amendment over as friendly to who does not submit the proposal. */
export class NotLeadSubmitter extends DomainError {
  constructor(proposal: string) {
    super('not_submitter', 'Only those who submit the proposal can accept an amendment on it as friendly.', {
      proposal,
    });
  }
}

/** Refuses a change that changes nothing. */
export class AmendmentUnchanged extends DomainError {
  constructor(words: string) {
    super('nothing_changed', `${words} Nothing was recorded.`);
  }
}

/** Refuses a second promotion. */
export class AlreadyPromoted extends DomainError {
  constructor({ id, label, promotedTo }: AmendmentView) {
    super('amendment_state', `Amendment ${label} was made a proposal already.`, {
      amendment: id,
      proposal: promotedTo,
    });
  }
}

/** Refuses a promotion whose text is longer than a proposal's may be. */
export class PromotionTooLong extends DomainError {
  constructor(length: number) {
    const limit = LIMITS.proposalTextLength;
    super(
      'invalid',
      `The text would have ${length} characters; a proposal has ${limit} at most. Send a shorter one.`,
      {
        field: 'text',
        limit,
        length,
      },
    );
  }
}

function spoken(state: string): string {
  return state === 'needs_rebase' ? 'behind the text' : state.replaceAll('_', ' ');
}
