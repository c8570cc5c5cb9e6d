import type {
  AcceptAmendment,
  AddSources,
  AdoptCommunique,
  AdoptSet,
  AppendIntent,
  ArrangeSet,
  BeginFollowUp,
  CancelPoll,
  CaptureProposal,
  CastBallot,
  ChangeCommunique,
  ChangeFollowUp,
  ChangeLine,
  ChangeProposal,
  Circulate,
  ClosePoll,
  CorrectFollowUp,
  CreatePoll,
  DecideAmendment,
  DecideProposal,
  DraftCommunique,
  DraftSet,
  EditMessage,
  EndSpeech,
  GrantFloor,
  MakeStatement,
  MergeAmendments,
  MergeProposal,
  MoveProposal,
  Objection,
  PollAct,
  PostMessage,
  PromoteAmendment,
  ReactToMessage,
  RebaseAmendment,
  RecommendOnAmendment,
  RecommendOnProposal,
  RefreshLine,
  RegulateAmendments,
  ReportOnFollowUp,
  RequestFloor,
  Reserve,
  ReserveOnCommunique,
  ResolveBracket,
  SponsorAmendment,
  TableAmendment,
  TakePosition,
  VersionDocument,
  WireError,
  WithdrawAmendment,
  WithdrawCommuniqueReservation,
  WithdrawMessage,
  WithdrawProposal,
  WithdrawReservation,
} from '@roundtable/contracts';
import type { Connection } from './connection.js';
import type { DocumentGround } from './documents/document-session.js';
import { memoryDocuments, type DocumentStore } from './documents/document-store.js';
import type { RoomHttp } from './http.js';
import { FollowedRoom } from './followed-room.js';
import type { Sending } from './pending-item.js';
import type { OutboxStore } from './outbox.js';
import type { RoomState } from './room-state.js';
import type { TabLocks } from './tab-locks.js';
import { realTimers, type Timers } from './timers.js';

type Said<P> = Omit<P, 'v' | 'room' | 'clientId'>;

/** What came of asking for history. `loaded` counts places filled; 0 where nothing was missing. */
export type LoadResult = { ok: true; loaded: number } | { ok: false; error: WireError };

/**
 * A room that is being followed. Send helpers answer at once; `done` of their answer tells what became of it.
 * Words (discussion, proposals) wait in the outbox until they are sent. Acts on the floor, steps of
 * proposals, positions and polls are done now or not at all.
 */
export interface Room {
  /** The same object until something changes. */
  getView(): RoomState;
  /** Called after changes, batched. The answer ends it. */
  subscribe(listener: () => void): () => void;

  post(words: Said<PostMessage>): Sending;
  state(words: Said<MakeStatement>): Sending;
  edit(words: Said<EditMessage>): Sending;
  withdraw(words: Said<WithdrawMessage>): Sending;
  react(words: Said<ReactToMessage>): Sending;
  capture(words: Said<CaptureProposal>): Sending;
  changeProposal(words: Said<ChangeProposal>): Sending;
  withdrawProposal(words: Said<WithdrawProposal>): Sending;
  addSources(words: Said<AddSources>): Sending;

  requestFloor(words?: Said<RequestFloor>): Sending;
  /** Lowers one's own hand. */
  withdrawRequest(): Sending;
  grantFloor(words: Said<GrantFloor>): Sending;
  endSpeech(words: Said<EndSpeech>): Sending;

  moveProposal(words: Said<MoveProposal>): Sending;
  decideProposal(words: Said<DecideProposal>): Sending;
  mergeProposal(words: Said<MergeProposal>): Sending;
  recommendOnProposal(words: Said<RecommendOnProposal>): Sending;
  takePosition(words: Said<TakePosition>): Sending;
  /** Fixes the text of a proposal's document as it is on the server now. */
  versionDocument(words: Said<VersionDocument>): Sending;
  tableAmendment(words: Said<TableAmendment>): Sending;
  sponsorAmendment(words: Said<SponsorAmendment>): Sending;
  recommendOnAmendment(words: Said<RecommendOnAmendment>): Sending;
  acceptAmendment(words: Said<AcceptAmendment>): Sending;
  decideAmendment(words: Said<DecideAmendment>): Sending;
  withdrawAmendment(words: Said<WithdrawAmendment>): Sending;
  rebaseAmendment(words: Said<RebaseAmendment>): Sending;
  mergeAmendments(words: Said<MergeAmendments>): Sending;
  promoteAmendment(words: Said<PromoteAmendment>): Sending;
  regulateAmendments(words: Said<RegulateAmendments>): Sending;
  createPoll(words: Said<CreatePoll>): Sending;
  startPoll(words: Said<PollAct>): Sending;
  hidePollResults(words: Said<PollAct>): Sending;
  /** `done` brings the receipt along. */
  castBallot(words: Said<CastBallot>): Sending;
  closePoll(words: Said<ClosePoll>): Sending;
  publishPoll(words: Said<PollAct>): Sending;
  cancelPoll(words: Said<CancelPoll>): Sending;

  draftSet(words: Said<DraftSet>): Sending;
  arrangeSet(words: Said<ArrangeSet>): Sending;
  changeLine(words: Said<ChangeLine>): Sending;
  refreshLine(words: Said<RefreshLine>): Sending;
  reserve(words: Said<Reserve>): Sending;
  withdrawReservation(words: Said<WithdrawReservation>): Sending;
  adoptSet(words: Said<AdoptSet>): Sending;
  draftCommunique(words: Said<DraftCommunique>): Sending;
  changeCommunique(words: Said<ChangeCommunique>): Sending;
  resolveBracket(words: Said<ResolveBracket>): Sending;
  reserveOnCommunique(words: Said<ReserveOnCommunique>): Sending;
  withdrawCommuniqueReservation(words: Said<WithdrawCommuniqueReservation>): Sending;
  adoptCommunique(words: Said<AdoptCommunique>): Sending;
  circulate(words: Said<Circulate>): Sending;
  object(words: Said<Objection>): Sending;
  beginFollowUp(words: Said<BeginFollowUp>): Sending;
  changeFollowUp(words: Said<ChangeFollowUp>): Sending;
  reportOnFollowUp(words: Said<ReportOnFollowUp>): Sending;
  correctFollowUp(words: Said<CorrectFollowUp>): Sending;

  /** Sends refused words again, changed, under a new clientId. Null where nothing refused has that id. */
  revise(clientId: string, words: object): Sending | null;
  /** Forgets refused words. */
  discard(clientId: string): boolean;

  markRead(seq: number): void;
  /** Call at each keystroke with true; it is passed on sparingly. */
  typing(on: boolean): void;

  /** Loads older places before `seq`; by default before the newest loaded stretch. */
  loadBefore(seq?: number, limit?: number): Promise<LoadResult>;
  loadAfter(seq: number, limit?: number): Promise<LoadResult>;
  /** For a permalink. Nothing is asked where the place is loaded. */
  loadAround(seq: number, limit?: number): Promise<LoadResult>;

  /** What the room's documents are opened on: `openDocument(room.ground, proposal)`. */
  readonly ground: DocumentGround;

  /** Leaves the room. What waits in the outbox stays there. */
  close(): void;
}

export interface RoomOptions {
  connection: Connection;
  room: string;
  /** Participant's id: whose outbox it is. */
  self: string;
  outbox: OutboxStore;
  http: RoomHttp;
  /** Keeps unsaved changes to documents; as long as the process lasts, unless told. */
  documents?: DocumentStore;
  timers?: Timers;
  locks?: TabLocks;
  /** Runs a notification later, once for many changes; a microtask by default. */
  schedule?: (notify: () => void) => void;
}

/** Joins the room and follows it until `close`. */
export function openRoom(options: RoomOptions): Room {
  const followed = new FollowedRoom(options);
  const say =
    <N extends AppendIntent>(intent: N) =>
    (words: Parameters<typeof followed.say<N>>[1]) =>
      followed.say(intent, words);
  const act =
    <N extends AppendIntent>(intent: N) =>
    (words: Parameters<typeof followed.act<N>>[1]) =>
      followed.act(intent, words);
  return {
    getView: () => followed.getState(),
    subscribe: (listener) => followed.subscribe(listener),
    post: say('discussion.post'),
    state: say('discussion.state'),
    edit: say('discussion.edit'),
    withdraw: say('discussion.withdraw'),
    react: say('discussion.react'),
    capture: say('proposals.capture'),
    changeProposal: say('proposals.change'),
    withdrawProposal: say('proposals.withdraw'),
    addSources: say('proposals.add_sources'),
    requestFloor: (words = {}) => followed.act('floor.request', words),
    withdrawRequest: () => followed.act('floor.withdraw', {}),
    grantFloor: act('floor.grant'),
    endSpeech: act('floor.end'),
    moveProposal: act('proposals.move'),
    decideProposal: act('proposals.decide'),
    mergeProposal: act('proposals.merge'),
    recommendOnProposal: act('proposals.recommend'),
    takePosition: act('proposals.position'),
    versionDocument: act('documents.version'),
    tableAmendment: act('amendments.table'),
    sponsorAmendment: act('amendments.sponsor'),
    recommendOnAmendment: act('amendments.recommend'),
    acceptAmendment: act('amendments.accept'),
    decideAmendment: act('amendments.decide'),
    withdrawAmendment: act('amendments.withdraw'),
    rebaseAmendment: act('amendments.rebase'),
    mergeAmendments: act('amendments.merge'),
    promoteAmendment: act('amendments.promote'),
    regulateAmendments: act('amendments.regulate'),
    createPoll: act('polls.create'),
    startPoll: act('polls.start'),
    hidePollResults: act('polls.hide_results'),
    castBallot: act('polls.cast'),
    closePoll: act('polls.close'),
    publishPoll: act('polls.publish'),
    cancelPoll: act('polls.cancel'),
    draftSet: act('publications.draft_set'),
    arrangeSet: act('publications.arrange_set'),
    changeLine: act('publications.change_line'),
    refreshLine: act('publications.refresh_line'),
    reserve: act('publications.reserve'),
    withdrawReservation: act('publications.withdraw_reservation'),
    adoptSet: act('publications.adopt_set'),
    draftCommunique: act('publications.draft_communique'),
    changeCommunique: act('publications.change_communique'),
    resolveBracket: act('publications.resolve_bracket'),
    reserveOnCommunique: act('publications.reserve_on_communique'),
    withdrawCommuniqueReservation: act('publications.withdraw_communique_reservation'),
    adoptCommunique: act('publications.adopt_communique'),
    circulate: act('publications.circulate'),
    object: act('publications.object'),
    beginFollowUp: act('follow_up.begin'),
    changeFollowUp: act('follow_up.change'),
    reportOnFollowUp: act('follow_up.report'),
    correctFollowUp: act('follow_up.correct'),
    revise: (clientId, words) => followed.outbox.revise(clientId, words),
    discard: (clientId) => followed.outbox.discard(clientId),
    markRead: (seq) => followed.readMarker.mark(seq),
    typing: (on) => followed.ownTyping.set(on),
    loadBefore: (seq, limit) => followed.history.before(seq, limit),
    loadAfter: (seq, limit) => followed.history.after(seq, limit),
    loadAround: (seq, limit) => followed.history.around(seq, limit),
    ground: groundOf(options, followed),
    close: () => followed.close(),
  };
}

function groundOf(
  { connection, room, self, timers = realTimers, documents = memoryDocuments() }: RoomOptions,
  followed: FollowedRoom,
): DocumentGround {
  return {
    connection,
    room,
    self,
    timers,
    store: documents,
    getView: () => followed.getState(),
    subscribe: (listener) => followed.subscribe(listener),
  };
}
