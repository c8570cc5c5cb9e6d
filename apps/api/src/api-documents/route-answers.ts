/** What a route answers with on success: the contract's type, a list of it, or a file of that media type. */
export interface RouteAnswer {
  summary: string;
  schema?: string;
  isList?: boolean;
  file?: string;
  /** Fields of a multipart request. */
  multipart?: { files: string; isMany: boolean; fields?: string[] };
}

const M = '/api/v1/meetings/{meeting}';
const PERSON = `${M}/participants/{participant}`;
const CALENDAR = 'text/calendar';
const CSV = { files: 'file', isMany: false };

/** Every route by method and path. A route without its line, or a line without its route, fails a test. */
export const ROUTE_ANSWERS: Record<string, RouteAnswer> = {
  'get /api/health': {
    summary: 'Whether the server is ready, part by part; 503 when not.',
    schema: 'HealthView',
  },
  'get /api/health/live': { summary: 'Answers as long as the process does.' },
  'get /api/metrics': {
    summary:
      'What the process measures, for Prometheus: on this machine, or with the token of METRICS_TOKEN.',
    file: 'text/plain',
  },
  'get /api/openapi.json': { summary: 'This document.' },
  'get /api/asyncapi.json': { summary: 'The socket’s events.' },

  'get /api/v1/me': { summary: 'Who this browser is.', schema: 'MeView' },
  'post /api/v1/login': { summary: 'Signs an account in and sets the cookie.' },
  'post /api/v1/logout': { summary: 'Ends this sign-in.' },
  'get /api/v1/logins': { summary: 'The caller’s own sign-ins.', schema: 'LoginView', isList: true },
  'delete /api/v1/logins/{login}': { summary: 'Ends one of the caller’s sign-ins.' },
  'post /api/v1/password': { summary: 'Changes the caller’s password.' },
  'get /api/v1/setup/{token}': { summary: 'What a set-up link is for.', schema: 'SetupView' },
  'post /api/v1/setup/{token}': { summary: 'Uses a set-up link up and signs in.' },
  'get /api/v1/accounts': { summary: 'All accounts.', schema: 'AccountView', isList: true },
  'post /api/v1/accounts': {
    summary: 'Makes an account; its set-up link is shown once.',
    schema: 'AccountSetupLink',
  },
  'patch /api/v1/accounts/{account}': { summary: 'Changes role or access.', schema: 'AccountView' },
  'post /api/v1/accounts/{account}/setup-link': { summary: 'A new set-up link.', schema: 'AccountSetupLink' },
  'get /api/v1/audit': {
    summary: 'Acts of power in the installation: all for administrators, else those that concern the caller.',
    schema: 'AuditView',
    isList: true,
  },
  'get /api/v1/outbox': { summary: 'Mail that would have been sent.', schema: 'OutboxMail', isList: true },

  'get /api/v1/join/{token}': { summary: 'What a personal link invites to.', schema: 'JoinView' },
  'post /api/v1/join/{token}': {
    summary: 'Enters by a personal link and sets the cookie.',
    schema: 'EnterAnswer',
  },
  'get /api/v1/join/{token}/calendar.ics': { summary: 'The meeting for a calendar.', file: CALENDAR },
  'post /api/v1/join/resend': { summary: 'Asks for the link again; answered alike, whoever asks.' },

  'get /api/v1/meetings': { summary: 'The caller’s meetings.', schema: 'MeetingSummary', isList: true },
  'post /api/v1/meetings': { summary: 'Makes a meeting.', schema: 'MeetingDetail' },
  [`get ${M}`]: { summary: 'A meeting with everything that belongs to it.', schema: 'MeetingDetail' },
  [`patch ${M}`]: { summary: 'Changes a meeting.', schema: 'MeetingView' },
  [`get ${M}/audit`]: {
    summary: 'Acts of power in the meeting: all for its secretaries, else those that concern the caller.',
    schema: 'AuditView',
    isList: true,
  },
  [`get ${M}/lobby`]: { summary: 'For the invited who cannot read the room now.', schema: 'LobbyView' },
  [`get ${M}/calendar.ics`]: { summary: 'The meeting for a calendar.', file: CALENDAR },
  [`post ${M}/schedule`]: { summary: 'Schedules a draft.', schema: 'MeetingView' },
  [`post ${M}/open`]: { summary: 'Opens the meeting.', schema: 'MeetingView' },
  [`post ${M}/suspend`]: { summary: 'Suspends the meeting.', schema: 'MeetingView' },
  [`post ${M}/close`]: { summary: 'Closes the meeting for good.', schema: 'MeetingView' },
  [`post ${M}/delegations`]: { summary: 'Adds a delegation.', schema: 'DelegationView' },
  [`put ${M}/delegations/{delegation}`]: { summary: 'Changes a delegation.', schema: 'DelegationView' },
  [`delete ${M}/delegations/{delegation}`]: { summary: 'Removes a delegation nobody belongs to.' },
  [`post ${M}/participants`]: { summary: 'Adds a participant.', schema: 'ParticipantView' },
  [`put ${PERSON}`]: { summary: 'Changes a participant.', schema: 'ParticipantView' },
  [`delete ${PERSON}`]: { summary: 'Removes a participant; their words stay.' },
  [`post ${M}/participants/preview`]: {
    summary: 'Reads a participant list (CSV) row by row. Nothing is stored.',
    schema: 'ParticipantImportPreview',
    multipart: CSV,
  },
  [`post ${M}/participants/import`]: {
    summary: 'Takes a participant list over.',
    schema: 'ParticipantImportResult',
    multipart: CSV,
  },
  [`get ${M}/invitations`]: {
    summary: 'Personal links and their state.',
    schema: 'InvitationView',
    isList: true,
  },
  [`post ${M}/invitations/send`]: { summary: 'Mails the links that were not sent yet.' },
  [`post ${PERSON}/invitation`]: {
    summary: 'A new personal link; the old one ends.',
    schema: 'InvitationView',
  },
  [`delete ${PERSON}/invitation`]: { summary: 'Revokes a personal link; who is inside on it is out.' },
  [`post ${PERSON}/invitation/send`]: { summary: 'Mails a personal link.', schema: 'InvitationView' },
  [`get ${PERSON}/invitation/message`]: {
    summary: 'The letter, ready to paste.',
    schema: 'InvitationMessage',
  },
  [`get ${PERSON}/invitation/calendar.ics`]: { summary: 'The meeting for their calendar.', file: CALENDAR },
  [`post ${M}/items`]: { summary: 'Adds an agenda item.', schema: 'ItemView' },
  [`put ${M}/items/{item}`]: { summary: 'Changes an agenda item.', schema: 'ItemView' },
  [`post ${M}/items/{item}/move`]: { summary: 'Moves an agenda item.', schema: 'ItemView', isList: true },
  [`post ${M}/items/{item}/open`]: { summary: 'Opens an agenda item.', schema: 'ItemView' },
  [`post ${M}/items/{item}/close`]: { summary: 'Closes an agenda item.', schema: 'ItemView' },
  [`delete ${M}/items/{item}`]: { summary: 'Removes an agenda item.' },

  'get /api/v1/rooms/{room}/polls/{poll}/progress': {
    summary: 'How voting goes, as far as the caller may see it, and the votes they may cast.',
    schema: 'PollProgress',
  },
  'get /api/v1/rooms/{room}/entries': { summary: 'A page of the record.', schema: 'HistoryPage' },
  'get /api/v1/rooms/{room}/messages/{seq}/versions': {
    summary: 'Every text a message had, oldest first.',
    schema: 'MessageVersion',
    isList: true,
  },
  [`get ${M}/proposals`]: { summary: 'Proposals by number and decisions.' },
  [`get ${M}/proposals/similar`]: {
    summary: 'Proposals similar to some words, the most similar first.',
    schema: 'SimilarProposal',
    isList: true,
  },
  [`get ${M}/proposals/{number}`]: { summary: 'One proposal.', schema: 'ProposalView' },
  [`get ${M}/proposals/{number}/life`]: {
    summary: 'What became of a proposal: every step with who, when and why.',
    schema: 'ProposalStep',
    isList: true,
  },

  [`get ${M}/documents/{proposal}/versions`]: {
    summary: 'The versions of a proposal’s text, oldest first.',
    schema: 'DocumentVersionList',
  },
  [`get ${M}/documents/{proposal}/versions/{version}`]: {
    summary: 'One version with its text.',
    schema: 'DocumentVersionText',
  },
  [`get ${M}/documents/{proposal}/diff`]: {
    summary: 'What differs between two versions, by words.',
    schema: 'DocumentDiff',
  },
  [`get ${M}/amendments/{proposal}`]: {
    summary: 'The amendments on a proposal, by number, and which of them are in conflict.',
    schema: 'AmendmentList',
  },
  [`get ${M}/amendments/{proposal}/paragraphs`]: {
    summary: 'The paragraphs of a version, the newest where none is named.',
    schema: 'VersionParagraphs',
  },
  [`get ${M}/amendments/{proposal}/consolidated`]: {
    summary: 'The newest version with all accepted amendments in it, and where each paragraph came from.',
    schema: 'ConsolidatedText',
  },
  [`get ${M}/amendments/{proposal}/rebase/{amendment}`]: {
    summary: 'How an amendment could be brought up to date with the newest version.',
    schema: 'RebaseOffer',
  },
  [`get ${M}/amendments/{proposal}/steps/{amendment}`]: {
    summary: 'What became of an amendment, oldest first: who, when and why.',
    schema: 'AmendmentStepList',
  },
  [`get ${M}/set`]: { summary: 'The set of proposals with its lines in order.' },
  [`get ${M}/set.docx`]: {
    summary: 'The set as a Word document.',
    file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  [`get ${M}/set.pdf`]: { summary: 'The set as a tagged PDF (PDF/UA-1).', file: 'application/pdf' },
  [`get ${M}/set.csv`]: { summary: 'The set as CSV with a byte order mark.', file: 'text/csv' },
  [`get ${M}/communique`]: { summary: 'The communique; null before it is drafted.' },
  [`get ${M}/communique.docx`]: {
    summary: 'The communique as a Word document.',
    file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  [`get ${M}/communique.pdf`]: {
    summary: 'The communique as a tagged PDF (PDF/UA-1).',
    file: 'application/pdf',
  },
  [`get ${M}/set/versions`]: {
    summary: 'Every version of the set on the record, newest first.',
    schema: 'SetVersionView',
    isList: true,
  },

  [`get ${M}/follow-up`]: {
    summary: 'What became of adopted proposals, by number.',
    schema: 'FollowUpView',
    isList: true,
  },
  [`get ${M}/follow-up/{followUp}/updates`]: {
    summary: 'The reports on one follow-up, newest first, each with what it said before.',
    schema: 'FollowUpUpdate',
    isList: true,
  },
  [`post ${M}/follow-up/{followUp}/files`]: {
    summary: 'Keeps a file for a report that is to follow; it is judged by its content.',
    schema: 'FollowUpFile',
    multipart: CSV,
  },
  [`get ${M}/follow-up/files/{file}`]: {
    summary: 'A file that proves a report, for saving only.',
    file: 'application/octet-stream',
  },
  [`get ${M}/follow-up.csv`]: { summary: 'The follow-ups of a meeting as CSV.', file: 'text/csv' },
  'get /api/v1/follow-up': {
    summary: 'Follow-ups of all meetings whose follow-up the caller may read, what is overdue first.',
    schema: 'FollowUpAcross',
    isList: true,
  },
  'get /api/v1/follow-up.csv': { summary: 'The same as CSV.', file: 'text/csv' },

  [`get ${M}/transcript`]: {
    summary: 'A page of the transcript: newest words, tombstones, reactions, events.',
    schema: 'TranscriptPage',
  },
  [`get ${M}/transcript/outline`]: {
    summary: 'Hours, items, speakers and outcome: what a reader can jump to.',
    schema: 'TranscriptOutline',
  },
  [`get ${M}/transcript/search`]: {
    summary: 'Words, "a phrase", -without; marks are offsets in the excerpt.',
    schema: 'SearchAnswer',
  },
  [`get ${M}/export.json`]: {
    summary: 'The whole meeting as canonical JSON (docs/schema/export.schema.json).',
    schema: 'MeetingExport',
  },
  [`get ${M}/export.md`]: { summary: 'The whole meeting as Markdown.', file: 'text/markdown' },
  'post /api/v1/imports/json': {
    summary: 'Brings an exported meeting in, ids and all; refused as a whole where any id exists.',
    multipart: { files: 'file', isMany: false },
  },
  'post /api/v1/imports/w3c/preview': {
    summary: 'Says what W3C/IRC logs hold. Nothing is stored.',
    schema: 'W3cImportPreview',
    multipart: { files: 'files', isMany: true },
  },
  'post /api/v1/imports/w3c': {
    summary: 'Brings W3C/IRC logs in as closed meetings, each file at most once.',
    schema: 'W3cImportResult',
    multipart: { files: 'files', isMany: true, fields: ['speakers'] },
  },
};
