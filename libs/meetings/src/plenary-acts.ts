import type { Fact, FactType, Permission } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import type { Member } from '@roundtable/platform';
import { RecordService, type DecisionContext, type Draft } from '@roundtable/record';
import { DataSource } from 'typeorm';

/** An act on a meeting: what is asked, by whom, and how it is decided under the plenary's lock. */
export interface PlenaryAct {
  intent: string;
  permission: Permission;
  /** The request's body; its `clientId` makes the act safe to repeat. */
  payload: { clientId: string };
  /** Id from the path: the same client id for another target is another act. */
  target?: string | undefined;
  changesRights?: boolean;
  decide(context: DecisionContext): Promise<Draft[]>;
}

/** Puts what is decided about a meeting on its plenary's record. */
@Injectable()
export class PlenaryActs {
  constructor(
    private readonly record: RecordService,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Appends and returns the data of the first fact. Asked again with the same client id, it returns what was recorded
   * then. Null where there was nothing to record.
   */
  async perform<T extends FactType>(member: Member, act: PlenaryAct): Promise<Fact<T> | null> {
    const room = member.membership.roomId;
    let isRecorded = false;
    const appended = await this.record.append({
      room,
      caller: member,
      permission: act.permission,
      clientId: act.payload.clientId,
      intent: act.intent,
      payload: { ...act.payload, ...(act.target !== undefined && { target: act.target }) },
      ...(act.changesRights && { changesRights: true }),
      decide: async (context) => {
        const drafts = await act.decide(context);
        isRecorded = drafts.length > 0;
        return drafts;
      },
    });
    if (!isRecorded && !appended.duplicate) return null;
    const rows: { data: Fact<T> }[] = await this.dataSource.query(
      'SELECT data FROM record_entries WHERE room_id = $1 AND seq = $2',
      [room, appended.seq],
    );
    return rows[0]?.data ?? null;
  }
}
