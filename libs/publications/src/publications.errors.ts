import { LIMITS, type SetView } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses an act on a set that the meeting does not have. */
export class SetMissing extends DomainError {
  constructor() {
    super('not_found', 'This meeting has no set of proposals yet. Draft one first.', { what: 'set' });
  }
}

/** Refuses a second set: a meeting has one. */
export class SetExists extends DomainError {
  constructor(set: SetView) {
    super('publication_state', 'This meeting has a set of proposals already. Change that one.', {
      set: set.id,
      state: set.state,
    });
  }
}

/** Refuses to change what was adopted. */
export class SetAdopted extends DomainError {
  constructor(set: SetView) {
    super(
      'publication_state',
      'The set was adopted and is not changed any more; only reservations can be added.',
      {
        set: set.id,
        state: set.state,
        version: set.version,
      },
    );
  }
}

/** Refuses to change or remove a line that was adopted by itself. */
export class LineAdopted extends DomainError {
  constructor(line: string) {
    super('publication_state', 'This line was adopted and is not changed any more.', { line });
  }
}

/** Refuses a change made on an older version of the set. */
export class StaleSet extends DomainError {
  constructor(set: SetView) {
    super('stale_version', 'Somebody changed the set in the meantime. Look at it and try again.', {
      version: set.version,
    });
  }
}

/** Refuses a change that changes nothing. */
export class SetUnchanged extends DomainError {
  constructor(set: SetView) {
    super('nothing_changed', 'The set already reads so; nothing was recorded.', { version: set.version });
  }
}

/** Refuses a line that is not in the set. */
export class LineMissing extends DomainError {
  constructor(line: string) {
    super('not_found', 'There is no such line in the set.', { line });
  }
}

/** Refuses a proposal that cannot stand in the set, saying why. */
export class ProposalUnfit extends DomainError {
  constructor(proposal: string, fault: string) {
    super('invalid', fault, { field: 'proposals', proposal });
  }
}

/** Refuses to draft a set of nothing. */
export class NothingToSet extends DomainError {
  constructor() {
    super('invalid', 'No proposal is adopted yet. Say which proposals the set is made of.', {
      field: 'proposals',
    });
  }
}

/** Refuses more lines, or more text, than a set holds. */
export class SetTooLarge extends DomainError {
  constructor(what: 'setLines' | 'setTextLength', found: number) {
    const limit = LIMITS[what];
    const unit = what === 'setLines' ? 'lines' : 'characters';
    super('invalid', `A set holds at most ${limit} ${unit}; this would be ${found}.`, {
      field: 'proposals',
      limit,
      found,
    });
  }
}

/** Refuses an order that does not name every line once. */
export class OrderWrong extends DomainError {
  constructor() {
    super('invalid', 'The order must name every line of the set once, and no other.', { field: 'order' });
  }
}

/** Refuses a reservation or an objection of somebody who speaks for no delegation. */
export class NoDelegation extends DomainError {
  constructor() {
    super(
      'no_delegation',
      'Reservations and objections are a delegation’s, and you speak for none here. A secretary can enter them.',
    );
  }
}

/** Refuses words entered for somebody else’s delegation. */
export class OtherDelegation extends DomainError {
  constructor(delegation: string) {
    super('not_yours', 'You can speak for your own delegation only; a secretary can for any.', {
      delegation,
    });
  }
}

/** Refuses a delegation that is not in this meeting. */
export class DelegationMissing extends DomainError {
  constructor(delegation: string) {
    super('not_found', 'There is no such delegation in this meeting.', { delegation });
  }
}

/** Refuses a reservation that is not there. */
export class ReservationMissing extends DomainError {
  constructor(reservation: string) {
    super('not_found', 'There is no such reservation.', { reservation });
  }
}

/** Refuses more reservations on one line than anybody could read. */
export class TooManyReservations extends DomainError {
  constructor() {
    const limit = LIMITS.reservationsPerLine;
    super('invalid', `There are ${limit} reservations here already. Withdraw one first.`, {
      field: 'line',
      limit,
    });
  }
}
