import { Injectable, Optional } from '@nestjs/common';
import type { Entry, Membership } from '@roundtable/contracts';
import { allOrFirst, type Sent } from '@roundtable/persistence';
import { Clock, MembershipReader, Policies } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { demandRight } from './act-right.js';
import type { WaitingAct } from './act-queue.js';
import type { NewEntry } from './append-statements.js';
import type { Appended, DecisionContext } from './append-command.js';
import { breaksTransaction } from './database-failure.js';
import { EntryNumbering } from './entry-numbering.js';
import type { LogHead } from './log-head.js';
import { OpenItem } from './open-item.js';
import { RecordProjection } from './record-projection.js';
import { ClientIdReused, RoomNotFound } from './record.errors.js';
import { RecordRepository, type Original } from './record.repository.js';
import type { Found } from './room-ground.js';

/** What became of one act of a group: an answer, or what it is refused with. */
export type ActResult = { answer: Appended; refusal?: never } | { answer?: never; refusal: unknown };

/** What a transaction did: a result for each act, and what is to be delivered after the commit. */
export interface GroupOutcome {
  epoch: number;
  entries: Entry[];
  results: ActResult[];
  found: Found;
}

/** What is known of the group before anybody decides. */
interface Group {
  tx: EntityManager;
  room: string;
  log: LogHead;
  originals: (Original | null)[];
  /** By login id. */
  memberships: Map<string, Membership>;
  numbering: EntryNumbering;
}

/**
 * Appends a group of acts inside a transaction that holds the room's lock: find repetitions, re-check rights, let each
 * decide, and only then insert and project all at once. Nothing is written before the last decision, so that a refusal
 * leaves nothing behind.
 */
@Injectable()
export class AppendTransaction {
  constructor(
    private readonly repository: RecordRepository,
    private readonly memberships: MembershipReader,
    private readonly policies: Policies,
    private readonly projection: RecordProjection,
    private readonly clock: Clock,
    @Optional() private readonly openItem?: OpenItem,
  ) {}

  /**
   * Begins the transaction. What is asked first is asked together and answered in this order: nothing is read before
   * the room is locked.
   * @throws where the group fails as a whole, or its only act is refused; the transaction must then be rolled back.
   */
  async run(tx: EntityManager, room: string, acts: readonly WaitingAct[]): Promise<Sent<GroupOutcome>> {
    const [log, originals, memberships, openItem] = await allOrFirst(
      this.repository.beginAppend(tx, room),
      this.findOriginals(tx, room, acts),
      this.readMemberships(tx, room, acts),
      this.openItem?.of(tx, room) ?? Promise.resolve(null),
    );
    if (!log) throw new RoomNotFound();
    const numbering = new EntryNumbering(log, this.clock.now().getTime(), openItem);
    const group: Group = { tx, room, log, originals, memberships, numbering };
    const results: ActResult[] = [];
    for (const [index, act] of acts.entries()) results.push(await this.consider(group, act, index));
    const [first] = results;
    if (results.length === 1 && first && 'refusal' in first) throw first.refusal;
    const { answered } = await this.write(group, acts);
    const entries = numbering.entries.map(({ entry }) => entry);
    const found = { before: log, log: numbering.end, openItem, memberships };
    return { result: { epoch: log.epoch, entries, results, found }, answered };
  }

  private async consider(group: Group, act: WaitingAct, index: number): Promise<ActResult> {
    try {
      const original = group.originals[index];
      if (original) return { answer: repeat(original, act) };
      const { nextSeq, at } = group.numbering;
      if (await act.command.wasDone?.(group)) return { answer: { seq: nextSeq - 1, at, duplicate: true } };
      return { answer: await this.decide(group, act) };
    } catch (refusal) {
      if (breaksTransaction(refusal)) throw refusal;
      return { refusal };
    }
  }

  private async decide({ tx, room, memberships, numbering }: Group, act: WaitingAct): Promise<Appended> {
    const { command, intentHash } = act;
    const membership = demandRight(this.policies, memberships, command);
    const { nextSeq, at } = numbering;
    const context: DecisionContext = { tx, room, nextSeq, at, membership };
    const drafts = await command.decide(context);
    if (drafts.length === 0) return { seq: nextSeq - 1, at, duplicate: false };
    const actor = membership?.participantId ?? null;
    const numbered = numbering.preview(drafts, actor);
    if (command.clientId !== null && numbered[0]?.actor !== actor)
      throw new Error(`${command.intent} carries a client id, so its first entry must be the caller's own.`);
    for (const { type } of numbered) this.projection.demandFeature(type);
    numbering.accept(numbered, { clientId: command.clientId, intentHash });
    return { seq: nextSeq, at: numbered[0]?.at ?? at, duplicate: false };
  }

  private findOriginals(
    tx: EntityManager,
    room: string,
    acts: readonly WaitingAct[],
  ): Promise<(Original | null)[]> {
    const ids = acts.map(({ command: { caller, clientId } }) => ({
      actor: caller?.membership.participantId ?? null,
      clientId,
    }));
    const isAnyRepeatable = ids.some(({ actor, clientId }) => actor !== null && clientId !== null);
    return isAnyRepeatable ? this.repository.findByClientIds(tx, room, ids) : Promise.resolve([]);
  }

  /** What each caller is and may is read again here: it may have changed while the act waited for the lock. */
  private async readMemberships(
    tx: EntityManager,
    room: string,
    acts: readonly WaitingAct[],
  ): Promise<Map<string, Membership>> {
    const callers = acts.flatMap(({ command: { caller } }) => (caller ? [caller.principal] : []));
    const principals = [...new Map(callers.map((principal) => [principal.loginId, principal])).values()];
    if (principals.length === 0) return new Map();
    if (this.memberships.ofRoomEach) return this.memberships.ofRoomEach(principals, room, tx);
    const found = new Map<string, Membership>();
    for (const principal of principals) {
      const membership = await this.memberships.ofRoom(principal, room, tx);
      if (membership) found.set(principal.loginId, membership);
    }
    return found;
  }

  /** Resolves when everything is sent. Where a feature must hear from Postgres before it goes on, that is awaited here. */
  private async write(
    { tx, room, numbering }: Group,
    acts: readonly WaitingAct[],
  ): Promise<Pick<Sent<void>, 'answered'>> {
    const rows: readonly NewEntry[] = numbering.entries;
    if (rows.length === 0) return { answered: Promise.resolve() };
    const changesRights = acts.some(({ command }) => command.changesRights === true);
    const entries = rows.map(({ entry }) => entry);
    const project = (): Promise<void> => this.projection.project(tx, room, entries);
    const appended = this.repository.appendEntries(tx, room, rows, { changesRights });
    if (this.projection.isSentAtOnce(entries)) return { answered: allOrFirst(appended, project()) };
    await appended;
    await project();
    return { answered: Promise.resolve() };
  }
}

/** @throws ClientIdReused where the client id was used for other content. */
function repeat(original: Original, { intentHash }: WaitingAct): Appended {
  if (original.intentHash !== intentHash) throw new ClientIdReused();
  return { seq: original.seq, at: original.at, duplicate: true };
}
