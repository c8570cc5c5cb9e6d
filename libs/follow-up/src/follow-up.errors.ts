import { LIMITS, type FollowUpView } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses to follow up what nobody adopted. */
export class NotAdopted extends DomainError {
  constructor(proposal: string) {
    super(
      'follow_up_state',
      'Only a proposal that was adopted, by itself or in the set, can be followed up.',
      { proposal },
    );
  }
}

/** Refuses a second follow-up of one proposal. */
export class FollowUpExists extends DomainError {
  constructor({ id, number }: FollowUpView) {
    super('follow_up_state', `Proposal ${number} is followed up already. Change that follow-up.`, {
      followUp: id,
    });
  }
}

/** Refuses a proposal that is not in the meeting. */
export class ProposalMissing extends DomainError {
  constructor(proposal: string) {
    super('not_found', 'There is no such proposal in this meeting.', { proposal });
  }
}

/** Refuses an act on a follow-up that the meeting does not have. */
export class FollowUpMissing extends DomainError {
  constructor(followUp: string) {
    super('not_found', 'There is no such follow-up in this meeting.', { followUp });
  }
}

/** Refuses a change made on an older version. */
export class StaleFollowUp extends DomainError {
  constructor({ version }: FollowUpView) {
    super('stale_version', 'Somebody changed this follow-up in the meantime. Look at it and try again.', {
      version,
    });
  }
}

/** Refuses a change that changes nothing. */
export class FollowUpUnchanged extends DomainError {
  constructor({ version }: FollowUpView) {
    super('nothing_changed', 'It already reads so; nothing was recorded.', { version });
  }
}

/** Refuses somebody responsible who is nobody here, saying what is wrong. */
export class ResponsibleWrong extends DomainError {
  constructor(fault: string) {
    super('invalid', fault, { field: 'responsible' });
  }
}

/** Refuses a day that cannot be, naming the field. */
export class DayWrong extends DomainError {
  constructor(field: 'dueOn' | 'reviewOn', fault: string, bounds: Record<string, string>) {
    super('invalid', fault, { field, ...bounds });
  }
}

/** Refuses a report of somebody who has nothing to do with it. */
export class NotResponsible extends DomainError {
  constructor(followUp: string) {
    super('not_responsible', 'Only who is responsible for this, or the secretariat, can report on it.', {
      followUp,
    });
  }
}

/** Refuses a state and a share that contradict each other. */
export class ProgressWrong extends DomainError {
  constructor(fault: string) {
    super('invalid', fault, { field: 'progress' });
  }
}

/** Refuses to drop something without saying why. */
export class DropReasonMissing extends DomainError {
  constructor() {
    super('reason_required', 'Say why it is dropped; the reason stands in the record.', { field: 'reason' });
  }
}

/** Refuses a correction of a report that is not there. */
export class ReportMissing extends DomainError {
  constructor(update: string) {
    super('not_found', 'There is no such report on this follow-up.', { update });
  }
}

/** Refuses a correction of somebody else’s report. */
export class ReportOfAnother extends DomainError {
  constructor(update: string) {
    super('not_yours', 'Only who wrote this report can correct it. Write another one.', { update });
  }
}

/** Refuses more reports, corrections or follow-ups than anybody could read. */
export class TooManyReports extends DomainError {
  constructor(limit: 'followUpUpdates' | 'followUpCorrections') {
    const what = limit === 'followUpUpdates' ? 'reports on this' : 'corrections of this report';
    super('invalid', `There are ${LIMITS[limit]} ${what} already.`, {
      field: 'followUp',
      limit: LIMITS[limit],
    });
  }
}

/** Refuses a proof, saying which and why. */
export class ProofWrong extends DomainError {
  constructor(index: number, field: 'url' | 'file' | 'title', fault: string) {
    super('invalid', fault, { field: `proofs.${index}.${field}` });
  }
}
