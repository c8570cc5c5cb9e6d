/** Every code an intent or a request can be refused with. Stable: clients act on the code, people read the sentence. */
export const ERROR_SENTENCES = {
  invalid: 'A field is missing or wrong; the answer names it.',
  unauthenticated: 'You are not signed in, or your sign-in has ended. Open your invitation link again.',
  forbidden: 'Your role in this meeting does not allow this.',
  not_found: 'There is nothing at this address that you may see.',
  rate_limited: 'Too many attempts. Wait a moment and try again.',
  payload_too_large: 'This is larger than the server accepts.',
  protocol_version: 'This page is older or newer than the server. Reload it.',
  too_many_connections: 'This sign-in has too many pages open. Close some of them and reload this one.',
  origin_refused: 'Requests from this site are not accepted.',
  internal: 'Something went wrong on the server. Nothing was saved; try again.',
  unavailable: 'The database cannot be reached right now. Your words are kept and sent when it returns.',
  busy: 'The server is too busy for this at the moment. Nothing is lost; try again in a moment.',
  not_writable:
    'Nothing can be written at the moment: the database is full or read-only. Reading goes on; your words are kept and sent when it can be written again.',
  credentials: 'This e-mail address and password do not match.',
  weak_password: 'Choose a longer password that is not easy to guess.',
  link_invalid: 'This link is not complete or was never issued. Ask for a new one.',
  link_revoked: 'This link was withdrawn by the secretariat. Ask for a new one.',
  link_expired: 'This link has expired. Ask for a new one.',
  link_used: 'This one-time link has already been used.',
  consent_required: 'To enter, agree that a record is kept.',
  email_taken: 'There is already an account with this e-mail address.',
  last_administrator: 'The last administrator cannot be removed or demoted.',
  last_secretary: 'A meeting needs at least one secretary.',
  meeting_state: 'The meeting is not in a state that allows this.',
  meeting_not_open: 'The meeting is not open; nothing can be said in the room now.',
  room_closed: 'The room is closed; its record can be read but not added to.',
  stale_version: 'Somebody changed this in the meantime. Look at the newer version and try again.',
  client_id_reused: 'This message number was already used for other words.',
  target_missing: 'The entry this refers to does not exist in this room.',
  target_withdrawn: 'These words were withdrawn.',
  not_yours: 'Only the author can change these words.',
  nothing_changed: 'Nothing was changed.',
  delegation_in_use: 'People still belong to this delegation. Move them first.',
  participant_removed: 'This person is no longer part of the meeting.',
  hand_already_raised: 'You are already on the list of speakers.',
  hand_not_raised: 'You are not on the list of speakers.',
  request_state: 'This request for the floor is not waiting any more.',
  item_state: 'The agenda item is not in a state that allows this.',
  words_mismatch: 'The marked words are not in that entry. Select them again.',
  proposal_state: 'The proposal can no longer be changed.',
  proposal_move:
    'The proposal cannot take this step from where it stands; the answer names the steps it can take.',
  proposal_decided: 'The proposal has been decided already; the answer says what was decided and by whom.',
  proposal_frozen:
    'The proposal was admitted: its submitters cannot change the text any more; propose an amendment.',
  not_submitter: 'Only those who submit this proposal, or the staff of the meeting, may do this.',
  reason_required: 'This step needs a reason, which stands in the record.',
  document_malformed:
    'This change to the text cannot be read, or brings what a text may not hold. Nothing was changed.',
  document_forged: 'This change carries words in the name of somebody else. Nothing was changed.',
  document_behind:
    'This change builds on words that the server does not have. Open the document again; nothing was changed.',
  document_too_large: 'The text is larger than a document may be. Make it shorter, or split it.',
  draft_ahead:
    'The shared text of this proposal holds words or suggestions that the proposal does not have yet. Save a version of it first, or write your change there.',
  amendment_state: 'The amendment is not in a state that allows this; the answer says in which it is.',
  amendment_decided: 'The amendment has been decided already; the answer says how and by whom.',
  amendment_conflict: 'These amendments change the same paragraph; the answer names them. Merge one of them.',
  amendment_behind:
    'The text that this amendment changes reads otherwise now; it must be brought up to date first.',
  amendments_stopped: 'New amendments on this proposal are not taken any more.',
  too_many_amendments: 'You have as many open amendments on this proposal as one person may have.',
  not_sponsor: 'Only the lead sponsor of this amendment, or the staff of the meeting, may do this.',
  poll_state: 'The poll is not in a state that allows this.',
  poll_wrong: 'These rules for a poll contradict each other; the answer names the field.',
  threshold_too_high: 'This asks for more than 100 %, which nothing could ever meet.',
  elector_unknown: 'This is nobody who could have a vote in this meeting.',
  proxy_circle: 'These proxies form a circle: in the end nobody would hold the vote.',
  not_entitled: 'You have no vote in this poll, or this vote is not yours to cast.',
  not_present: 'In this poll only those who are in the room may vote.',
  already_cast: 'A secret ballot was cast with this vote already; nobody can change or find it.',
  ballot_wrong: 'The ballot is not filled in as this poll asks.',
  publication_state: 'The set or the communique is not in a state that allows this.',
  no_delegation: 'Reservations and objections are a delegation’s, and you speak for none here.',
  brackets_wrong: 'The square brackets do not pair, or stand inside each other.',
  brackets_open: 'There are brackets that are not resolved yet; the answer counts them.',
  silence_over: 'The time for objections has passed.',
  follow_up_state: 'The proposal is not adopted, or is followed up already.',
  not_responsible: 'Only who is responsible for this, or the secretariat, can report on it.',
  file_refused: 'This file is not taken: send a PDF, a picture, a document without macros, or plain text.',
  unreadable_file: 'The file cannot be read as what it should be.',
  not_a_log: 'This file is not a meeting log.',
  already_imported: 'This file was imported before.',
  ids_exist: 'Something with these ids is already here; the import was refused as a whole.',
} as const;

export type ErrorCode = keyof typeof ERROR_SENTENCES;
export const ERROR_CODES = Object.keys(ERROR_SENTENCES) as ErrorCode[];

/** How an unsuccessful intent or request is answered, the same over the socket and over HTTP (`{ok: false, error}`). */
export interface WireError {
  code: ErrorCode;
  /** One English sentence: what is wrong and what to do. Clients translate by code. */
  message: string;
  /** Named details, e.g. `{field: 'body', limit: 10000}` or `{retryAfterMs: 2000}`. */
  data?: Record<string, unknown>;
  /** True where trying again with the same clientId may succeed. */
  retry?: boolean;
}
