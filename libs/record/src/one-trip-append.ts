import { Injectable } from '@nestjs/common';
import type { Membership } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, MembershipReader, Policies } from '@roundtable/platform';
import { demandRight } from './act-right.js';
import type { WaitingAct } from './act-queue.js';
import { appendAfter } from './append-statements.js';
import type { ActResult, GroupOutcome } from './append-transaction.js';
import { isUndone } from './database-failure.js';
import { EntryNumbering } from './entry-numbering.js';
import type { LogHead } from './log-head.js';
import { RecordProjection } from './record-projection.js';
import { RoomGround, type Found } from './room-ground.js';

/** Rooms that are remembered; the one that was learnt of first makes way. */
const MOST_ROOMS = 1_000;

/** A group that was decided on what is known. */
interface Decided {
  log: LogHead;
  openItem: string | null;
  memberships: Map<string, Membership>;
  numbering: EntryNumbering;
  results: ActResult[];
}

/**
 * Appends a group of acts that look at nothing with one statement, where all it hangs on was seen at the last commit in the
 * room: it is decided on what is known, and the statement demands, under the room's lock, that all of it is still so. Where
 * it is not, Postgres writes nothing, and the group goes the usual way.
 */
@Injectable()
export class OneTripAppend {
  /** By room, in the order in which they were learnt of. */
  private readonly grounds = new Map<string, RoomGround>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projection: RecordProjection,
    private readonly memberships: MembershipReader,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Takes in what a commit found under the room's lock. */
  learn(room: string, found: Found): void {
    const ground = this.grounds.get(room) ?? new RoomGround();
    ground.learn(found, this.now);
    this.grounds.set(room, ground);
    const [oldest] = this.grounds.keys();
    if (this.grounds.size > MOST_ROOMS && oldest !== undefined) this.grounds.delete(oldest);
  }

  /** Forgets where a room stands: it was changed in another way, or it is not known whether it was. */
  doubt(room: string): void {
    this.grounds.get(room)?.doubt();
  }

  /**
   * Null where the group must go the usual way: nothing was written then.
   * @throws where it is not known whether it was
   */
  async commit(room: string, acts: readonly WaitingAct[]): Promise<GroupOutcome | null> {
    const decided = this.decide(room, acts);
    const statement = decided && this.statementOf(room, decided);
    if (!statement) return null;
    const { log, numbering, openItem, memberships, results } = decided;
    try {
      await this.unitOfWork.inOneStatement(statement);
    } catch (error) {
      if (isUndone(error)) return null;
      throw error;
    }
    const found = { before: log, log: numbering.end, openItem, memberships };
    return { epoch: log.epoch, entries: numbering.entries.map(({ entry }) => entry), results, found };
  }

  private get now(): number {
    return this.clock.now().getTime();
  }

  private decide(room: string, acts: readonly WaitingAct[]): Decided | null {
    const ground = this.grounds.get(room);
    const end = ground?.end;
    if (!ground || !end || ground.isShared(this.now) || !this.memberships.demandSame) return null;
    const callers = acts.flatMap(({ command: { caller } }) => (caller ? [caller] : []));
    const memberships = ground.membershipsOf(callers);
    if (!memberships || callers.length < acts.length) return null;
    const numbering = new EntryNumbering(end.log, this.now, end.openItem);
    const results = this.number(acts, memberships, numbering);
    return results && { ...end, memberships, numbering, results };
  }

  /** Null where one of them looks at something, or is to be refused by what the disk says. */
  private number(
    acts: readonly WaitingAct[],
    memberships: ReadonlyMap<string, Membership>,
    numbering: EntryNumbering,
  ): ActResult[] | null {
    const results: ActResult[] = [];
    for (const { command, intentHash } of acts) {
      const { drafts, clientId } = command;
      if (!drafts || clientId === null) return null;
      const actor = this.actorOf(command, memberships);
      if (actor === null) return null;
      const answer = { seq: numbering.nextSeq, at: numbering.at, duplicate: false };
      numbering.accept(numbering.preview(drafts, actor), { clientId, intentHash });
      results.push({ answer });
    }
    return results;
  }

  /** Null for somebody who, as far as is known, may not. */
  private actorOf(
    command: WaitingAct['command'],
    memberships: ReadonlyMap<string, Membership>,
  ): string | null {
    try {
      return demandRight(this.policies, memberships, command)?.participantId ?? null;
    } catch {
      return null;
    }
  }

  private statementOf(room: string, { log, numbering, memberships }: Decided) {
    const { entries } = numbering;
    const beside = this.projection.inOneStatement(
      room,
      entries.map(({ entry }) => entry),
    );
    const same = this.memberships.demandSame?.(memberships, room);
    return beside && same && appendAfter(room, { log, entries, beside, demands: [same] });
  }
}
