import { Injectable } from '@nestjs/common';
import type { TakePosition } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended } from '@roundtable/record';
import { ProposalReader } from '../proposal-reader.js';
import { ProposalNotFound } from '../proposals.errors.js';
import { takePosition } from './take-position.js';

/** Takes positions on proposals, at any time before they are decided. */
@Injectable()
export class PositionsService {
  constructor(
    private readonly record: RecordService,
    private readonly reader: ProposalReader,
  ) {}

  /** @throws ProposalNotFound, ProposalStateForbids or NothingChanged */
  take(caller: Member, intent: TakePosition): Promise<Appended> {
    const participant = caller.membership.participantId;
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'proposals.position',
      clientId: intent.clientId,
      intent: 'proposals.position',
      payload: intent,
      decide: async ({ tx, room, at }) => {
        const proposal = await this.reader.readOne(tx, room, { id: intent.proposal }, 'staff');
        if (!proposal) throw new ProposalNotFound({ proposal: intent.proposal });
        const { value, reason = null } = intent;
        const position = takePosition(proposal, { participant, value, reason, at });
        if (position) return [{ type: 'proposals.positioned', data: { proposal: proposal.id, position } }];
        return [{ type: 'proposals.position_withdrawn', data: { proposal: proposal.id, participant } }];
      },
    });
  }
}
