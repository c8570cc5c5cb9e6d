import type { InvitationMessage, InvitationView } from '@roundtable/contracts';
import { Body, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentMember, isId, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { LetterDto } from './dto/people.dto.js';
import { MeetingInvitationsService } from './meeting-invitations.service.js';
import { MeetingsError } from './meetings.errors.js';
import { UnsentLettersService } from './unsent-letters.service.js';

/** Personal links, for the secretariat. */
@RoundtableController('api/v1/meetings/:meeting')
export class InvitationsController {
  constructor(
    private readonly invitations: MeetingInvitationsService,
    private readonly unsent: UnsentLettersService,
  ) {}

  @Requires('meetings.manage')
  @Get('invitations')
  list(@CurrentMember() { membership }: Member): Promise<InvitationView[]> {
    return this.invitations.list(membership.meetingId);
  }

  /** Sends the letter to everybody who has an address and was sent none yet. */
  @Requires('meetings.manage')
  @Post('invitations/send')
  @HttpCode(200)
  async sendUnsent(@CurrentMember() { membership }: Member): Promise<{ sent: number }> {
    return { sent: await this.unsent.send(membership.meetingId) };
  }

  /** A new link in place of the old one. */
  @Requires('meetings.manage')
  @Post('participants/:participant/invitation')
  renew(@CurrentMember() member: Member, @Param('participant') participant: string): Promise<InvitationView> {
    return this.invitations.renew(member, demandId(participant));
  }

  @Requires('meetings.manage')
  @Delete('participants/:participant/invitation')
  async revoke(
    @CurrentMember() member: Member,
    @Param('participant') participant: string,
  ): Promise<{ ok: true }> {
    await this.invitations.revoke(member, demandId(participant));
    return { ok: true };
  }

  @Requires('meetings.manage')
  @Post('participants/:participant/invitation/send')
  @HttpCode(200)
  send(
    @CurrentMember() { membership }: Member,
    @Param('participant') participant: string,
    @Body() body: LetterDto,
  ): Promise<InvitationView> {
    return this.invitations.send(membership.meetingId, demandId(participant), body.language);
  }

  @Requires('meetings.manage')
  @Get('participants/:participant/invitation/message')
  message(
    @CurrentMember() { membership }: Member,
    @Param('participant') participant: string,
    @Query() query: LetterDto,
  ): Promise<InvitationMessage> {
    return this.invitations.message(membership.meetingId, demandId(participant), query.language);
  }

  @Requires('meetings.manage')
  @Get('participants/:participant/invitation/calendar.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="meeting.ics"')
  calendar(
    @CurrentMember() { membership }: Member,
    @Param('participant') participant: string,
  ): Promise<string> {
    return this.invitations.calendar(membership.meetingId, demandId(participant));
  }
}

function demandId(id: string): string {
  if (!isId(id)) throw new MeetingsError('not_found');
  return id;
}
