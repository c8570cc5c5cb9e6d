import type { FloorState } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses a second waiting request of the same person. */
export class HandAlreadyRaised extends DomainError {
  constructor(request: string) {
    super('hand_already_raised', 'You are already on the list of speakers.', { request });
  }
}

/** Refuses to lower a hand that is not raised. */
export class HandNotRaised extends DomainError {
  constructor() {
    super('hand_not_raised', 'You are not waiting on the list of speakers.');
  }
}

/** Refuses a request that this room does not have. */
export class RequestNotFound extends DomainError {
  constructor(request: string) {
    super('not_found', 'There is no such request for the floor in this room.', { request });
  }
}

/** Refuses an act that the request's state does not allow. */
export class RequestState extends DomainError {
  constructor(request: string, state: FloorState) {
    super('request_state', `This request for the floor is ${state}: that cannot be done with it now.`, {
      request,
      state,
    });
  }
}
