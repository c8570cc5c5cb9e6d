import { Injectable } from '@nestjs/common';
import type { CastBallot } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { ClientIdReused } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { BallotBox } from './ballot-box.js';
import { fingerprintOf, namedFingerprint, receiptOf } from './ballot-receipt.js';
import { NamedBallotsRepository } from './named-ballots.repository.js';
import { PollsRepository } from './polls.repository.js';

/**
 * Recognises ballots that are sent again: a named one by its client id, a secret one, of which the record does not even
 * keep that, by its mark while the poll is open and by its receipt afterwards. What a cancelled poll destroyed, and what a
 * secret poll with too few ballots did not keep, is not recognised.
 */
@Injectable()
export class CastBefore {
  constructor(
    private readonly polls: PollsRepository,
    private readonly named: NamedBallotsRepository,
    private readonly box: BallotBox,
  ) {}

  /** Runs under the room's lock. @throws ClientIdReused for the client id of another ballot */
  async holds(tx: EntityManager, caller: Member, intent: CastBallot): Promise<boolean> {
    const castBy = caller.membership.participantId;
    const { room, clientId } = intent;
    const before = await this.named.findByClientId(tx, room, { castBy, clientId });
    if (!before) return this.holdsSecret(tx, intent);
    if (before.poll !== intent.poll || before.intentHash !== namedFingerprint(intent))
      throw new ClientIdReused();
    return true;
  }

  private async holdsSecret(tx: EntityManager, { room, poll: id, ...ballot }: CastBallot): Promise<boolean> {
    const poll = await this.polls.find(tx, room, id);
    if (!poll?.rules.isSecret) return false;
    const receipt = receiptOf(id, ballot.clientId);
    if (poll.state !== 'started') return poll.outcome?.receipts.includes(receipt) ?? false;
    const mark = await this.box.findByReceipt(tx, id, receipt);
    if (!mark) return false;
    const isSameVote = (ballot.elector ?? mark.elector) === mark.elector;
    const fingerprint = fingerprintOf(ballot.clientId, mark.elector, ballot.picks);
    if (!isSameVote || fingerprint !== mark.fingerprint) throw new ClientIdReused();
    return true;
  }
}
