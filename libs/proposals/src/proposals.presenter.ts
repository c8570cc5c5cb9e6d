import type {
  Audience,
  DecisionView,
  Entry,
  PositionView,
  ProposalSource,
  ProposalSourceView,
  ProposalView,
} from '@roundtable/contracts';
import type { DecisionEntity } from './decision.entity.js';
import type { PositionEntity } from './position.entity.js';
import type { ProposalEntity } from './proposal.entity.js';
import { wordsOf } from './provenance.js';
import type { SourceEntity } from './source.entity.js';

/** Everybody admitted to the room sees its proposals; the public sees what is published, which is not here. */
export function presentProposals(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}

/** What a proposal is made of. Sources are rendered already. */
export interface ProposalParts {
  proposal: ProposalEntity;
  sources: ProposalSourceView[];
  positions: PositionEntity[];
  decisions: DecisionEntity[];
}

/** A proposal whole. Where it was decided more than once, the last decision stands. */
export function presentProposal({ proposal, sources, positions, decisions }: ProposalParts): ProposalView {
  const last = decisions.at(-1);
  return {
    id: proposal.id,
    number: proposal.number,
    title: proposal.title,
    text: proposal.body,
    state: proposal.state,
    focusArea: proposal.focusArea,
    responsible: proposal.responsible,
    timeline: proposal.timeline,
    version: proposal.version,
    capturedBy: proposal.capturedBy,
    capturedAt: proposal.capturedAt.toISOString(),
    sources,
    positions: positions.map(presentPosition),
    decision: last ? presentDecision(last) : null,
    ...(proposal.life && { life: proposal.life }),
  };
}

export function presentDecision(decision: DecisionEntity): DecisionView {
  return {
    id: decision.id,
    proposal: decision.proposalId,
    text: decision.body,
    result: decision.result,
    ...(decision.reason !== null && { reason: decision.reason }),
    decidedBy: decision.decidedBy,
    at: decision.at.toISOString(),
    seq: decision.seq,
  };
}

/** Where words came from, as it is stored. */
export function toSource(row: SourceEntity): ProposalSource {
  return {
    room: row.sourceRoomId,
    seq: row.seq,
    textSeq: row.textSeq,
    from: row.fromOffset,
    to: row.toOffset,
    sha256: row.sha256,
    ...(row.viaProposalId !== null && { via: row.viaProposalId }),
  };
}

/**
 * A source rendered through its entries, as this reader may see them: `first` said it, `text` holds the words. What is
 * withheld from the reader, or removed, shows neither words nor names.
 */
export function presentSource(
  source: ProposalSource,
  delegation: string | null,
  entries: { first: Entry | null; text: Entry | null; at: string },
): ProposalSourceView {
  const { first, text, at } = entries;
  if (!first) return { ...source, words: null, speaker: null, delegation: null, at };
  return { ...source, words: wordsOf(source, bodyOf(text)), speaker: speakerOf(first), delegation, at };
}

/** Who said it: the author of a message, the speaker of a statement. */
export function speakerOf(entry: Entry): string | null {
  return entry.type === 'discussion.stated' ? entry.data.speaker : entry.actor;
}

function bodyOf(entry: Entry | null): string | null {
  switch (entry?.type) {
    case 'discussion.posted':
    case 'discussion.stated':
    case 'discussion.edited':
      return entry.data.body;
    default:
      return null;
  }
}

function presentPosition(position: PositionEntity): PositionView {
  return {
    participant: position.participantId,
    value: position.value,
    reason: position.reason,
    at: position.at.toISOString(),
  };
}
