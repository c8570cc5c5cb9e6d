import { Injectable, Optional } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import { Clock, MembershipReader, Policies, type Caller } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import type { Appended, AppendCommand, DecisionContext, Draft } from './append-command.js';
import { timeAfter } from './entry-time.js';
import { RecordFeatures } from './feature-ports.js';
import { OpenItem } from './open-item.js';
import { ClientIdReused, RoomNotFound } from './record.errors.js';
import { RecordRepository, type LogHead } from './record.repository.js';

/** What a transaction did: the answer, and what is to be delivered after the commit (nothing for a repeated act). */
export interface AppendOutcome {
  answer: Appended;
  epoch: number;
  entries: Entry[];
}

/** Appends one act inside a transaction: lock, find a repetition, re-check the right, decide, insert, project. */
@Injectable()
export class AppendTransaction {
  constructor(
    private readonly repository: RecordRepository,
    private readonly memberships: MembershipReader,
    private readonly policies: Policies,
    private readonly features: RecordFeatures,
    private readonly clock: Clock,
    @Optional() private readonly openItem?: OpenItem,
  ) {}

  /** @throws DomainError where the act is refused; the transaction must then be rolled back. */
  async run(tx: EntityManager, command: AppendCommand, intentHash: string | null): Promise<AppendOutcome> {
    await this.repository.beginAppend(tx);
    const log = await this.repository.lockLog(tx, command.room);
    if (!log) throw new RoomNotFound();
    const repeated = await this.findRepetition(tx, command, intentHash);
    if (repeated) return { answer: repeated, epoch: log.epoch, entries: [] };

    const caller = await this.recheckRight(tx, command);
    const now = new Date(timeAfter(log.lastAt, this.clock.now().getTime())).toISOString();
    const context: DecisionContext = {
      tx,
      room: command.room,
      nextSeq: log.head + 1,
      at: now,
      membership: caller?.membership ?? null,
    };
    const drafts = await command.decide(context);
    if (drafts.length === 0)
      return { answer: { seq: log.head, at: now, duplicate: false }, epoch: log.epoch, entries: [] };
    const entries = await this.write(tx, command, { log, context, drafts, intentHash });
    return {
      answer: { seq: context.nextSeq, at: entries[0]?.at ?? now, duplicate: false },
      epoch: log.epoch,
      entries,
    };
  }

  /**
   * Finds what the same client id of the same person made before.
   * @throws ClientIdReused where it was made of other content.
   */
  async findRepetition(
    manager: EntityManager,
    { room, caller, clientId }: AppendCommand,
    intentHash: string | null,
  ): Promise<Appended | null> {
    if (!caller || clientId === null) return null;
    const actor = caller.membership.participantId;
    const original = await this.repository.findByClientId(manager, room, { actor, clientId });
    if (!original) return null;
    if (original.intentHash !== intentHash) throw new ClientIdReused();
    return { seq: original.seq, at: original.at, duplicate: true };
  }

  /** What the caller is and may is read again here: it may have changed while the act waited for the lock. */
  private async recheckRight(
    tx: EntityManager,
    { room, caller, permission }: AppendCommand,
  ): Promise<Caller | null> {
    if (!caller) return null;
    const membership = await this.memberships.ofRoom(caller.principal, room, tx);
    if (membership?.participantId !== caller.membership.participantId) throw new RoomNotFound();
    const fresh = { principal: caller.principal, membership };
    this.policies.demand(permission, fresh);
    return fresh;
  }

  private async write(
    tx: EntityManager,
    command: AppendCommand,
    act: { log: LogHead; context: DecisionContext; drafts: Draft[]; intentHash: string | null },
  ): Promise<Entry[]> {
    const { room, clientId } = command;
    const needsItem = act.drafts.some((draft) => draft.item === undefined);
    const openItem = needsItem ? ((await this.openItem?.of(tx, room)) ?? null) : null;
    const entries = numberDrafts(act.drafts, {
      ...act,
      actor: act.context.membership?.participantId ?? null,
      openItem,
    });
    if (clientId !== null && entries[0]?.actor !== act.context.membership?.participantId)
      throw new Error(`${command.intent} carries a client id, so its first entry must be the caller's own.`);
    const projections = entries.map((entry) => ({ entry, feature: this.features.of(entry.type) }));
    await this.repository.insertEntries(
      tx,
      room,
      entries.map((entry, index) =>
        index === 0
          ? { entry, clientId, intentHash: act.intentHash }
          : { entry, clientId: null, intentHash: null },
      ),
    );
    const last = entries.at(-1) as Entry;
    const changesRights = command.changesRights === true;
    await this.repository.moveHead(tx, room, { seq: last.seq, at: last.at, changesRights });
    for (const { entry, feature } of projections) await feature.project(tx, room, entry);
    return entries;
  }
}

function numberDrafts(
  drafts: readonly Draft[],
  frame: { log: LogHead; context: DecisionContext; actor: string | null; openItem: string | null },
): Entry[] {
  let last = frame.log.lastAt;
  return drafts.map((draft, index) => {
    last = timeAfter(last, Date.parse(draft.at ?? frame.context.at));
    return {
      seq: frame.context.nextSeq + index,
      at: new Date(last).toISOString(),
      type: draft.type,
      actor: draft.actor === undefined ? frame.actor : draft.actor,
      item: draft.item === undefined ? frame.openItem : draft.item,
      segment: null,
      target: draft.target ?? null,
      data: draft.data,
    } as Entry;
  });
}
