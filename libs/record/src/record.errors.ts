import { ERROR_SENTENCES } from '@roundtable/contracts';
import { databaseFailureOf, databaseRefusal, DomainError } from '@roundtable/platform';

/** Refuses an act whose client id was used by the same person for other content. */
export class ClientIdReused extends DomainError {
  constructor() {
    super('client_id_reused', ERROR_SENTENCES.client_id_reused, { field: 'clientId' });
  }
}

/** Says that there is no such room, or none that the caller may know of. */
export class RoomNotFound extends DomainError {
  constructor() {
    super('not_found', ERROR_SENTENCES.not_found, { field: 'room' });
  }
}

/** Says that the database could not do it now, and why. Trying again with the same client id is safe. */
export class RecordUnavailable extends DomainError {
  constructor(cause: unknown) {
    const { code, message, data } = databaseRefusal(databaseFailureOf(cause) ?? 'unavailable');
    super(code, message, data, true);
    this.cause = cause;
  }
}
