import { Injectable } from '@nestjs/common';
import {
  audienceOf,
  dayIn,
  isOverdue,
  type FollowUpAcross,
  type FollowUpView,
  type MeetingView,
  type Membership,
  type ParticipantView,
  type Principal,
} from '@roundtable/contracts';
import { MeetingsRepository, type OwnMeeting } from '@roundtable/meetings';
import { Clock, Policies } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { FollowUpRepository } from '../follow-up.repository.js';

/** Somebody's place in one meeting, as names and rights there are judged by it. */
interface Place {
  meeting: MeetingView;
  /** By id of participant or delegation. */
  names: Map<string, string>;
  me: ParticipantView | null;
}

/** Reads the follow-ups of one meeting, or of all that somebody may read, with what is overdue first. */
@Injectable()
export class FollowUpsAcross {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly followUps: FollowUpRepository,
    private readonly record: RecordReader,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  async ofPrincipal(principal: Principal): Promise<FollowUpAcross[]> {
    const own = (await this.meetings.listOf(principal)).filter((each) => this.mayRead(principal, each));
    const rooms = new Map(own.map(({ meeting }) => [meeting.plenary, meeting]));
    const found = await this.record.atOneMoment((tx) => this.followUps.listOf(tx, [...rooms.keys()]));
    const places = new Map<string, Place>();
    for (const { meeting, participant } of own)
      if (found.some(({ room }) => room === meeting.plenary))
        places.set(meeting.plenary, await this.placeOf(meeting, participant));
    const told = found.flatMap(({ room, followUp }) => {
      const place = places.get(room);
      return place ? [this.tell(place, followUp)] : [];
    });
    return told.sort(byUrgency);
  }

  async ofMeeting({ meetingId, roomId, participantId }: Membership): Promise<FollowUpAcross[]> {
    const meeting = await this.meetings.find(meetingId);
    if (!meeting) return [];
    const found = await this.record.atOneMoment((tx) => this.followUps.list(tx, roomId));
    const place = await this.placeOf(meeting, participantId);
    return found.map((followUp) => this.tell(place, followUp)).sort(byUrgency);
  }

  private mayRead(principal: Principal, { meeting, participant, roles }: OwnMeeting): boolean {
    const membership = {
      participantId: participant,
      meetingId: meeting.id,
      roomId: meeting.plenary,
      roles,
      audience: audienceOf(roles),
      meetingState: meeting.state,
    };
    return this.policies.heldBy({ principal, membership }).includes('follow_up.read');
  }

  private async placeOf(meeting: MeetingView, participant: string): Promise<Place> {
    const people = await this.meetings.participants(meeting.id);
    const delegations = await this.meetings.delegations(meeting.id);
    return {
      meeting,
      names: new Map([...people, ...delegations].map(({ id, name }) => [id, name])),
      me: people.find(({ id }) => id === participant) ?? null,
    };
  }

  private tell({ meeting, names, me }: Place, followUp: FollowUpView): FollowUpAcross {
    const { id: meetingId, title, zone } = meeting;
    const { id, words } = followUp.responsible;
    return {
      meeting: { id: meetingId, title, zone },
      followUp,
      responsible: words ?? names.get(id ?? '') ?? '',
      isOverdue: isOverdue(followUp, dayIn(zone, this.clock.now())),
      isMine: id !== null && (id === me?.id || id === me?.delegation),
    };
  }
}

/** What is overdue first, then by day; what has ended stands last. */
function byUrgency(one: FollowUpAcross, other: FollowUpAcross): number {
  return (
    Number(other.isOverdue) - Number(one.isOverdue) ||
    Number(hasEnded(one)) - Number(hasEnded(other)) ||
    compare(one.followUp.dueOn, other.followUp.dueOn) ||
    compare(one.followUp.id, other.followUp.id)
  );
}

function hasEnded({ followUp: { state } }: FollowUpAcross): boolean {
  return state === 'done' || state === 'dropped';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
