import { ERROR_SENTENCES, LIMITS } from '@roundtable/contracts';
import { databaseFailureOf, databaseRefusal, DomainError } from '@roundtable/platform';

/** Refuses a document of no proposal in this room, and one that nobody has opened yet. */
export class DocumentNotFound extends DomainError {
  constructor(proposal: string) {
    super('not_found', 'There is no such proposal in this room, or its document was not opened yet.', {
      proposal,
    });
  }
}

/** Refuses bytes that are no update, and updates that bring what a text may not hold. */
export class UpdateMalformed extends DomainError {
  constructor(why: string) {
    super('document_malformed', `This change to the text was refused: ${why}. Nothing was changed.`, { why });
  }
}

/** Refuses words in the name of somebody else. */
export class UpdateForged extends DomainError {
  constructor(client: number) {
    super('document_forged', ERROR_SENTENCES.document_forged, { client });
  }
}

/** Refuses an update that builds on others which never came. */
export class UpdateBehind extends DomainError {
  constructor(client: number, clock: number) {
    super('document_behind', ERROR_SENTENCES.document_behind, { client, clock });
  }
}

/** Refuses an update that would make the document larger than it may be. */
export class DocumentTooLarge extends DomainError {
  constructor(bytes: number) {
    super('document_too_large', ERROR_SENTENCES.document_too_large, { bytes, limit: LIMITS.documentBytes });
  }
}

/** Refuses a version of a text that is too long to be one. */
export class VersionTooLong extends DomainError {
  constructor(length: number) {
    super('document_too_large', ERROR_SENTENCES.document_too_large, {
      length,
      limit: LIMITS.documentTextLength,
    });
  }
}

/** Refuses to give a proposal another text while its document holds words that the proposal lacks. */
export class DraftAhead extends DomainError {
  constructor(proposal: string) {
    super('draft_ahead', ERROR_SENTENCES.draft_ahead, { proposal });
  }
}

/** Refuses a text that would not be a proposal's any more once the document writes it. */
export class TextDoesNotFit extends DomainError {
  constructor(length: number) {
    const limit = LIMITS.proposalTextLength;
    const words =
      length === 0
        ? 'Nothing would be left of this text: it holds no words that a proposal can have.'
        : `Written as the shared document writes it, this text has ${length} characters; a proposal holds ${limit} at most.`;
    super('invalid', words, { field: 'text', limit, length });
  }
}

/** Refuses a version that reads as the one before. */
export class VersionUnchanged extends DomainError {
  constructor(version: number) {
    super('nothing_changed', `The text reads as in version ${version}; nothing was recorded.`, { version });
  }
}

/** Refuses to read a version that does not exist. */
export class VersionNotFound extends DomainError {
  constructor(version: number) {
    super('not_found', `This document has no version ${version}.`, { version });
  }
}

/** Refuses an update whose client id the same person used for another. */
export class UpdateIdReused extends DomainError {
  constructor() {
    super('client_id_reused', ERROR_SENTENCES.client_id_reused, { field: 'clientId' });
  }
}

/** Says that the database could not do it now. Trying again with the same client id is safe. */
export class DocumentUnavailable extends DomainError {
  constructor(cause: unknown) {
    const { code, message, data } = databaseRefusal(databaseFailureOf(cause) ?? 'unavailable');
    super(code, message, data, true);
    this.cause = cause;
  }
}
