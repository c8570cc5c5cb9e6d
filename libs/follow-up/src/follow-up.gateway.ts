import { MessageBody } from '@nestjs/websockets';
import type { Ack } from '@roundtable/contracts';
import { CurrentMember, Intent, Requires, RoundtableGateway, type Member } from '@roundtable/platform';
import { toAck } from '@roundtable/record';
import { BeginFollowUpDto, ChangeFollowUpDto } from './dto/plan.dto.js';
import { CorrectFollowUpDto, ReportOnFollowUpDto } from './dto/report.dto.js';
import { FollowUpService } from './follow-up.service.js';
import { ReportsService } from './reports.service.js';

/** The intents of the follow-up. */
@RoundtableGateway()
export class FollowUpGateway {
  constructor(
    private readonly followUps: FollowUpService,
    private readonly reports: ReportsService,
  ) {}

  @Intent('follow_up.begin')
  @Requires('follow_up.plan')
  async begin(@MessageBody() intent: BeginFollowUpDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.followUps.begin(member, intent));
  }

  @Intent('follow_up.change')
  @Requires('follow_up.plan')
  async change(@MessageBody() intent: ChangeFollowUpDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.followUps.change(member, intent));
  }

  @Intent('follow_up.report')
  @Requires('follow_up.report')
  async report(@MessageBody() intent: ReportOnFollowUpDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.reports.report(member, intent));
  }

  @Intent('follow_up.correct')
  @Requires('follow_up.report')
  async correct(@MessageBody() intent: CorrectFollowUpDto, @CurrentMember() member: Member): Promise<Ack> {
    return toAck(await this.reports.correct(member, intent));
  }
}
