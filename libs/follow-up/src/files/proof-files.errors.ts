import { LIMITS, type FileFault } from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** Refuses a file for what it is, in words for whoever chose it. */
export class FileRefused extends DomainError {
  constructor({ why, fault }: { why: FileFault; fault: string }) {
    super('file_refused', fault, { field: 'file', why });
  }
}

/** Refuses an upload without a file. */
export class FileMissing extends DomainError {
  constructor() {
    super('invalid', 'Send one file in the field "file" of a multipart form.', { field: 'file' });
  }
}

/** Refuses more than a meeting keeps, or than one person may leave unused. */
export class TooManyFiles extends DomainError {
  constructor(limit: 'followUpRoomBytes' | 'followUpUnusedFiles') {
    const sentence =
      limit === 'followUpRoomBytes'
        ? `This meeting keeps ${LIMITS[limit] / (1024 * 1024)} MB of proofs already. Give the address of the file instead.`
        : `You uploaded ${LIMITS[limit]} files that stand in no report. Send a report with them first.`;
    super('payload_too_large', sentence, { field: 'file', limit: LIMITS[limit] });
  }
}

/** Refuses a file that is not there, or not for this reader. */
export class ProofFileMissing extends DomainError {
  constructor() {
    super('not_found', 'There is no such file in this meeting.', { what: 'file' });
  }
}
