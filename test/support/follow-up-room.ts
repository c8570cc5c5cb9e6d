import { Module } from '@nestjs/common';
import type { BeginFollowUp, MeetingState, ProposalState, ProposalView } from '@roundtable/contracts';
import { FollowUpModule, FollowUpService, FollowUpSweep, ReportsService } from '@roundtable/follow-up';
import { IdentityModule, Visitor } from '@roundtable/identity';
import { ContactsRepository, MeetingsModule, MeetingsRepository } from '@roundtable/meetings';
import { NoticesModule } from '@roundtable/notices';
import { newId, type Member } from '@roundtable/platform';
import { ProposalsModule } from '@roundtable/proposals';
import { PublicationsModule } from '@roundtable/publications';
import type { Appended } from '@roundtable/record';
import { ENTITIES } from '../../apps/api/src/database.js';
import { Attendance, FeatureNode, type TestRoom } from './feature-node.js';
import { emptyMigratedDatabase } from './postgres.js';
import { HandClock } from './publications-room.js';

const DAY_MS = 24 * 60 * 60 * 1000;

@Module({
  providers: [MeetingsRepository, ContactsRepository],
  exports: [MeetingsRepository, ContactsRepository],
})
class PeopleOnly {}

@Module({ providers: [Visitor], exports: [Visitor] })
class VisitorOnly {}

/** A room whose adopted proposals are followed up, served by two nodes on one database. */
export class FollowUpRoom {
  at: TestRoom;
  chair: Member;
  rapporteur: Member;
  secretary: Member;
  observer: Member;
  /** Who is responsible, unless told, and somebody of the same delegation. */
  expert: Member;
  colleague: Member;
  delegation: string;
  /** Of another delegation. */
  stranger: Member;

  private constructor(
    readonly clock: HandClock,
    readonly here: FeatureNode,
    readonly there: FeatureNode,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<FollowUpRoom> {
    const { url, drop } = await emptyMigratedDatabase();
    const attendance = new Attendance();
    const clock = new HandClock();
    const start = () =>
      FeatureNode.start(url, {
        attendance,
        clock,
        modules: [NoticesModule, ProposalsModule, PublicationsModule, FollowUpModule],
        entities: ENTITIES,
        replace: [
          [MeetingsModule, PeopleOnly],
          [IdentityModule, VisitorOnly],
        ],
      });
    const room = new FollowUpRoom(clock, await start(), await start(), drop);
    room.attendance = attendance;
    return room;
  }

  private attendance: Attendance;

  async close(): Promise<void> {
    await this.here.close();
    await this.there.close();
    await this.drop();
  }

  /** Goes on in another, empty room, with other people in it. */
  async renew(): Promise<void> {
    this.at = await this.here.createRoom();
    this.delegation = newId();
    const add = (role: 'chair' | 'rapporteur' | 'secretary' | 'observer') => this.here.add(this.at, role);
    this.chair = await add('chair');
    this.rapporteur = await add('rapporteur');
    this.secretary = await add('secretary');
    this.observer = await add('observer');
    this.expert = await this.here.add(this.at, 'expert', this.delegation);
    this.colleague = await this.here.add(this.at, 'expert', this.delegation);
    this.stranger = await this.here.add(this.at, 'expert', newId());
  }

  setState(state: MeetingState): void {
    this.attendance.setState(this.at, state);
    // Members carry what was read when they came in.
    for (const member of [this.chair, this.rapporteur, this.secretary, this.observer, this.expert])
      member.membership.meetingState = state;
  }

  intent<T extends object>(over: T) {
    return { v: 1, room: this.at.room, clientId: newId(), ...over };
  }

  /** A day so many days from the clock's now. */
  day(ahead: number): string {
    return new Date(this.clock.now().getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
  }

  followUps(node = this.here): FollowUpService {
    return node.app.get(FollowUpService);
  }

  reports(node = this.here): ReportsService {
    return node.app.get(ReportsService);
  }

  sweep(node = this.here): Promise<void> {
    return node.app.get(FollowUpSweep).sweep();
  }

  plan(proposal: string, over: Partial<BeginFollowUp> = {}): BeginFollowUp {
    const { participantId: id } = this.expert.membership;
    const responsible = { kind: 'participant', id, words: null } as const;
    return this.intent({ proposal, responsible, dueOn: this.day(30), ...over });
  }

  begin(who: Member, proposal: string, over: Partial<BeginFollowUp> = {}): Promise<Appended> {
    return this.followUps().begin(who, this.plan(proposal, over));
  }

  /** Puts a proposal on the record as an import would, in the state wanted. */
  async propose(number: number, state: ProposalState): Promise<string> {
    const proposal: ProposalView = {
      id: newId(),
      number,
      title: `Gauge ${number}`,
      text: `Read gauge ${number} daily.`,
      state,
      focusArea: 'Monitoring',
      responsible: 'Basin office',
      timeline: '2027',
      version: 1,
      capturedBy: this.rapporteur.membership.participantId,
      capturedAt: new Date().toISOString(),
      sources: [],
      positions: [],
      decision: null,
    };
    await this.here.appendAsSystem(this.at.room, [{ type: 'proposals.captured', data: { proposal } }]);
    return proposal.id;
  }

  async writeAddresses(): Promise<void> {
    await this.here.dataSource.query(
      `UPDATE meetings_participants SET email = id || '@example.org' WHERE meeting_id = $1`,
      [this.at.meeting],
    );
  }

  letters(): Promise<{ recipient: string; subject: string; body: string }[]> {
    return this.here.dataSource.query(
      'SELECT recipient, subject, body FROM notices_outbox WHERE body LIKE $1',
      [`%${this.at.meeting}/follow-up%`],
    );
  }
}
