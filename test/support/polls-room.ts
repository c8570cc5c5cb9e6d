import { Module } from '@nestjs/common';
import type {
  BallotPick,
  CastBallot,
  CreatePoll,
  PollProgress,
  PollRules,
  PollView,
  Role,
} from '@roundtable/contracts';
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
  SecretBallotEntity,
  SourceEntity,
} from '@roundtable/proposals';
import type { Appended } from '@roundtable/record';
import { CastingService, type Cast } from '../../libs/proposals/src/polls/casting.service.js';
import { ClosingService } from '../../libs/proposals/src/polls/closing.service.js';
import { PollProgressReader } from '../../libs/proposals/src/polls/poll-progress.js';
import { PollsService } from '../../libs/proposals/src/polls/polls.service.js';
import { Attendance, FeatureNode, type TestRoom } from './feature-node.js';
import { emptyMigratedDatabase } from './postgres.js';

@Module({ providers: [MeetingsRepository], exports: [MeetingsRepository] })
class PeopleOnly {}

/** Rules as a chair gets them who asks for nothing. */
export const PLAIN_RULES: PollRules = {
  unit: 'persons',
  isSecret: false,
  hidesResults: false,
  requiresPresence: false,
  quorum: null,
  thresholds: [],
  reasons: 'optional',
  minPicks: 1,
  maxPicks: 1,
  points: 0,
};

/** A ballot that picks options, without points. */
export function picks(...options: string[]): BallotPick[] {
  return options.map((option) => ({ option, points: null }));
}

/** The id by which the record knows somebody. */
export function idOf(member: Member): string {
  return member.membership.participantId;
}

/** A room in which polls are held, served by two nodes on one database. */
export class PollsRoom {
  at: TestRoom;
  chair: Member;
  voters: Member[];
  observer: Member;

  private constructor(
    readonly attendance: Attendance,
    readonly here: FeatureNode,
    readonly there: FeatureNode,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<PollsRoom> {
    const { url, drop } = await emptyMigratedDatabase();
    const attendance = new Attendance();
    const proposals = [ProposalEntity, ProposalStepEntity, SourceEntity, PositionEntity, DecisionEntity];
    const polls = [PollEntity, NamedBallotEntity, SecretBallotEntity];
    const start = () =>
      FeatureNode.start(url, {
        attendance,
        modules: [ProposalsModule],
        entities: [...proposals, ...polls, ParticipantEntity, DelegationEntity],
        replace: [[MeetingsModule, PeopleOnly]],
      });
    return new PollsRoom(attendance, await start(), await start(), url, drop);
  }

  async close(): Promise<void> {
    await this.here.close();
    await this.there.close();
    await this.drop();
  }

  /** Goes on in another room: a chair, so many experts, and an observer. */
  async renew(experts = 4): Promise<void> {
    this.at = await this.here.createRoom();
    this.chair = await this.add('chair');
    this.voters = [];
    for (let count = 0; count < experts; count++) this.voters.push(await this.add('expert'));
    this.observer = await this.add('observer');
  }

  add(role: Role, delegation: string | null = null): Promise<Member> {
    return this.here.add(this.at, role, delegation);
  }

  intent<T extends object>(over: T) {
    return { v: 1, room: this.at.room, clientId: newId(), ...over };
  }

  polls(node = this.here): PollsService {
    return node.app.get(PollsService);
  }

  /** Prepares a poll among the experts and gives its id. */
  async create(
    over: Omit<Partial<CreatePoll>, 'rules'> & { rules?: Partial<PollRules> } = {},
  ): Promise<string> {
    const { rules, ...rest } = over;
    await this.polls().create(
      this.chair,
      this.intent({
        title: 'Shall the gauges be read daily?',
        method: 'yes_no_abstain' as const,
        electors: this.voters.map(idOf),
        ...rest,
        rules: { ...PLAIN_RULES, ...rules },
      }),
    );
    return (await this.newest()).id;
  }

  /** Prepares and starts one. */
  async start(over: Parameters<PollsRoom['create']>[0] = {}): Promise<string> {
    const poll = await this.create(over);
    await this.polls().start(this.chair, this.intent({ poll }));
    return poll;
  }

  startSecret(over: Parameters<PollsRoom['create']>[0] = {}): Promise<string> {
    return this.start({ ...over, rules: { ...over.rules, isSecret: true, reasons: 'none' } });
  }

  cast(
    voter: Member,
    poll: string,
    option: string | BallotPick[],
    over: Partial<CastBallot> = {},
    node = this.here,
  ): Promise<Cast> {
    const lines = typeof option === 'string' ? picks(option) : option;
    return node.app.get(CastingService).cast(voter, this.intent({ poll, picks: lines, ...over }));
  }

  end(poll: string, over: object = {}, node = this.here): Promise<Appended> {
    return node.app.get(ClosingService).close(this.chair, this.intent({ poll, ...over }));
  }

  progress(poll: string, member: Member): Promise<PollProgress> {
    const reader = this.here.app.get(PollProgressReader);
    return reader.read(this.here.dataSource.manager, { room: this.at.room, poll }, member);
  }

  async list(): Promise<PollView[]> {
    return (await this.here.snapshot(this.at.room)).polls.polls;
  }

  async newest(): Promise<PollView> {
    return (await this.list()).at(-1) as PollView;
  }
}
