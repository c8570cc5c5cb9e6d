import type { EntityManager } from 'typeorm';

/** One letter. Text is always there; a letter never holds the contents of a closed room. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: MailAttachment[];
}

/** One attached file, for example an invitation in iCalendar form. */
export interface MailAttachment {
  filename: string;
  contentType: string;
  content: string | Buffer;
}

/** Takes letters to be sent after commit. A port, implemented in notices. */
export abstract class MailOutbox {
  /** Puts a letter in the outbox within the caller's transaction: rolled back, it was never written. */
  abstract enqueue(manager: EntityManager, mail: Mail): Promise<void>;
}
