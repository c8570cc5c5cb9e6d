import { Injectable } from '@nestjs/common';
import type { CastBallot, PollView } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { ClientIdReused, RecordService, type Appended, type DecisionContext } from '@roundtable/record';
import { BallotBox } from './ballot-box.js';
import { fingerprintOf, receiptOf } from './ballot-receipt.js';
import { isOwnVote, votesOfPerson, type Candidate } from './electorate.js';
import { NamedBallotsRepository } from './named-ballots.repository.js';
import { checkBallot } from './poll-rules.js';
import {
  AlreadyCast,
  ElectorUnclear,
  NotEntitled,
  NotPresent,
  OwnVoteStands,
  PollNotFound,
  PollNotOpen,
} from './polls.errors.js';
import { PollsRepository } from './polls.repository.js';
import { Voters } from './voters.js';

/** Whose vote a ballot is, and who may cast whose. */
interface Vote {
  elector: string;
  candidates: Candidate[];
}

/** What became of a ballot. */
export interface Cast extends Appended {
  receipt: string;
}

/**
 * Takes ballots. A ballot is no entry of the record, and of a secret one the record does not even keep the client id:
 * the same ballot sent again is recognised by its mark while the poll is open, and by its receipt afterwards.
 */
@Injectable()
export class CastingService {
  constructor(
    private readonly record: RecordService,
    private readonly polls: PollsRepository,
    private readonly named: NamedBallotsRepository,
    private readonly box: BallotBox,
    private readonly voters: Voters,
  ) {}

  /**
   * Casts one vote. A named ballot may be changed while the poll is open, but a proxy does not change what the owner of the
   * vote cast; a secret one may not be changed.
   * @throws PollNotFound, PollNotOpen, NotEntitled, ElectorUnclear, NotPresent, OwnVoteStands, BallotWrong, AlreadyCast or
   *   ClientIdReused
   */
  async cast(caller: Member, intent: CastBallot): Promise<Cast> {
    let isRepeated = false;
    const appended = await this.record.append({
      room: intent.room,
      caller,
      permission: 'polls.cast',
      clientId: intent.clientId,
      intent: 'polls.cast',
      payload: intent,
      decide: async (context) => {
        isRepeated = await this.take(context, caller, intent);
        return [];
      },
    });
    return { ...appended, duplicate: isRepeated, receipt: receiptOf(intent.poll, intent.clientId) };
  }

  /** Runs under the room's lock, so nobody closes the poll meanwhile. True where the ballot was here before. */
  private async take(context: DecisionContext, caller: Member, intent: CastBallot): Promise<boolean> {
    const poll = await this.polls.find(context.tx, context.room, intent.poll);
    if (!poll) throw new PollNotFound(intent.poll);
    if (poll.rules.isSecret) return this.takeSecret(context, caller, { poll, intent });
    return this.takeNamed(context, caller, { poll, intent });
  }

  private async takeNamed(
    context: DecisionContext,
    caller: Member,
    { poll, intent }: { poll: PollView; intent: CastBallot },
  ): Promise<boolean> {
    const { tx, room, at } = context;
    const { clientId, picks } = intent;
    const castBy = caller.membership.participantId;
    const reason = intent.reason ?? null;
    const content = JSON.stringify([intent.elector ?? null, reason]);
    const intentHash = fingerprintOf(clientId, content, picks);
    const before = await this.named.findByClientId(tx, room, { castBy, clientId });
    if (before && (before.poll !== poll.id || before.intentHash !== intentHash)) throw new ClientIdReused();
    if (before) return true;
    const vote = await this.demandVote(context, caller, { poll, intent });
    await this.demandNotOwn(context, poll, { ...vote, castBy });
    checkBallot(poll, picks, reason);
    const { elector } = vote;
    const ballot = { room, poll: poll.id, elector, castBy, clientId, intentHash, picks, reason, at };
    await this.named.add(tx, ballot);
    return false;
  }

  private async takeSecret(
    context: DecisionContext,
    caller: Member,
    { poll, intent }: { poll: PollView; intent: CastBallot },
  ): Promise<boolean> {
    const { tx } = context;
    const receipt = receiptOf(poll.id, intent.clientId);
    if (poll.outcome?.receipts.includes(receipt)) return true;
    const { elector } = await this.demandVote(context, caller, { poll, intent });
    const fingerprint = fingerprintOf(intent.clientId, elector, intent.picks);
    const mark = await this.box.findMark(tx, poll.id, elector);
    if (mark?.receipt === receipt && mark.fingerprint !== fingerprint) throw new ClientIdReused();
    if (mark?.receipt === receipt) return true;
    if (mark) throw new AlreadyCast(poll.id, elector);
    checkBallot(poll, intent.picks, intent.reason ?? null);
    await this.box.cast(tx, poll.id, { elector, receipt, fingerprint }, intent.picks);
    return false;
  }

  /** Whose vote this is. */
  private async demandVote(
    { tx, room }: DecisionContext,
    { membership }: Member,
    { poll, intent }: { poll: PollView; intent: CastBallot },
  ): Promise<Vote> {
    if (poll.state !== 'started') throw new PollNotOpen(poll.id, poll.state);
    const candidates = await this.voters.candidates(tx, membership.meetingId, poll.rules.unit);
    const votes = votesOfPerson(poll.electors, candidates, membership.participantId);
    const elector = intent.elector ?? ownVote(votes, membership.participantId);
    if (elector === null || !votes.includes(elector)) throw new NotEntitled(poll.id, intent.elector ?? null);
    const isHere = !poll.rules.requiresPresence || this.voters.here(room).has(membership.participantId);
    if (!isHere) throw new NotPresent(poll.id);
    return { elector, candidates };
  }

  /** One's own vote overrides the proxy's, and never the other way round. @throws OwnVoteStands */
  private async demandNotOwn(
    { tx, room }: DecisionContext,
    { id: poll }: PollView,
    { elector, candidates, castBy }: Vote & { castBy: string },
  ): Promise<void> {
    if (isOwnVote(candidates, elector, castBy)) return;
    const caster = await this.named.casterOf(tx, room, { poll, elector });
    if (caster !== null && isOwnVote(candidates, elector, caster)) throw new OwnVoteStands(poll, elector);
  }
}

/** The vote that is meant where none is named: one's own, or the only one. @throws ElectorUnclear */
function ownVote(votes: readonly string[], participant: string): string | null {
  if (votes.includes(participant)) return participant;
  if (votes.length > 1) throw new ElectorUnclear([...votes]);
  return votes[0] ?? null;
}
