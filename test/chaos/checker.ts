import { isUnlawful, rolesOverTime } from './rights-over-time.js';
import { outlineOf, type Operation, type RoomHistory } from './history.js';

/** What is promised: nothing reaches a reader later than this after the right to read was taken away. */
export const ENDS_WITHIN_MS = 2_500;

/** How often each promise was broken, and where. */
export interface Verdict {
  /** Appends that were acknowledged (or kept in an outbox over a reload) and had to be on the record. */
  acknowledged: number;
  lost: number;
  duplicated: number;
  reordered: number;
  gaps: number;
  diverged: number;
  afterRemoval: number;
  /** Entries of people who had no right to write at their place in the record, and refused words that are on it. */
  unlawful: number;
  findings: string[];
}

/** Gives the verdict of nothing at all. */
export function emptyVerdict(): Verdict {
  return {
    acknowledged: 0,
    lost: 0,
    duplicated: 0,
    reordered: 0,
    gaps: 0,
    diverged: 0,
    afterRemoval: 0,
    unlawful: 0,
    findings: [],
  };
}

type Count = Exclude<keyof Verdict, 'findings'>;
type Note = (count: Exclude<Count, 'acknowledged'>, finding: string) => void;

/** Compares what everybody was told and shown with what lies in Postgres. */
export function checkRoom(history: RoomHistory): Verdict {
  const verdict = emptyVerdict();
  const note: Note = (count, finding) => {
    verdict[count] += 1;
    verdict.findings.push(`${count}: ${finding}`);
  };
  verdict.acknowledged = checkOperations(history, note);
  checkNumbers(history, note);
  checkMarks(history, note);
  checkOrderOfEach(history, note);
  checkReadings(history, note);
  checkViews(history, note);
  checkRemovals(history, note);
  checkRights(history, note);
  return verdict;
}

/** Adds one verdict to another. */
export function addVerdict(sum: Verdict, other: Verdict): Verdict {
  const next = { ...sum, findings: [...sum.findings, ...other.findings] };
  for (const key of Object.keys(next) as (keyof Verdict)[])
    if (key !== 'findings') next[key] = sum[key] + other[key];
  return next;
}

function checkOperations({ operations, entries, restores }: RoomHistory, note: Note): number {
  const made = groupBy(
    entries.filter(({ clientId }) => clientId !== null),
    ({ actor, clientId }) => `${actor} ${clientId}`,
  );
  let acknowledged = 0;
  for (const operation of operations) {
    const own = made.get(`${operation.actor} ${operation.clientId}`) ?? [];
    const name = `${operation.kind} of ${operation.client} (${operation.clientId})`;
    if (own.length > 1)
      note('duplicated', `${name} is on the record as ${own.map(({ seq }) => seq).join(', ')}`);
    if (operation.outcome === 'refused' && own.length > 0)
      note('unlawful', `${name} was refused and is on the record as ${own[0]?.seq}`);
    if (operation.outcome !== 'acknowledged' && operation.outcome !== 'kept') continue;
    acknowledged += 1;
    // Settled in a restore: the backup does not have it, and whoever said it may have said it again.
    if (mayBeGone(operation, restores)) continue;
    if (own.length === 0)
      note('lost', `${name} was acknowledged as ${operation.seq} and is not on the record`);
    else if (operation.seq !== null && own[0]?.seq !== operation.seq)
      note('lost', `${name} was acknowledged as ${operation.seq} and is on the record as ${own[0]?.seq}`);
  }
  return acknowledged;
}

function mayBeGone({ settledAt }: Operation, restores: RoomHistory['restores']): boolean {
  return (
    settledAt !== null && restores.some(({ begunAt, backAt }) => settledAt >= begunAt && settledAt <= backAt)
  );
}

function checkNumbers({ entries, head, room }: RoomHistory, note: Note): void {
  let last = { seq: 0, at: -Infinity };
  for (const entry of entries) {
    if (entry.seq > last.seq + 1) note('gaps', `${room} has nothing between ${last.seq} and ${entry.seq}`);
    if (entry.seq <= last.seq) note('duplicated', `${room} has ${entry.seq} after ${last.seq}`);
    if (entry.at < last.at) note('reordered', `${room} goes back in time at ${entry.seq}`);
    last = entry;
  }
  if (last.seq !== head)
    note('gaps', `${room} says that its head is ${head}, and its last entry is ${last.seq}`);
}

/** The same words twice, under whatever client id. */
function checkMarks({ operations, entries }: RoomHistory, note: Note): void {
  const bodies = new Map<string, number[]>();
  for (const { type, data, seq } of entries) {
    const body = data['body'];
    if (typeof body !== 'string' || (type !== 'discussion.posted' && type !== 'discussion.edited')) continue;
    const mark = body.split(' ', 1)[0] ?? '';
    bodies.set(mark, [...(bodies.get(mark) ?? []), seq]);
  }
  for (const { mark, client } of operations) {
    const seqs = mark === null ? [] : (bodies.get(mark) ?? []);
    if (seqs.length > 1)
      note('duplicated', `the words ${mark} of ${client} are on the record as ${seqs.join(', ')}`);
  }
}

/** A client sends one after another, so the record has its entries in the order in which it said them. */
function checkOrderOfEach({ operations, entries }: RoomHistory, note: Note): void {
  const seqs = new Map(entries.map((entry) => [`${entry.actor} ${entry.clientId}`, entry.seq]));
  for (const [client, own] of groupBy(operations, (operation) => operation.client)) {
    let last = 0;
    for (const { actor, clientId } of own) {
      const seq = seqs.get(`${actor} ${clientId}`);
      if (seq === undefined) continue;
      if (seq < last) note('reordered', `${client} said ${clientId} after ${last}, and it is ${seq}`);
      last = seq;
    }
  }
}

function checkReadings({ readings, entries, head }: RoomHistory, note: Note): void {
  const stored = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const { reader, gaps, repeated, reordered, applied, last } of readings) {
    gaps.forEach((gap) => note('gaps', `${reader}: ${gap}`));
    repeated.forEach((repetition) => note('duplicated', `${reader}: ${repetition}`));
    reordered.forEach((disorder) => note('reordered', `${reader}: ${disorder}`));
    if (last !== head) note('diverged', `${reader} stands at ${last}, the record at ${head}`);
    for (const [seq, outline] of applied) {
      const entry = stored.get(seq);
      if (outline !== 'withheld' && (!entry || outlineOf(entry) !== outline))
        note('diverged', `${reader} was told another ${seq} than is on the record`);
    }
  }
}

function checkViews({ views }: RoomHistory, note: Note): void {
  for (const { client, view, fresh } of views)
    if (view !== fresh) note('diverged', `${client} shows something else: ${firstDifference(view, fresh)}`);
}

function checkRemovals({ removals }: RoomHistory, note: Note): void {
  for (const { reader, at, received, admitted } of removals) {
    // Both times: what was committed in time and handed to us late by a busy machine counts for nothing.
    const late = received.filter(
      ({ receivedAt, committedAt }) => Math.min(receivedAt, committedAt) > at + ENDS_WITHIN_MS,
    );
    if (late.length > 0)
      note('afterRemoval', `${reader} got ${late.length} entries, from ${late[0]?.seq} on`);
    admitted.forEach((what) => note('afterRemoval', `${reader} was let in again: ${what}`));
  }
}

function checkRights({ entries, room }: RoomHistory, note: Note): void {
  const roles = rolesOverTime();
  for (const entry of entries) {
    roles.apply(entry);
    if (isUnlawful(entry, roles.of(entry.actor)))
      note('unlawful', `${room}: ${entry.seq} was written without the right to`);
  }
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `…${around(one)}… instead of …${around(other)}…`;
}

function groupBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
