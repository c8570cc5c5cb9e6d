import type { AuditView } from '@roundtable/contracts';
import { Get } from '@nestjs/common';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import { MeetingAuditService } from './meeting-audit.service.js';

/** Who did what by virtue of an office. */
@RoundtableController('api/v1/meetings/:meeting')
export class AuditController {
  constructor(private readonly audit: MeetingAuditService) {}

  /** The newest first. */
  @Requires('meetings.read')
  @Get('audit')
  read(@CurrentMember() { membership }: Member): Promise<AuditView[]> {
    return this.audit.read(membership);
  }
}
