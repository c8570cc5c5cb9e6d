import type { EnterAnswer, JoinView } from '@roundtable/contracts';
import { Body, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  AttemptLimits,
  LinkError,
  LoginsService,
  Visitor,
  type VisitorRequest,
  type VisitorResponse,
} from '@roundtable/identity';
import { Clock, Public, RoundtableController } from '@roundtable/platform';
import { writeCalendar } from './calendar.js';
import { EnterDto, ResendDto } from './dto/people.dto.js';
import { JoinService } from './join.service.js';
import { ResendService } from './resend.service.js';

/** The page behind a personal link. Who holds the link is who it was made for; a GET never consumes it. */
@RoundtableController('api/v1/join')
export class JoinController {
  constructor(
    private readonly join: JoinService,
    private readonly resending: ResendService,
    private readonly logins: LoginsService,
    private readonly limits: AttemptLimits,
    private readonly visitor: Visitor,
    private readonly clock: Clock,
  ) {}

  /** Answered alike for every address. */
  @Public()
  @Post('resend')
  @HttpCode(200)
  async resend(@Body() body: ResendDto, @Req() request: VisitorRequest): Promise<{ ok: true }> {
    await this.resending.request(body.email, request.ip);
    return { ok: true };
  }

  @Public()
  @Get(':token')
  async view(@Param('token') token: string, @Req() request: VisitorRequest): Promise<JoinView> {
    await this.demandSealed(token, request);
    return this.join.view(token, await this.visitor.identify(request));
  }

  @Public()
  @Get(':token/calendar.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="meeting.ics"')
  async calendar(@Param('token') token: string, @Req() request: VisitorRequest): Promise<string> {
    await this.demandSealed(token, request);
    const { meeting } = await this.join.view(token, null);
    return writeCalendar(meeting, this.join.addressOf(token), this.clock.now());
  }

  @Public()
  @Post(':token')
  @HttpCode(200)
  async enter(
    @Param('token') token: string,
    @Body() body: EnterDto,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: VisitorResponse,
  ): Promise<EnterAnswer> {
    await this.demandSealed(token, request);
    const visitor = await this.visitor.identify(request);
    const { answer, opened } = await this.join.enter(token, body, { request, visitor });
    if (opened) this.logins.settle(opened, response, visitor);
    return answer;
  }

  /**
   * Only links that this server never made are counted: a page left open on a withdrawn one must not shut a hall behind
   * the same address out.
   */
  private async demandSealed(token: string, request: VisitorRequest): Promise<void> {
    if (this.join.isSealed(token)) return;
    await this.limits.take('join', request.ip);
    throw new LinkError('link_invalid');
  }
}
