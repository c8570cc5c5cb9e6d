import type { AuditAct, AuditView } from '@roundtable/contracts';
import { Get, Req } from '@nestjs/common';
import { Public, RoundtableController } from '@roundtable/platform';
import { DataSource } from 'typeorm';
import { Visitor, type VisitorRequest } from './visitor.js';

const MOST_ACTS = 500;

interface ActRow {
  id: string;
  at: Date;
  act: AuditAct;
  actor: string | null;
  subject: string | null;
}

/** Acts of power over accounts and the installation, for those they concern. */
@RoundtableController('api/v1/audit')
export class AuditController {
  constructor(
    private readonly visitor: Visitor,
    private readonly dataSource: DataSource,
  ) {}

  /** Open to everybody who is signed in: it shows them only what they did or what was done to them. */
  @Public()
  @Get()
  async read(@Req() request: VisitorRequest): Promise<AuditView[]> {
    const { account } = await this.visitor.demand(request);
    if (!account) return [];
    const everybody = account.role === 'administrator';
    const rows = await this.dataSource.query<ActRow[]>(READ_ACTS, [everybody ? null : account.id, MOST_ACTS]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString(), seq: null, roles: null }));
  }
}

const READ_ACTS = `
  SELECT a.id, a.at, a.act, actor.name AS actor, subject.name AS subject FROM audit_acts a
  LEFT JOIN identity_accounts actor ON actor.id = a.actor_account_id
  LEFT JOIN identity_accounts subject ON subject.id = a.subject_account_id
  WHERE a.meeting_id IS NULL
    AND ($1::uuid IS NULL OR a.subject_account_id IS NULL OR a.subject_account_id = $1 OR a.actor_account_id = $1)
  ORDER BY a.at DESC, a.id DESC LIMIT $2`;
