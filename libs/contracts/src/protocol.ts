import type {
  AcceptAmendment,
  DecideAmendment,
  MergeAmendments,
  PromoteAmendment,
  RebaseAmendment,
  RecommendOnAmendment,
  RegulateAmendments,
  SponsorAmendment,
  TableAmendment,
  WithdrawAmendment,
} from './amendments.js';
import type {
  EditMessage,
  MakeStatement,
  MarkRead,
  PostMessage,
  ReactToMessage,
  ReadMark,
  WithdrawMessage,
} from './discussion.js';
import type {
  DocumentOpened,
  DocumentPointed,
  DocumentUpdated,
  DocumentUpdates,
  LeaveDocument,
  OpenDocument,
  PointInDocument,
  UpdateDocument,
  VersionDocument,
} from './documents.js';
import type { WireError } from './errors.js';
import type { EndSpeech, GrantFloor, RequestFloor, WithdrawRequest } from './floor.js';
import type { BeginFollowUp, ChangeFollowUp, CorrectFollowUp, ReportOnFollowUp } from './follow-up.js';
import type { CancelPoll, CastAnswer, CastBallot, ClosePoll, CreatePoll, PollAct } from './polls.js';
import type { PresenceChanged, Typed, TypingIntent } from './presence.js';
import type {
  AddSources,
  CaptureProposal,
  ChangeProposal,
  DecideProposal,
  MergeProposal,
  MoveProposal,
  RecommendOnProposal,
  TakePosition,
  WithdrawProposal,
} from './proposals.js';
import type {
  AdoptCommunique,
  AdoptSet,
  ArrangeSet,
  ChangeCommunique,
  ChangeLine,
  Circulate,
  DraftCommunique,
  DraftSet,
  Objection,
  RefreshLine,
  Reserve,
  ReserveOnCommunique,
  ResolveBracket,
  WithdrawCommuniqueReservation,
  WithdrawReservation,
} from './publications.js';
import type { Ack, RecordEntries, RecordHead, SyncAnswer, SyncRequest } from './record.js';

/** Version of everything on the wire. Sent in the handshake (`auth: {v}`) and in each intent. */
export const PROTOCOL_VERSION = 1;

/** Client to server: name, payload and what a success is answered with. Failure is `{ok: false, error}`. */
export interface IntentMap {
  'record.sync': { payload: SyncRequest; answer: SyncAnswer & { ok: true } };
  'record.leave': { payload: { v: number; room: string }; answer: { ok: true } };
  'presence.typing': { payload: TypingIntent; answer: { ok: true } };
  'discussion.post': { payload: PostMessage; answer: Ack };
  'discussion.state': { payload: MakeStatement; answer: Ack };
  'discussion.edit': { payload: EditMessage; answer: Ack };
  'discussion.withdraw': { payload: WithdrawMessage; answer: Ack };
  'discussion.react': { payload: ReactToMessage; answer: Ack };
  'discussion.mark_read': { payload: MarkRead; answer: { ok: true } };
  'floor.request': { payload: RequestFloor; answer: Ack };
  'floor.withdraw': { payload: WithdrawRequest; answer: Ack };
  'floor.grant': { payload: GrantFloor; answer: Ack };
  'floor.end': { payload: EndSpeech; answer: Ack };
  'proposals.capture': { payload: CaptureProposal; answer: Ack };
  'proposals.change': { payload: ChangeProposal; answer: Ack };
  'proposals.withdraw': { payload: WithdrawProposal; answer: Ack };
  'proposals.add_sources': { payload: AddSources; answer: Ack };
  'proposals.move': { payload: MoveProposal; answer: Ack };
  'proposals.decide': { payload: DecideProposal; answer: Ack };
  'proposals.merge': { payload: MergeProposal; answer: Ack };
  'proposals.recommend': { payload: RecommendOnProposal; answer: Ack };
  'proposals.position': { payload: TakePosition; answer: Ack };
  'documents.open': { payload: OpenDocument; answer: DocumentOpened };
  'documents.update': { payload: UpdateDocument; answer: DocumentUpdated };
  'documents.version': { payload: VersionDocument; answer: Ack };
  'documents.point': { payload: PointInDocument; answer: { ok: true } };
  'documents.leave': { payload: LeaveDocument; answer: { ok: true } };
  'amendments.table': { payload: TableAmendment; answer: Ack };
  'amendments.sponsor': { payload: SponsorAmendment; answer: Ack };
  'amendments.recommend': { payload: RecommendOnAmendment; answer: Ack };
  'amendments.accept': { payload: AcceptAmendment; answer: Ack };
  'amendments.decide': { payload: DecideAmendment; answer: Ack };
  'amendments.withdraw': { payload: WithdrawAmendment; answer: Ack };
  'amendments.rebase': { payload: RebaseAmendment; answer: Ack };
  'amendments.merge': { payload: MergeAmendments; answer: Ack };
  'amendments.promote': { payload: PromoteAmendment; answer: Ack };
  'amendments.regulate': { payload: RegulateAmendments; answer: Ack };
  'polls.create': { payload: CreatePoll; answer: Ack };
  'polls.start': { payload: PollAct; answer: Ack };
  'polls.hide_results': { payload: PollAct; answer: Ack };
  'polls.cast': { payload: CastBallot; answer: CastAnswer };
  'polls.close': { payload: ClosePoll; answer: Ack };
  'polls.publish': { payload: PollAct; answer: Ack };
  'polls.cancel': { payload: CancelPoll; answer: Ack };
  'publications.draft_set': { payload: DraftSet; answer: Ack };
  'publications.arrange_set': { payload: ArrangeSet; answer: Ack };
  'publications.change_line': { payload: ChangeLine; answer: Ack };
  'publications.refresh_line': { payload: RefreshLine; answer: Ack };
  'publications.reserve': { payload: Reserve; answer: Ack };
  'publications.withdraw_reservation': { payload: WithdrawReservation; answer: Ack };
  'publications.adopt_set': { payload: AdoptSet; answer: Ack };
  'publications.draft_communique': { payload: DraftCommunique; answer: Ack };
  'publications.change_communique': { payload: ChangeCommunique; answer: Ack };
  'publications.resolve_bracket': { payload: ResolveBracket; answer: Ack };
  'publications.reserve_on_communique': { payload: ReserveOnCommunique; answer: Ack };
  'publications.withdraw_communique_reservation': { payload: WithdrawCommuniqueReservation; answer: Ack };
  'publications.adopt_communique': { payload: AdoptCommunique; answer: Ack };
  'publications.circulate': { payload: Circulate; answer: Ack };
  'publications.object': { payload: Objection; answer: Ack };
  'follow_up.begin': { payload: BeginFollowUp; answer: Ack };
  'follow_up.change': { payload: ChangeFollowUp; answer: Ack };
  'follow_up.report': { payload: ReportOnFollowUp; answer: Ack };
  'follow_up.correct': { payload: CorrectFollowUp; answer: Ack };
}
export type IntentName = keyof IntentMap;
export type IntentPayload<N extends IntentName> = IntentMap[N]['payload'];
export type IntentAnswer<N extends IntentName> = IntentMap[N]['answer'];
/** Intents that append to the record: they carry a clientId and may wait in a client's outbox. */
export type AppendIntent = { [N in IntentName]: IntentAnswer<N> extends Ack ? N : never }[IntentName];
export type Refusal = { ok: false; error: WireError };

/** Server to client. */
export interface ServerEvents {
  'record.entries': RecordEntries;
  'record.head': RecordHead;
  'presence.changed': PresenceChanged;
  'presence.typed': Typed;
  'discussion.read_mark': ReadMark;
  'documents.updated': DocumentUpdates;
  'documents.pointed': DocumentPointed;
  'connection.closing': ConnectionClosing;
}

/** Why the server is about to end a connection, and what the client does about it. */
export const CLOSE_CODES = {
  login_ended: 'The sign-in has ended: do not reconnect, ask the person to enter again.',
  link_revoked: 'The personal link was withdrawn: do not reconnect, erase what is kept of the room.',
  removed: 'The person is no longer part of the meeting: do not reconnect, erase what is kept of the room.',
  room_left: 'The right to read the room ended: leave it, keep the connection.',
  protocol_version: 'Reload the page.',
  server_stopping: 'Reconnect after the given time.',
  too_many_connections: 'Close other tabs; do not reconnect by itself.',
  slow: 'The connection could not keep up: reconnect and catch up.',
} as const;
export type CloseCode = keyof typeof CLOSE_CODES;

/** `connection.closing`, sent right before the server disconnects. */
export interface ConnectionClosing {
  code: CloseCode;
  message: string;
  retryAfterMs?: number;
}
