import type {
  ChangeMeeting,
  CreateMeeting,
  LobbyView,
  MeetingDetail,
  MeetingSummary,
  MeetingView,
  Principal,
} from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { MembershipReader, Policies, type Member } from '@roundtable/platform';
import { MeetingFounding } from './meeting-founding.js';
import { FieldError, MeetingsError, MeetingStateError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryActs } from './plenary-acts.js';

/** Creates meetings, shows them and changes them. What leads them through their states is their life's. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly founding: MeetingFounding,
    private readonly acts: PlenaryActs,
    private readonly memberships: MembershipReader,
    private readonly policies: Policies,
  ) {}

  async list(principal: Principal): Promise<MeetingSummary[]> {
    const own = await this.meetings.listOf(principal);
    return own.map(({ meeting, participant, roles, participants }) => ({
      meeting,
      me: { participant, roles },
      participants,
    }));
  }

  /** Creates a draft, with the account as its first secretary. The client's id becomes the meeting's. */
  async create(principal: Principal, wanted: CreateMeeting): Promise<MeetingDetail> {
    if (!principal.account) throw new MeetingsError('forbidden');
    await this.founding.foundFor(principal.account.id, wanted);
    const membership = await this.memberships.ofMeeting(principal, wanted.clientId);
    if (!membership) throw new MeetingsError('client_id_reused');
    return this.detail({ principal, membership });
  }

  async detail({ principal, membership }: Member): Promise<MeetingDetail> {
    const id = membership.meetingId;
    return {
      meeting: await this.demand(id),
      rooms: await this.meetings.rooms(id),
      delegations: await this.meetings.delegations(id),
      participants: await this.meetings.participants(id),
      items: await this.meetings.items(id),
      me: {
        participant: membership.participantId,
        roles: membership.roles,
        permissions: this.policies.heldBy({ principal, membership }),
      },
    };
  }

  /** What somebody who is invited may know before and after the room can be read. */
  async lobby({ principal, membership }: Member): Promise<LobbyView> {
    const participant = await this.meetings.findParticipant(membership.meetingId, membership.participantId);
    if (!participant) throw new MeetingsError('not_found');
    return {
      meeting: await this.demand(membership.meetingId),
      room: membership.roomId,
      participant,
      mayRead: this.policies.heldBy({ principal, membership }).includes('room.read'),
    };
  }

  /** @throws MeetingsError `stale_version` where somebody changed it in between, MeetingStateError once closed. */
  async change(member: Member, wanted: ChangeMeeting): Promise<MeetingView> {
    const { clientId: _, version, ...fields } = wanted;
    const fact = await this.acts.perform<'meetings.changed'>(member, {
      intent: 'meetings.change',
      permission: 'meetings.manage',
      payload: wanted,
      decide: async ({ tx }) => {
        const meeting = await this.demand(member.membership.meetingId, tx);
        if (meeting.state === 'closed' || meeting.state === 'published')
          throw new MeetingStateError(meeting.state);
        if (meeting.version !== version)
          throw new MeetingsError('stale_version', { version: meeting.version });
        const changed: MeetingView = { ...meeting, ...normalised(fields), version: version + 1 };
        if (changed.endsAt <= changed.startsAt) throw new FieldError('endsAt', 'must be later than startsAt');
        if (isSame(meeting, changed)) throw new MeetingsError('nothing_changed');
        return [{ type: 'meetings.changed', data: { meeting: changed } }];
      },
    });
    return fact?.meeting ?? this.demand(member.membership.meetingId);
  }

  private async demand(...args: Parameters<MeetingsRepository['find']>): Promise<MeetingView> {
    const meeting = await this.meetings.find(...args);
    if (!meeting) throw new MeetingsError('not_found');
    return meeting;
  }
}

/** Fields that were not sent are undefined and must not erase what is there; times are written as we write them. */
function normalised(fields: Partial<Omit<CreateMeeting, 'clientId'>>): Partial<MeetingView> {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
  const times = sent
    .filter(([name]) => name === 'startsAt' || name === 'endsAt')
    .map(([name, value]) => [name, new Date(String(value)).toISOString()]);
  return Object.fromEntries([...sent, ...times]) as Partial<MeetingView>;
}

function isSame(before: MeetingView, after: MeetingView): boolean {
  return JSON.stringify({ ...before, version: 0 }) === JSON.stringify({ ...after, version: 0 });
}
