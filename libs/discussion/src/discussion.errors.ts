import { DomainError } from '@roundtable/platform';

/** Refuses to refer to a message or statement that this room does not have. */
export class TargetMissing extends DomainError {
  constructor(target: number) {
    super('target_missing', `There is no message or statement number ${target} in this room.`, { target });
  }
}

/** Refuses to change or quote words that were withdrawn. */
export class TargetWithdrawn extends DomainError {
  constructor(target: number) {
    super('target_withdrawn', `The words of entry ${target} were withdrawn.`, { target });
  }
}

/** Refuses to change somebody else's words. */
export class NotYours extends DomainError {
  constructor(target: number) {
    super('not_yours', `Entry ${target} is not yours: only its author can change these words.`, { target });
  }
}

/** Refuses an act that would leave everything as it is. */
export class NothingChanged extends DomainError {
  constructor(data: Record<string, unknown>) {
    super('nothing_changed', 'Everything is already as you want it; nothing was recorded.', data);
  }
}

/** Refuses a quotation that is not in the replied text. */
export class WordsNotInReply extends DomainError {
  constructor(replyTo: number) {
    super('words_mismatch', `The quoted words do not stand in entry ${replyTo} now. Select them again.`, {
      seq: replyTo,
    });
  }
}

/** Refuses a quotation without a reply. */
export class QuoteWithoutReply extends DomainError {
  constructor() {
    super('invalid', 'quote needs replyTo: say which entry the words are from.', { field: 'replyTo' });
  }
}

/** Refuses people who never were in this meeting. */
export class NotInMeeting extends DomainError {
  constructor(field: string, participants: string[]) {
    super('invalid', `${field} names somebody who is not a participant of this meeting.`, {
      field,
      participants,
    });
  }
}

/** Refuses a read mark beyond the end of the record. */
export class MarkBeyondHead extends DomainError {
  constructor(seq: number, head: number) {
    super('invalid', `seq ${seq} is beyond the record, which ends at ${head}.`, { field: 'seq', head });
  }
}

/** Refuses a new statement of somebody who was removed from the meeting. */
export class SpeakerRemoved extends DomainError {
  constructor(speaker: string) {
    super('participant_removed', 'The speaker is no longer part of the meeting.', {
      field: 'speaker',
      speaker,
    });
  }
}
