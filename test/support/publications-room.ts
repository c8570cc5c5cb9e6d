import { Module } from '@nestjs/common';
import type { ProposalState, ProposalView, RoomSnapshot, SetLineView, SetView } from '@roundtable/contracts';
import { ContactsRepository, MeetingsModule, MeetingsRepository } from '@roundtable/meetings';
import { NoticesModule } from '@roundtable/notices';
import { Clock, newId, type Member } from '@roundtable/platform';
import { ProposalsModule } from '@roundtable/proposals';
import { PublicationsModule, SetsService } from '@roundtable/publications';
import type { Appended } from '@roundtable/record';
import { ENTITIES } from '../../apps/api/src/database.js';
import { ReservationsService } from '../../libs/publications/src/sets/reservations.service.js';
import { Attendance, FeatureNode, type TestRoom } from './feature-node.js';
import { emptyMigratedDatabase } from './postgres.js';

@Module({
  providers: [MeetingsRepository, ContactsRepository],
  exports: [MeetingsRepository, ContactsRepository],
})
class PeopleOnly {}

/** Stands where a test puts it. */
export class HandClock extends Clock {
  constructor(private at = new Date()) {
    super();
  }

  override now(): Date {
    return this.at;
  }

  pass(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}

/** A room whose outcome is drafted, served by two nodes on one database. */
export class PublicationsRoom {
  at: TestRoom;
  chair: Member;
  rapporteur: Member;
  secretary: Member;
  observer: Member;
  /** Two delegations with one expert each, and an expert who speaks for nobody. */
  delegations: [string, string];
  experts: [Member, Member];
  independent: Member;

  private constructor(
    readonly clock: HandClock,
    readonly here: FeatureNode,
    readonly there: FeatureNode,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<PublicationsRoom> {
    const { url, drop } = await emptyMigratedDatabase();
    const attendance = new Attendance();
    const clock = new HandClock();
    const start = () =>
      FeatureNode.start(url, {
        attendance,
        clock,
        modules: [NoticesModule, ProposalsModule, PublicationsModule],
        entities: ENTITIES,
        replace: [[MeetingsModule, PeopleOnly]],
      });
    return new PublicationsRoom(clock, await start(), await start(), drop);
  }

  async close(): Promise<void> {
    await this.here.close();
    await this.there.close();
    await this.drop();
  }

  /** Goes on in another, empty room, with other people in it. */
  async renew(): Promise<void> {
    this.at = await this.here.createRoom();
    this.chair = await this.here.add(this.at, 'chair');
    this.rapporteur = await this.here.add(this.at, 'rapporteur');
    this.secretary = await this.here.add(this.at, 'secretary');
    this.observer = await this.here.add(this.at, 'observer');
    this.delegations = [newId(), newId()];
    this.experts = [
      await this.here.add(this.at, 'expert', this.delegations[0]),
      await this.here.add(this.at, 'expert', this.delegations[1]),
    ];
    this.independent = await this.here.add(this.at, 'expert');
  }

  intent<T extends object>(over: T) {
    return { v: 1, room: this.at.room, clientId: newId(), ...over };
  }

  sets(node = this.here): SetsService {
    return node.app.get(SetsService);
  }

  reservations(node = this.here): ReservationsService {
    return node.app.get(ReservationsService);
  }

  /** Puts a proposal on the record as an import would, in the state wanted. */
  async propose(number: number, over: Partial<ProposalView> = {}, state: ProposalState = 'adopted') {
    const proposal = {
      id: newId(),
      number,
      title: `Gauge ${number}`,
      text: `Read gauge ${number} daily.`,
      state: 'captured',
      focusArea: 'Monitoring',
      responsible: 'Secretariat',
      timeline: '2027',
      version: 1,
      capturedBy: this.rapporteur.membership.participantId,
      capturedAt: new Date().toISOString(),
      sources: [],
      positions: [],
      decision: null,
      ...(await this.newestFields()),
      ...over,
    } as ProposalView;
    await this.here.appendAsSystem(this.at.room, [
      { type: 'proposals.captured', data: { proposal: { ...proposal, state } } },
    ]);
    return proposal.id;
  }

  async change(id: string, over: Partial<ProposalView>): Promise<void> {
    const { proposals } = (await this.here.snapshot(this.at.room)).proposals;
    const proposal = { ...(proposals.find((each) => each.id === id) as ProposalView), ...over };
    await this.here.appendAsSystem(this.at.room, [{ type: 'proposals.changed', data: { proposal } }]);
  }

  /** Three adopted proposals, drafted as a set of three lines. */
  async draft(): Promise<void> {
    for (const number of [1, 2, 3]) await this.propose(number);
    await this.sets().draft(this.rapporteur, this.intent({ title: 'Set of proposals' }));
  }

  outcome(): Promise<RoomSnapshot['publications']> {
    return this.here.snapshot(this.at.room).then(({ publications }) => publications);
  }

  async set(): Promise<SetView> {
    return (await this.outcome()).set as SetView;
  }

  async line(index: number): Promise<SetLineView> {
    return (await this.outcome()).lines[index] as SetLineView;
  }

  reserve(who: Member, line: string, over: object = {}): Promise<Appended> {
    return this.reservations().reserve(who, this.intent({ line, text: 'We reserve our position.', ...over }));
  }

  /** Fields that a proposal came to have since, as an empty one has them. */
  private async newestFields(): Promise<object> {
    return { submitters: [], recommendation: null, references: [], mergedInto: null };
  }
}
