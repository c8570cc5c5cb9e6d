import type { DecisionView, PositionView, ProposalView } from '@roundtable/contracts';
import { hashWords, titleFrom } from '@roundtable/proposals';
import type { EntryList } from './entry-list.js';

/** A line of the log as it stands on the new record. */
export interface RecordedLine {
  seq: number;
  at: string;
  by: string | null;
  body: string;
}

/** Collects the proposals of a log with the words they are, the positions on them and the decisions. */
export class W3cOutcome {
  /** By the index of the event that made the proposal. */
  private readonly proposals = new Map<number, ProposalView>();
  /** The last position of each participant, in the order in which they were taken. */
  private readonly positions = new Map<number, Map<string, PositionView>>();

  constructor(
    private readonly list: EntryList,
    private readonly room: string,
    private readonly makeId: () => string,
  ) {}

  /** Captures a proposal from its own line; `text` are its words in there, without the keyword before them. */
  capture(index: number, line: RecordedLine, text: string): void {
    const from = Math.max(0, line.body.lastIndexOf(text));
    const words = line.body.slice(from, from + text.length);
    const proposal: ProposalView = {
      id: this.makeId(),
      number: this.proposals.size + 1,
      title: titleFrom(words),
      text: words,
      state: 'captured',
      focusArea: null,
      responsible: null,
      timeline: null,
      version: 1,
      capturedBy: line.by,
      capturedAt: line.at,
      sources: [
        {
          room: this.room,
          seq: line.seq,
          textSeq: line.seq,
          from,
          to: from + words.length,
          sha256: hashWords(words),
          words,
          speaker: line.by,
          delegation: null,
          at: line.at,
        },
      ],
      positions: [],
      decision: null,
    };
    this.proposals.set(index, proposal);
    this.list.add('proposals.captured', { proposal }, { at: line.at, actor: line.by });
  }

  /** Follows a correction of the proposal's own line. The source keeps the words it was captured from. */
  reword(index: number, text: string, frame: { at: string; actor: string | null }): void {
    const former = this.proposals.get(index);
    if (!former || former.text === text) return;
    const positions = [...(this.positions.get(index)?.values() ?? [])];
    const proposal = { ...former, positions, text, title: titleFrom(text), version: former.version + 1 };
    this.proposals.set(index, proposal);
    this.list.add('proposals.changed', { proposal }, frame);
  }

  /** Books a position. False where it answers no proposal known. */
  position(
    index: number | undefined,
    position: { participant: string; value: number; reason: string | null },
    frame: { at: string; actor: string | null },
  ): boolean {
    const proposal = index === undefined ? undefined : this.proposals.get(index);
    if (index === undefined || !proposal) return false;
    const at = this.list.timeOf(frame.at);
    const value = Math.round(Math.max(-1, Math.min(1, position.value)) * 100) / 100;
    const taken: PositionView = { participant: position.participant, value, reason: position.reason, at };
    const positions = this.positions.get(index) ?? new Map<string, PositionView>();
    positions.delete(position.participant);
    this.positions.set(index, positions.set(position.participant, taken));
    this.list.add('proposals.positioned', { proposal: proposal.id, position: taken }, frame);
    return true;
  }

  /** Records a resolution, on the proposal whose text it adopts where there is one. */
  decide(index: number | undefined, line: RecordedLine, text: string): void {
    const proposal = index === undefined ? undefined : this.proposals.get(index);
    const decision: DecisionView = {
      id: this.makeId(),
      proposal: proposal?.id ?? null,
      text,
      result: 'adopted',
      decidedBy: line.by,
      at: this.list.timeOf(line.at),
      seq: this.list.nextSeq,
    };
    if (index !== undefined && proposal)
      this.proposals.set(index, { ...proposal, state: 'adopted', decision });
    this.list.add('proposals.decided', { decision }, { at: line.at, actor: line.by, target: line.seq });
  }

  get size(): number {
    return this.proposals.size;
  }
}
