import type { HistoryPage, RecordEntries, RecordHead, SyncAnswer } from '@roundtable/contracts';
import { applyEntries } from './apply-entry.js';
import { mergeHistory } from './merge-history.js';
import type { RecordView } from './record-view.js';
import { viewOfSnapshot } from './record-view.js';
import { shareUnchanged } from './share-unchanged.js';

/** Where a reader stands in following one room's record. */
export interface FollowerState {
  /** Null until the first sync was answered. */
  view: RecordView | null;
  /** True where this connection has joined the room, so that live entries reach it. */
  joined: boolean;
  /** True where the line may be deaf: it counts as joined, but is to be asked. */
  doubted: boolean;
  /** Number of the sync under way, null for none. */
  syncing: number | null;
  /** How many syncs were begun; an answer to any but the newest counts for nothing. */
  syncs: number;
  /** Furthest point heard of that could not be applied. */
  heard: { epoch: number; head: number } | null;
}

/** Gives the state of a reader who holds nothing. */
export function startFollowing(): FollowerState {
  return { view: null, joined: false, doubted: false, syncing: null, syncs: 0, heard: null };
}

/** Says whether the server must be asked: to join, to fill a gap, or because the record started a new epoch. */
export function needsSync(state: FollowerState): boolean {
  if (state.syncing !== null) return false;
  return !state.joined || state.doubted || state.heard !== null;
}

/** What to ask with: the last seq applied and its epoch. */
export function syncPoint(state: FollowerState): { since: number | null; epoch: number | null } {
  return { since: state.view?.head ?? null, epoch: state.view?.epoch ?? null };
}

/** The sync's number stands in `syncing` of the state returned. What was heard before it began, its answer covers. */
export function syncBegan(state: FollowerState): FollowerState {
  return { ...state, syncing: state.syncs + 1, syncs: state.syncs + 1, doubted: false, heard: null };
}

/** Takes the answer in: starts afresh on `reset`, else applies what is missing. A late answer changes nothing. */
export function syncAnswered(state: FollowerState, sync: number, answer: SyncAnswer): FollowerState {
  if (state.syncing !== sync) return state;
  const settled = { ...state, syncing: null, joined: true };
  if (answer.reset || state.view === null || state.view.epoch !== answer.epoch) {
    const view = mergeHistory(viewOfSnapshot(answer.epoch, answer.head, answer.snapshot), answer);
    return forgetReached({ ...settled, view });
  }
  const view = applyNext(state.view, answer.entries);
  if (view.head < answer.head) {
    // Asking again at once only helps where the answer brought something; else the heartbeat asks.
    const stepped = { ...settled, view };
    return view === state.view ? stepped : hear(stepped, answer.epoch, answer.head);
  }
  // Facts gave the same snapshot; the server's is kept all the same, since rights may have changed what is shown.
  const snapshot = view.head === answer.head ? shareUnchanged(view.snapshot, answer.snapshot) : view.snapshot;
  return forgetReached({ ...settled, view: snapshot === view.snapshot ? view : { ...view, snapshot } });
}

/** The sync was refused or its answer lost; what it was for is still needed. */
export function syncFailed(state: FollowerState, sync: number): FollowerState {
  return state.syncing === sync ? { ...state, syncing: null, joined: false } : state;
}

/** The line may be deaf: what is under way counts for nothing, and the server must be asked. */
export function lineDoubted(state: FollowerState): FollowerState {
  return { ...state, doubted: true, syncing: null };
}

/** The connection is gone: the room must be joined again. */
export function lineLost(state: FollowerState): FollowerState {
  return { ...state, joined: false, syncing: null };
}

/** Applies a live batch as far as it continues the record, drops what is held, and remembers what is missing. */
export function heardEntries(state: FollowerState, batch: RecordEntries): FollowerState {
  const last = batch.entries.at(-1);
  if (last === undefined) return state;
  if (state.view === null || batch.epoch !== state.view.epoch) return hear(state, batch.epoch, last.seq);
  const view = applyNext(state.view, batch.entries);
  return hear(view === state.view ? state : { ...state, view }, batch.epoch, last.seq);
}

/** Remembers a head that is ahead. */
export function heardHead(state: FollowerState, head: RecordHead): FollowerState {
  return hear(state, head.epoch, head.head);
}

/** Fills a page of history in. A page of a newer epoch is not mixed in, but shows that one must start afresh. */
export function historyLoaded(state: FollowerState, page: HistoryPage): FollowerState {
  if (state.view === null) return state;
  const view = mergeHistory(state.view, page);
  const loaded = view === state.view ? state : { ...state, view };
  return page.epoch > view.epoch ? hear(loaded, page.epoch, page.head) : loaded;
}

function applyNext(view: RecordView, entries: RecordEntries['entries']): RecordView {
  const missing = entries.filter((entry) => entry.seq > view.head).sort((a, b) => a.seq - b.seq);
  let next = view.head + 1;
  const contiguous = [];
  for (const entry of missing) {
    if (entry.seq > next) break;
    if (entry.seq < next) continue;
    contiguous.push(entry);
    next += 1;
  }
  return contiguous.length === 0 ? view : applyEntries(view, contiguous);
}

/** While a sync is under way its answer may be older than what is heard now, so even what was applied is remembered. */
function hear(state: FollowerState, epoch: number, head: number): FollowerState {
  const further =
    state.heard === null ||
    epoch > state.heard.epoch ||
    (epoch === state.heard.epoch && head > state.heard.head);
  const heard = further ? { epoch, head } : state.heard;
  return state.syncing === null ? forgetReached({ ...state, heard }) : { ...state, heard };
}

function forgetReached(state: FollowerState): FollowerState {
  const { heard, view } = state;
  if (heard === null || view === null) return state;
  const isReached = heard.epoch < view.epoch || (heard.epoch === view.epoch && heard.head <= view.head);
  return isReached ? { ...state, heard: null } : state;
}
