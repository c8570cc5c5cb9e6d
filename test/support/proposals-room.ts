import { Module } from '@nestjs/common';
import type { Audience, Entry, MarkedWords, ProposalView } from '@roundtable/contracts';
import {
  DelegationEntity,
  MeetingsModule,
  MeetingsRepository,
  ParticipantEntity,
} from '@roundtable/meetings';
import { newId, type Member } from '@roundtable/platform';
import {
  DecisionEntity,
  NamedBallotEntity,
  PollEntity,
  PositionEntity,
  ProposalEntity,
  ProposalStepEntity,
  ProposalsModule,
  ProposalsService,
  SecretBallotEntity,
  SourceEntity,
} from '@roundtable/proposals';
import { RecordFeatures, type Appended, type Draft } from '@roundtable/record';
import { Attendance, FeatureNode, type TestRoom } from './feature-node.js';
import { emptyMigratedDatabase } from './postgres.js';

@Module({ providers: [MeetingsRepository], exports: [MeetingsRepository] })
class PeopleOnly {}

/** Stands in for the discussion, whose facts are all that is needed of it: observers may not read what was said. */
const talk = {
  name: 'discussion',
  project: () => Promise.resolve(),
  present: (entry: Entry, audience: Audience) => (audience === 'observer' ? null : entry),
};

/** What is said in the room unless a test says something else. */
export const TEXT = 'We propose 🌊 to publish flow data monthly, and to pay for the gauges together.';

/** Marks words where they first stand in a text. */
export function mark(seq: number, words: string, text = TEXT): MarkedWords {
  const from = text.indexOf(words);
  return { seq, from, to: from + words.length, words };
}

/** The id by which the record knows somebody. */
export function idOf(member: Member): string {
  return member.membership.participantId;
}

/** A room in which proposals are made, served by two nodes on one database. */
export class ProposalsRoom {
  readonly delegation = newId();
  at: TestRoom;
  rapporteur: Member;
  expert: Member;
  guest: Member;

  private constructor(
    readonly attendance: Attendance,
    readonly here: FeatureNode,
    readonly there: FeatureNode,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<ProposalsRoom> {
    const { url, drop } = await emptyMigratedDatabase();
    const attendance = new Attendance();
    const start = async () => {
      const node = await FeatureNode.start(url, {
        attendance,
        modules: [ProposalsModule],
        entities: [
          ProposalEntity,
          SourceEntity,
          ProposalStepEntity,
          PositionEntity,
          DecisionEntity,
          PollEntity,
          NamedBallotEntity,
          SecretBallotEntity,
          ParticipantEntity,
          DelegationEntity,
        ],
        replace: [[MeetingsModule, PeopleOnly]],
      });
      node.app.get(RecordFeatures).register(talk);
      return node;
    };
    return new ProposalsRoom(attendance, await start(), await start(), drop);
  }

  async close(): Promise<void> {
    await this.here.close();
    await this.there.close();
    await this.drop();
  }

  /** Goes on in another, empty room, with other people in it. */
  async renew(): Promise<void> {
    this.at = await this.here.createRoom();
    this.rapporteur = await this.here.add(this.at, 'rapporteur');
    this.expert = await this.here.add(this.at, 'expert', this.delegation);
    this.guest = await this.here.add(this.at, 'observer');
  }

  intent<T extends object>(over: T) {
    return { v: 1, room: this.at.room, clientId: newId(), ...over };
  }

  service(node = this.here): ProposalsService {
    return node.app.get(ProposalsService);
  }

  /** Puts a fact on the record as an import would; returns its number. */
  async record(draft: Draft): Promise<number> {
    await this.here.appendAsSystem(this.at.room, [draft]);
    return (await this.entries()).length;
  }

  say(body = TEXT): Promise<number> {
    const data = { body, replyTo: null, quote: null, mentions: [], language: null };
    return this.record({ type: 'discussion.posted', actor: idOf(this.expert), data });
  }

  edit(target: number, body: string): Promise<number> {
    const data = { body, mentions: [], version: 2 };
    return this.record({ type: 'discussion.edited', actor: idOf(this.expert), target, data });
  }

  capture(sources: MarkedWords[], over: object = {}, node = this.here): Promise<Appended> {
    return this.service(node).capture(this.rapporteur, this.intent({ sources, ...over }));
  }

  entries(): Promise<Entry[]> {
    return this.here.entries(this.at.room);
  }

  async list(): Promise<ProposalView[]> {
    return (await this.here.snapshot(this.at.room)).proposals.proposals;
  }

  async newest(): Promise<ProposalView> {
    return (await this.list()).at(-1) as ProposalView;
  }
}
