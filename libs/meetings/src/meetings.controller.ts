import type { LobbyView, MeetingDetail, MeetingSummary, MeetingView } from '@roundtable/contracts';
import { Body, Get, Header, HttpCode, Patch, Post, Req } from '@nestjs/common';
import { Visitor, type VisitorRequest } from '@roundtable/identity';
import {
  Clock,
  CurrentCaller,
  CurrentMember,
  Public,
  Requires,
  RoundtableController,
  type Caller,
  type Member,
} from '@roundtable/platform';
import { writeCalendar } from './calendar.js';
import { ActDto, ChangeMeetingDto, CreateMeetingDto } from './dto/meeting.dto.js';
import { MeetingLifeService } from './meeting-life.service.js';
import { MeetingsService } from './meetings.service.js';

/** Meetings: the caller's own, one of them, and the acts that lead it through its states. */
@RoundtableController('api/v1/meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly life: MeetingLifeService,
    private readonly visitor: Visitor,
    private readonly clock: Clock,
  ) {}

  /** Open to everybody who is signed in: it shows them only what they take part in. */
  @Public()
  @Get()
  async list(@Req() request: VisitorRequest): Promise<MeetingSummary[]> {
    return this.meetings.list(await this.visitor.demand(request));
  }

  @Requires('meetings.create')
  @Post()
  create(@CurrentCaller() caller: Caller, @Body() body: CreateMeetingDto): Promise<MeetingDetail> {
    return this.meetings.create(caller.principal, body);
  }

  @Requires('meetings.read')
  @Get(':meeting')
  read(@CurrentMember() member: Member): Promise<MeetingDetail> {
    return this.meetings.detail(member);
  }

  @Requires('meetings.manage')
  @Patch(':meeting')
  change(@CurrentMember() member: Member, @Body() body: ChangeMeetingDto): Promise<MeetingView> {
    return this.meetings.change(member, body);
  }

  @Requires('meetings.enter_lobby')
  @Get(':meeting/lobby')
  lobby(@CurrentMember() member: Member): Promise<LobbyView> {
    return this.meetings.lobby(member);
  }

  @Requires('meetings.read')
  @Get(':meeting/calendar.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="meeting.ics"')
  async calendar(@CurrentMember() member: Member): Promise<string> {
    const { meeting } = await this.meetings.lobby(member);
    return writeCalendar(meeting, null, this.clock.now());
  }

  @Requires('meetings.manage')
  @Post(':meeting/schedule')
  @HttpCode(200)
  schedule(@CurrentMember() member: Member, @Body() body: ActDto): Promise<MeetingView> {
    return this.life.act(member, 'schedule', body);
  }

  @Requires('meetings.run')
  @Post(':meeting/open')
  @HttpCode(200)
  open(@CurrentMember() member: Member, @Body() body: ActDto): Promise<MeetingView> {
    return this.life.act(member, 'open', body);
  }

  @Requires('meetings.run')
  @Post(':meeting/suspend')
  @HttpCode(200)
  suspend(@CurrentMember() member: Member, @Body() body: ActDto): Promise<MeetingView> {
    return this.life.act(member, 'suspend', body);
  }

  @Requires('meetings.run')
  @Post(':meeting/close')
  @HttpCode(200)
  close(@CurrentMember() member: Member, @Body() body: ActDto): Promise<MeetingView> {
    return this.life.act(member, 'close', body);
  }
}
