import { DomainError } from '@roundtable/platform';

/** Refuses a page that is asked for from two places at once. */
export class OnePlaceOnly extends DomainError {
  constructor() {
    super('invalid', 'Give only one of after, before and around.', { field: 'after' });
  }
}

/** Refuses what ISO 8601 knows and no clock shows, such as a week. */
export class NoMoment extends DomainError {
  constructor(field: string) {
    super('invalid', `${field} must be a moment, for example 2026-03-02T04:00:00.000Z.`, { field });
  }
}

/** Refuses a period that ends before it begins. */
export class PeriodReversed extends DomainError {
  constructor() {
    super('invalid', 'to is earlier than from: exchange them.', { field: 'to' });
  }
}

/** Refuses an upload without the file it is about. */
export class FileMissing extends DomainError {
  constructor(field: string) {
    super('invalid', `Send the file in the multipart field ${field}.`, { field });
  }
}

/** Refuses a file that is not what it should be, saying where it departs from it. */
export class UnreadableFile extends DomainError {
  constructor(sentence: string, data?: Record<string, unknown>) {
    super('unreadable_file', sentence, data);
  }
}

/** Refuses an import whole because something in it is here already. */
export class IdsExist extends DomainError {
  constructor(kind: string, id: string) {
    super(
      'ids_exist',
      `The ${kind} ${id} is already in this installation; nothing was imported. An export is imported where its meeting does not exist.`,
      { kind, id },
    );
  }
}

/** Refuses an import that would leave the importer outside: nobody in the meeting can stand for them. */
export class NobodyToStandFor extends DomainError {
  constructor() {
    super(
      'invalid',
      'The exported meeting has no secretary whose place you could take, so nobody could open it. Import it on the command line.',
      { field: 'file' },
    );
  }
}
