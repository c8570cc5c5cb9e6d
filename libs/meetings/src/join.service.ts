import type { EnterAnswer, EnterRequest, JoinView, Principal } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import {
  InvitationsService,
  LoginsService,
  type OpenedLogin,
  type VisitorRequest,
} from '@roundtable/identity';
import { UnitOfWork } from '@roundtable/persistence';
import { MembershipReader } from '@roundtable/platform';
import { AttendanceService } from './attendance.service.js';
import { MeetingsError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Somebody entered: what to answer, and the login to hand to the browser, null where it has one already. */
export interface Entrance {
  answer: EnterAnswer;
  opened: OpenedLogin | null;
}

/** What a personal link leads to: a page that shows who is invited to what, and a button that lets them in. */
@Injectable()
export class JoinService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly invitations: InvitationsService,
    private readonly logins: LoginsService,
    private readonly memberships: MembershipReader,
    private readonly attendance: AttendanceService,
    private readonly work: UnitOfWork,
  ) {}

  /** Says whether this server made the token, without asking the database. */
  isSealed(token: string): boolean {
    return this.invitations.isSealed(token);
  }

  /** Shows; consumes nothing. @throws LinkError */
  async view(token: string, visitor: Principal | null): Promise<JoinView> {
    const invitation = await this.invitations.open(token);
    const meeting = await this.meetings.find(invitation.meetingId);
    const participant = await this.meetings.findParticipant(invitation.meetingId, invitation.participantId);
    if (!meeting || !participant) throw new MeetingsError('not_found');
    const delegations = await this.meetings.delegations(meeting.id);
    const entered = visitor?.invitation?.id === invitation.id;
    return {
      meeting,
      participant,
      delegation: delegations.find(({ id }) => id === participant.delegation) ?? null,
      invitedBy: meeting.host,
      entered,
      signedInAs: entered ? null : await this.nameOf(visitor),
    };
  }

  /** Lets the person in. @throws LinkError, MeetingsError `consent_required` */
  async enter(
    token: string,
    { consent, attendance }: EnterRequest,
    browser: { request: VisitorRequest; visitor: Principal | null },
  ): Promise<Entrance> {
    const invitation = await this.invitations.open(token);
    if (!consent) throw new MeetingsError('consent_required');
    const isKnown = browser.visitor?.invitation?.id === invitation.id;
    const opened = isKnown
      ? null
      : await this.work.inTransaction((tx) =>
          this.logins.open(
            tx,
            { invitation: invitation.id },
            { request: browser.request, replaces: browser.visitor, hasConsented: true },
          ),
        );
    const loginId = opened?.id ?? browser.visitor?.loginId ?? '';
    const { id, meetingId, participantId } = invitation;
    const principal: Principal = { loginId, account: null, invitation: { id, meetingId, participantId } };
    const membership = await this.memberships.ofMeeting(principal, meetingId);
    if (!membership) throw new MeetingsError('not_found');
    await this.attendance.note({ principal, membership }, attendance);
    return { answer: { meeting: meetingId, room: membership.roomId }, opened };
  }

  /** The full address of a link that was opened. */
  addressOf(token: string): string {
    return this.invitations.addressOf(token);
  }

  private async nameOf(visitor: Principal | null): Promise<string | null> {
    if (!visitor?.invitation) return visitor?.account?.name ?? null;
    const { meetingId, participantId } = visitor.invitation;
    return (await this.meetings.findParticipant(meetingId, participantId))?.name ?? null;
  }
}
