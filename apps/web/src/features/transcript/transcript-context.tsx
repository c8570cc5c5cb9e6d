import type {
  DelegationView,
  ItemView,
  ParticipantView,
  ProposalView,
  TranscriptOutline,
} from '@roundtable/contracts';
import { createContext, use, useMemo } from 'react';

/** The people and things that passages refer to by id. */
export interface Register {
  meeting: string;
  room: string;
  zone: string;
  person(id: string | null): ParticipantView | null;
  delegation(id: string | null): DelegationView | null;
  delegationOf(person: ParticipantView | null): DelegationView | null;
  item(id: string | null): ItemView | null;
  proposal(number: number): ProposalView | null;
  proposalById(id: string): ProposalView | null;
}

/** What a passage can ask of the screen it stands on; a printed one asks nothing. */
export interface TranscriptDeeds {
  jump(seq: number): void;
  showHistory(seq: number): void;
  showProposal(number: number): void;
}

interface TranscriptValue {
  register: Register;
  /** Null on paper. */
  deeds: TranscriptDeeds | null;
  /** Marks the words looked for in the passages that were found. */
  marking: { pattern: RegExp; seqs: ReadonlySet<number> } | null;
  /** The entry that the address points at. */
  at: number | null;
}

export const TranscriptContext = createContext<TranscriptValue | null>(null);

/** @throws Error outside of a transcript. */
export function useTranscript(): TranscriptValue {
  const value = use(TranscriptContext);
  if (!value) throw new Error('useTranscript stands outside of a transcript.');
  return value;
}

export function useRegister(outline: TranscriptOutline): Register {
  return useMemo(() => {
    const people = byId(outline.participants);
    const delegations = byId(outline.delegations);
    const items = byId(outline.agenda);
    const proposals = byId(outline.proposals);
    const numbered = new Map(outline.proposals.map((proposal) => [proposal.number, proposal]));
    return {
      meeting: outline.meeting.id,
      room: outline.room.id,
      zone: outline.meeting.zone,
      person: (id) => people.get(id ?? '') ?? null,
      delegation: (id) => delegations.get(id ?? '') ?? null,
      delegationOf: (person) => delegations.get(person?.delegation ?? '') ?? null,
      item: (id) => items.get(id ?? '') ?? null,
      proposal: (number) => numbered.get(number) ?? null,
      proposalById: (id) => proposals.get(id) ?? null,
    };
  }, [outline]);
}

function byId<Thing extends { id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
