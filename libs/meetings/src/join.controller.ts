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
    const visitor = await this.visitor.identify(request);
    return this.guarded(request, () => this.join.view(token, visitor));
  }

  @Public()
  @Get(':token/calendar.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="meeting.ics"')
  async calendar(@Param('token') token: string, @Req() request: VisitorRequest): Promise<string> {
    const { meeting } = await this.guarded(request, () => this.join.view(token, null));
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
    const visitor = await this.visitor.identify(request);
    const { answer, opened } = await this.guarded(request, () =>
      this.join.enter(token, body, { request, visitor }),
    );
    if (opened) this.logins.settle(opened, response, visitor);
    return answer;
  }

  /** Only links that do not work are counted, so that a hall behind one address enters freely. */
  private async guarded<T>(request: VisitorRequest, work: () => Promise<T>): Promise<T> {
    await this.limits.demand('join', request.ip);
    try {
      return await work();
    } catch (error) {
      if (error instanceof LinkError) await this.limits.count('join', request.ip);
      throw error;
    }
  }
}
