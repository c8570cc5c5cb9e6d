import { Get, Query, Req, Res } from '@nestjs/common';
import type { FollowUpAcross, Language } from '@roundtable/contracts';
import { Visitor, type VisitorRequest } from '@roundtable/identity';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import {
  CurrentMember,
  dispositionOf,
  Public,
  Requires,
  RoundtableController,
  type Member,
} from '@roundtable/platform';
import type { Response } from 'express';
import { CsvQueryDto } from '../dto/csv-query.dto.js';
import { writeFollowUpCsv } from './follow-up-csv.js';
import { FollowUpsAcross } from './follow-ups-across.service.js';

/** Follow-ups as a list to work through: of one meeting as a file, and of all meetings of the caller. */
@RoundtableController('api/v1')
export class FollowUpsAcrossController {
  constructor(
    private readonly across: FollowUpsAcross,
    private readonly visitor: Visitor,
    private readonly audit: AuditLog,
    private readonly work: UnitOfWork,
  ) {}

  /** Open to everybody who is signed in: it shows them only meetings whose follow-up they may read. */
  @Public()
  @Get('follow-up')
  async list(@Req() request: VisitorRequest): Promise<FollowUpAcross[]> {
    return this.across.ofPrincipal(await this.visitor.demand(request));
  }

  @Public()
  @Get('follow-up.csv')
  async csvOfAll(
    @Req() request: VisitorRequest,
    @Query() { lang }: CsvQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const principal = await this.visitor.demand(request);
    const rows = await this.across.ofPrincipal(principal);
    const actor = principal.account
      ? { account: principal.account.id }
      : { participant: principal.invitation?.participantId ?? '' };
    await this.note([...new Set(rows.map(({ meeting }) => meeting.id))], actor);
    hand(response, rows, lang);
  }

  @Get('meetings/:meeting/follow-up.csv')
  @Requires('follow_up.read')
  async csv(
    @CurrentMember() { membership }: Member,
    @Query() { lang }: CsvQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const rows = await this.across.ofMeeting(membership);
    await this.note([membership.meetingId]);
    hand(response, rows, lang);
  }

  /** Noted before the file is handed out: what cannot be noted is not exported. */
  private async note(
    meetings: string[],
    actor?: { account: string } | { participant: string },
  ): Promise<void> {
    await this.work.inTransaction(async (tx) => {
      for (const meeting of meetings)
        await this.audit.note(tx, { act: 'follow_up.exported', meeting, ...(actor && { actor }) });
    });
  }
}

function hand(response: Response, rows: FollowUpAcross[], language: Language): void {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', dispositionOf('follow-up.csv'));
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.send(writeFollowUpCsv(rows, language));
}
