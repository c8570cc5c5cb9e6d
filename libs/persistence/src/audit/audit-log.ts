import { Injectable } from '@nestjs/common';
import type { AuditAct } from '@roundtable/contracts';
import { currentCaller, newId } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';

/** What happened and to whom. Who did it is whoever makes the request being served, unless told. */
export interface NotedAct {
  act: AuditAct;
  meeting?: string;
  subject?: { account: string } | { participant: string };
  /** For routes that are open to everybody and find out themselves who asks. */
  actor?: { account: string } | { participant: string };
}

/**
 * Writes acts of power down, in the transaction that does them: an act that happened was noted, and one that was not
 * noted did not happen. What stands on a room's record is not noted a second time.
 */
@Injectable()
export class AuditLog {
  async note(tx: EntityManager, { act, meeting, subject, actor = findActor() }: NotedAct): Promise<void> {
    await tx.query(
      `INSERT INTO audit_acts (id, act, meeting_id, actor_account_id, actor_participant_id, subject_account_id, subject_participant_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), act, meeting ?? null, ...columnsOf(actor), ...columnsOf(subject)],
    );
  }
}

type Person = NotedAct['actor'];

/** Inside a meeting people act as participants; elsewhere with their account. Nobody for the command line. */
function findActor(): Person {
  const caller = currentCaller();
  if (caller?.membership) return { participant: caller.membership.participantId };
  return caller?.principal.account ? { account: caller.principal.account.id } : undefined;
}

function columnsOf(person: Person): [string | null, string | null] {
  if (!person) return [null, null];
  return 'account' in person ? [person.account, null] : [null, person.participant];
}
