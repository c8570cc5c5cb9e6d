import { Injectable } from '@nestjs/common';
import {
  isWithheld,
  type Audience,
  type Entry,
  type ProposalSourceView,
  type ProposalView,
  type RoomSnapshot,
} from '@roundtable/contracts';
import { EntryPresenter } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentDecision, presentProposal, presentSource, toSource } from './proposals.presenter.js';
import { ProposalsRepository, type StoredProposals } from './proposals.repository.js';
import { addressKey, SourceEntriesRepository, type EntryAddress } from './source-entries.repository.js';

/** Reads proposals as one audience may see them: what they quote goes through the presenter of the entry it is from. */
@Injectable()
export class ProposalReader {
  constructor(
    private readonly repository: ProposalsRepository,
    private readonly entries: SourceEntriesRepository,
    private readonly presenter: EntryPresenter,
  ) {}

  /** All proposals of a room by number, and all decisions by seq. The public is shown none here. */
  async readRoom(tx: EntityManager, room: string, audience: Audience): Promise<RoomSnapshot['proposals']> {
    if (audience === 'public') return { proposals: [], decisions: [] };
    const stored = await this.repository.load(tx, room);
    return {
      proposals: await this.present(tx, stored, audience),
      decisions: stored.decisions.map(presentDecision),
    };
  }

  /** One proposal of a room, by its id or its number; null where there is none. */
  async readOne(
    tx: EntityManager,
    room: string,
    which: { id: string } | { number: number },
    audience: Audience,
  ): Promise<ProposalView | null> {
    if (audience === 'public') return null;
    const [proposal] = await this.present(tx, await this.repository.load(tx, room, which), audience);
    return proposal ?? null;
  }

  private async present(
    tx: EntityManager,
    { proposals, sources, positions, decisions }: StoredProposals,
    audience: Audience,
  ): Promise<ProposalView[]> {
    const quoted = await this.readQuoted(tx, sources.map(toSource), audience);
    const sourcesOf = groupBy(sources, ({ proposalId }) => proposalId);
    const positionsOf = groupBy(positions, ({ proposalId }) => proposalId);
    const decisionsOf = groupBy(decisions, ({ proposalId }) => proposalId ?? '');
    return proposals.map((proposal) =>
      presentProposal({
        proposal,
        sources: (sourcesOf.get(proposal.id) ?? []).map((row): ProposalSourceView => {
          const source = toSource(row);
          const first = quoted.get(addressKey(source)) ?? null;
          const text = quoted.get(addressKey({ room: source.room, seq: source.textSeq })) ?? null;
          const at = first?.at ?? proposal.capturedAt.toISOString();
          return presentSource(source, row.delegationId, { first, text, at });
        }),
        positions: positionsOf.get(proposal.id) ?? [],
        decisions: decisionsOf.get(proposal.id) ?? [],
      }),
    );
  }

  /** The entries quoted, those this audience may read. */
  private async readQuoted(
    tx: EntityManager,
    sources: { room: string; seq: number; textSeq: number }[],
    audience: Audience,
  ): Promise<Map<string, Entry>> {
    const addresses = sources.flatMap(({ room, seq, textSeq }): EntryAddress[] => [
      { room, seq },
      { room, seq: textSeq },
    ]);
    const distinct = new Map(addresses.map((address) => [addressKey(address), address]));
    const found = await this.entries.readEntries(tx, [...distinct.values()]);
    return new Map(
      [...found].flatMap(([key, entry]): [string, Entry][] => {
        const visible = this.presenter.present(entry, audience);
        return isWithheld(visible) ? [] : [[key, visible]];
      }),
    );
  }
}

function groupBy<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
