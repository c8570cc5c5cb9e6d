import type {
  AmendmentStop,
  AmendmentView,
  CommuniqueView,
  DecisionView,
  DelegationView,
  Entry,
  Fact,
  FactType,
  FloorRequestView,
  FollowUpView,
  HistoryPage,
  ItemView,
  ParticipantView,
  PollView,
  ProposalView,
  Reaction,
  RoomSnapshot,
  SetChanged,
  SetLineView,
  SetView,
  SyncAnswer,
  SyncRequest,
  VisibleEntry,
} from '@roundtable/contracts';
import { sampleMeeting, sampleRoom } from './samples.js';

/** What the model knows of a message, written down without the client's reducers. */
export interface ModelMessage {
  body: string | null;
  version: number;
  reactions: Map<Reaction, Set<string>>;
  proposals: Set<number>;
}

interface Appending {
  actor?: string | null;
  target?: number | null;
}

/**
 * A room as a server would keep it: domain state in maps of its own, and the record beside it. It shares no code with
 * the client, so that both agreeing means something.
 */
export class ModelRoom {
  epoch = 1;
  entries: VisibleEntry[] = [];
  meeting = sampleMeeting();
  readonly delegations = new Map<string, DelegationView>();
  readonly participants = new Map<string, ParticipantView>();
  readonly items = new Map<string, ItemView>();
  readonly requests = new Map<string, FloorRequestView>();
  readonly proposals = new Map<string, ProposalView>();
  readonly decisions = new Map<string, DecisionView>();
  readonly polls = new Map<string, PollView>();
  readonly amendments = new Map<string, AmendmentView>();
  readonly stops = new Map<string, AmendmentStop>();
  set: SetView | null = null;
  communique: CommuniqueView | null = null;
  readonly lines = new Map<string, SetLineView>();
  readonly followUps = new Map<string, FollowUpView>();
  readonly messages = new Map<number, ModelMessage>();

  constructor(private readonly newestPage = 200) {}

  get head(): number {
    return this.entries.length;
  }

  at(seq = this.head + 1): string {
    return new Date(Date.UTC(2026, 4, 12, 9) + seq * 1_000).toISOString();
  }

  append<T extends FactType>(
    type: T,
    data: Fact<T>,
    { actor = 'ainura', target = null }: Appending = {},
  ): Entry {
    const seq = this.head + 1;
    const frame = { seq, at: this.at(), actor, item: null, segment: null, target };
    const entry = structuredClone({ ...frame, type, data }) as Entry;
    this.entries.push(entry);
    return entry;
  }

  withhold(): VisibleEntry {
    const entry = { seq: this.head + 1, withheld: true } as const;
    this.entries.push(entry);
    return entry;
  }

  post(body: string, actor = 'ainura'): Entry {
    this.messages.set(this.head + 1, { body, version: 1, reactions: new Map(), proposals: new Set() });
    return this.append(
      'discussion.posted',
      { body, replyTo: null, quote: null, mentions: [], language: null },
      { actor },
    );
  }

  edit(seq: number, body: string): Entry | null {
    const message = this.messages.get(seq);
    if (!message || message.body === null) return null;
    message.body = body;
    message.version += 1;
    return this.append(
      'discussion.edited',
      { body, mentions: [], version: message.version },
      { target: seq },
    );
  }

  withdraw(seq: number): Entry | null {
    const message = this.messages.get(seq);
    if (!message || message.body === null) return null;
    message.body = null;
    return this.append('discussion.withdrawn', { reason: null }, { target: seq });
  }

  react(seq: number, reaction: Reaction, actor: string): Entry | null {
    const message = this.messages.get(seq);
    if (!message) return null;
    const given = message.reactions.get(reaction) ?? new Set<string>();
    const on = !given.has(actor);
    if (on) given.add(actor);
    else given.delete(actor);
    message.reactions.set(reaction, given);
    return this.append('discussion.reacted', { reaction, on }, { actor, target: seq });
  }

  saveProposal(
    type: 'proposals.captured' | 'proposals.changed' | 'proposals.withdrawn',
    proposal: ProposalView,
  ): Entry {
    this.proposals.set(proposal.id, proposal);
    for (const source of proposal.sources) this.messages.get(source.seq)?.proposals.add(proposal.number);
    return this.append(type, { proposal });
  }

  /** A step in a proposal's life, words it got or lost, or advice on it. */
  moveProposal<T extends 'proposals.moved' | 'proposals.sourced' | 'proposals.recommended'>(
    type: T,
    data: Fact<T>,
  ): Entry {
    const { proposal } = data;
    for (const source of this.proposals.get(proposal.id)?.sources ?? [])
      this.messages.get(source.seq)?.proposals.delete(proposal.number);
    for (const source of proposal.sources) this.messages.get(source.seq)?.proposals.add(proposal.number);
    this.proposals.set(proposal.id, proposal);
    return this.append(type, data);
  }

  savePoll(type: Extract<FactType, `polls.${string}`>, poll: PollView): Entry {
    this.polls.set(poll.id, poll);
    return this.append(type, { poll });
  }

  saveSet(type: Extract<FactType, `publications.set_${string}`>, data: SetChanged): Entry {
    this.set = data.set;
    for (const line of data.lines) this.lines.set(line.id, line);
    for (const id of data.removed) this.lines.delete(id);
    return this.append(type, data);
  }

  saveAmendments<T extends Extract<FactType, `amendments.${string}`>>(
    type: T,
    data: Fact<T>,
    amendments: readonly AmendmentView[],
  ): Entry {
    for (const each of amendments) this.amendments.set(each.id, each);
    return this.append(type, data);
  }

  saveFollowUp<T extends Extract<FactType, `follow_up.${string}`>>(type: T, data: Fact<T>): Entry {
    this.followUps.set(data.followUp.id, data.followUp);
    return this.append(type, data);
  }

  /** A backup was restored: the last entries never happened. Only for records of messages. */
  restore(head: number): void {
    const kept = this.entries.slice(0, head);
    this.epoch += 1;
    this.entries = [];
    this.messages.clear();
    for (const entry of kept) this.replay(entry);
  }

  snapshot(): RoomSnapshot {
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    const waiting = ['waiting', 'speaking', 'paused'];
    return structuredClone({
      meetings: {
        meeting: this.meeting,
        room: sampleRoom(),
        delegations: [...this.delegations.values()].sort((a, b) => a.precedence - b.precedence || byId(a, b)),
        participants: [...this.participants.values()].sort(byId),
        items: [...this.items.values()].sort((a, b) => a.order - b.order || byId(a, b)),
      },
      floor: {
        requests: [...this.requests.values()]
          .filter((request) => waiting.includes(request.state))
          .sort((a, b) => a.order - b.order || byId(a, b)),
      },
      proposals: {
        proposals: [...this.proposals.values()].sort((a, b) => a.number - b.number),
        decisions: [...this.decisions.values()].sort((a, b) => a.seq - b.seq),
      },
      amendments: {
        amendments: [...this.amendments.values()].sort(
          (a, b) => a.proposal.localeCompare(b.proposal) || a.number - b.number,
        ),
        stops: [...this.stops.values()].sort((a, b) => a.proposal.localeCompare(b.proposal)),
      },
      polls: { polls: [...this.polls.values()].sort((a, b) => a.number - b.number) },
      publications: {
        set: this.set,
        lines: (this.set?.lines ?? []).flatMap((id) => this.lines.get(id) ?? []),
        communique: this.communique,
      },
      followUp: { followUps: [...this.followUps.values()].sort((a, b) => a.number - b.number) },
    });
  }

  sync({ since, epoch }: Pick<SyncRequest, 'since' | 'epoch'>): SyncAnswer {
    const { head } = this;
    const reset = since === null || epoch !== this.epoch || since > head || head - since > this.newestPage;
    const from = reset ? Math.max(0, head - this.newestPage) : since;
    const me = { participant: 'ainura', permissions: [], lastRead: 0 };
    const entries = structuredClone(this.entries.slice(from));
    return {
      epoch: this.epoch,
      head,
      me,
      snapshot: this.snapshot(),
      presence: [],
      entries,
      later: [],
      reset,
    };
  }

  history({ first, limit }: { first: number; limit: number }): HistoryPage {
    const entries = this.entries.slice(first - 1, first - 1 + limit);
    const last = first - 1 + entries.length;
    const later = this.entries.slice(last).filter((entry) => {
      const target = 'target' in entry ? entry.target : null;
      return target !== null && target >= first && target <= last;
    });
    return structuredClone({ epoch: this.epoch, head: this.head, entries, later });
  }

  private replay(entry: VisibleEntry): void {
    if ('withheld' in entry) this.withhold();
    else if (entry.type === 'discussion.posted') this.post(entry.data.body, entry.actor ?? '');
    else if (entry.type === 'discussion.edited') this.edit(entry.target ?? 0, entry.data.body);
    else if (entry.type === 'discussion.withdrawn') this.withdraw(entry.target ?? 0);
    else if (entry.type === 'discussion.reacted')
      this.react(entry.target ?? 0, entry.data.reaction, entry.actor ?? '');
    else throw new Error(`The model cannot replay ${entry.type}.`);
  }
}
