import { ERROR_SENTENCES, type ErrorCode, type MeetingAct, type MeetingState } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

type MeetingsCode = Extract<
  ErrorCode,
  | 'not_found'
  | 'forbidden'
  | 'last_secretary'
  | 'stale_version'
  | 'nothing_changed'
  | 'delegation_in_use'
  | 'participant_removed'
  | 'item_state'
  | 'consent_required'
  | 'client_id_reused'
>;

/** Refuses with a code whose standard sentence says it all. */
export class MeetingsError extends DomainError {
  constructor(code: MeetingsCode, data?: Record<string, unknown>) {
    super(code, ERROR_SENTENCES[code], data);
  }
}

/** Refuses an act that the meeting's state does not allow, and names the state. */
export class MeetingStateError extends DomainError {
  constructor(state: MeetingState, act?: MeetingAct) {
    const wanted = act ? `so it cannot be ${PAST[act]}` : 'so this cannot be changed';
    super('meeting_state', `The meeting is ${state}, ${wanted}.`, { state, ...(act && { act }) });
  }
}

/** Names one wrong field. */
export class FieldError extends DomainError {
  constructor(field: string, reason: string) {
    super('invalid', `${field} ${reason}.`, { field });
  }
}

/** Refuses an uploaded file that is not a list of participants. */
export class UnreadableFileError extends DomainError {
  constructor(reason: string) {
    super('unreadable_file', reason);
  }
}

const PAST: Record<MeetingAct, string> = {
  schedule: 'scheduled',
  open: 'opened',
  suspend: 'suspended',
  close: 'closed',
};
