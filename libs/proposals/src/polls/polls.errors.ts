import { LIMITS, type PollState } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses a poll that this room does not have. */
export class PollNotFound extends DomainError {
  constructor(poll: string) {
    super('not_found', 'There is no such poll in this room.', { poll });
  }
}

/** Refuses an act that the poll is past, or not yet ready for. */
export class PollStateForbids extends DomainError {
  constructor(poll: string, state: PollState, wanted: string) {
    super('poll_state', `This poll is ${state}; ${wanted}.`, { poll, state });
  }
}

/** Refuses a ballot after the poll was closed, or before it was started. */
export class PollNotOpen extends PollStateForbids {
  constructor(poll: string, state: PollState) {
    super(
      poll,
      state,
      state === 'created' ? 'ballots are cast when it is started' : 'no ballot is taken any more',
    );
  }
}

/** Refuses a ballot from outside the electorate, or for somebody whose vote one does not hold. */
export class NotEntitled extends DomainError {
  constructor(poll: string, elector: string | null) {
    const whose = elector === null ? 'You have no vote in this poll' : 'This vote is not yours to cast';
    super('not_entitled', `${whose}. The electorate was fixed when the poll was started.`, { poll, elector });
  }
}

/** Refuses a proxy's ballot in place of one that its owner cast. */
export class OwnVoteStands extends DomainError {
  constructor(poll: string, elector: string) {
    super(
      'not_entitled',
      'Whoever this vote belongs to cast it themselves: their proxy cannot cast another in its place.',
      { poll, elector },
    );
  }
}

/** Refuses to put something to the vote where nobody can cast a ballot any more: a closed meeting is not opened again. */
export class VotingOver extends DomainError {
  constructor() {
    super('room_closed', 'The meeting is closed, so nobody could vote any more. Decide without a poll.');
  }
}

/** Refuses to guess which of several votes is meant. */
export class ElectorUnclear extends DomainError {
  constructor(electors: string[]) {
    super('invalid', 'You may cast several votes: say in elector whose this is.', {
      field: 'elector',
      electors,
    });
  }
}

/** Refuses the ballot of somebody who does not have the room open where presence is asked for. */
export class NotPresent extends DomainError {
  constructor(poll: string) {
    super(
      'not_present',
      'In this poll only those who are in the room may vote. Open the room and try again.',
      {
        poll,
      },
    );
  }
}

/** Refuses a second secret ballot: the first cannot be found again, so it cannot be changed. */
export class AlreadyCast extends DomainError {
  constructor(poll: string, elector: string) {
    super('already_cast', 'A secret ballot was cast with this vote already; nobody can change or find it.', {
      poll,
      elector,
    });
  }
}

/** Refuses a ballot that is not filled in as this poll asks. */
export class BallotWrong extends DomainError {
  constructor(fault: string, data: Record<string, unknown> = {}) {
    super('ballot_wrong', fault, data);
  }
}

/** Refuses rules that contradict each other or cannot be met. */
export class PollWrong extends DomainError {
  constructor(field: string, fault: string) {
    super('poll_wrong', fault, { field });
  }
}

/** Refuses a threshold or quorum above 100 %. */
export class ThresholdTooHigh extends DomainError {
  constructor(field: string, { numerator, denominator }: { numerator: number; denominator: number }) {
    super(
      'threshold_too_high',
      `${numerator}/${denominator} is more than 100 %: nothing could ever meet it. Ask for at most the whole.`,
      { field, numerator, denominator },
    );
  }
}

/** Refuses to count somebody who is not here or cannot vote. */
export class ElectorUnknown extends DomainError {
  constructor(elector: string, field: string) {
    super('elector_unknown', 'This is nobody who could have a vote in this meeting.', { elector, field });
  }
}

/** Refuses a weight or a proxy of somebody who has no vote in this poll. */
export class OutsideElectorate extends DomainError {
  constructor(elector: string, field: 'weights' | 'proxies') {
    super(
      'elector_unknown',
      'This is nobody who votes in this poll: weights and proxies are of its electors only.',
      { elector, field },
    );
  }
}

/** Refuses a poll in which nobody has a vote. */
export class ElectorateEmpty extends DomainError {
  constructor() {
    super('elector_unknown', 'Nobody here would have a vote in this poll.', { field: 'electors' });
  }
}

/** Refuses a weight that is no positive decimal number. */
export class WeightWrong extends DomainError {
  constructor(elector: string, weight: string) {
    super('invalid', 'A weight is a positive number with at most six decimal places, such as 2.5.', {
      field: 'weights',
      elector,
      weight,
    });
  }
}

/** Refuses two holders of one vote. */
export class ProxyTwice extends DomainError {
  constructor(elector: string) {
    super('invalid', 'A vote has one holder: two proxies are given for the same elector.', {
      field: 'proxies',
      elector,
    });
  }
}

/** Refuses proxies that lead back to where they began, for then nobody could cast them. */
export class ProxyCircle extends DomainError {
  constructor(circle: string[]) {
    super('proxy_circle', 'These proxies form a circle: in the end nobody would hold the vote.', { circle });
  }
}

/** Refuses weights that would tell whose ballot is whose. */
export class SecretWeights extends DomainError {
  constructor() {
    super('poll_wrong', 'In a secret poll every vote weighs one: a weight of its own would name the voter.', {
      field: 'weights',
    });
  }
}

/** Refuses a secret poll among so few that any result names them. */
export class SecretAmongFew extends DomainError {
  constructor(entitled: number) {
    const limit = LIMITS.secretTurnout;
    super('poll_wrong', `A secret poll needs at least ${limit} who may vote: among fewer it hides nothing.`, {
      field: 'electors',
      entitled,
      limit,
    });
  }
}

/** Says that the box was emptied while somebody looked: the poll is being closed, and asking again tells so. */
export class BoxGone extends DomainError {
  constructor(poll: string) {
    super('unavailable', 'This poll is being closed at this moment. Ask again.', { poll }, true);
  }
}

/** Refuses to go on with a secret poll after a backup was restored: ballots under way are in no backup. */
export class BoxLost extends DomainError {
  constructor(poll: string) {
    super(
      'poll_state',
      'The secret ballots of this poll are not in the backup that was restored. Cancel it and put the question again.',
      { poll, state: 'started' },
    );
  }
}
