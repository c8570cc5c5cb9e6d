import { ERROR_SENTENCES, type ErrorCode, type WireError } from '@roundtable/contracts';

/** What is said of the change itself: it would be said again, whoever sends it and whenever. */
const OF_CHANGE: readonly ErrorCode[] = [
  'invalid',
  'payload_too_large',
  'document_malformed',
  'document_forged',
  'document_behind',
  'document_too_large',
];

/** Says whether a change was refused for what it is, not for who sent it or where the proposal stands. */
export function isOfChange({ code }: WireError): boolean {
  return OF_CHANGE.includes(code);
}

/** Said of a change that no frame could hold, without asking the server. */
export function tooLarge(): WireError {
  return { code: 'payload_too_large', message: ERROR_SENTENCES.payload_too_large };
}
