import { Injectable } from '@nestjs/common';
import type { CastBallot, PollView } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext } from '@roundtable/record';
import { BallotBox } from './ballot-box.js';
import { fingerprintOf, namedFingerprint, receiptOf } from './ballot-receipt.js';
import { CastBefore } from './cast-before.js';
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
 * Takes ballots. A ballot is no entry of the record; the same one sent again is recognised by `CastBefore` and answered
 * as the first time, whatever became of the poll, the meeting or the voter's right since.
 */
@Injectable()
export class CastingService {
  constructor(
    private readonly record: RecordService,
    private readonly polls: PollsRepository,
    private readonly named: NamedBallotsRepository,
    private readonly box: BallotBox,
    private readonly voters: Voters,
    private readonly castBefore: CastBefore,
  ) {}

  /**
   * Casts one vote. A named ballot may be changed while the poll is open, but a proxy does not change what the owner of the
   * vote cast; a secret one may not be changed.
   * @throws PollNotFound, PollNotOpen, NotEntitled, ElectorUnclear, NotPresent, OwnVoteStands, BallotWrong, AlreadyCast or
   *   ClientIdReused
   */
  async cast(caller: Member, intent: CastBallot): Promise<Cast> {
    const appended = await this.record.append({
      room: intent.room,
      caller,
      permission: 'polls.cast',
      clientId: intent.clientId,
      intent: 'polls.cast',
      payload: intent,
      wasDone: ({ tx }) => this.castBefore.holds(tx, caller, intent),
      decide: async (context) => {
        await this.take(context, caller, intent);
        return [];
      },
    });
    return { ...appended, receipt: receiptOf(intent.poll, intent.clientId) };
  }

  /** Runs under the room's lock, so nobody closes the poll meanwhile. */
  private async take(context: DecisionContext, caller: Member, intent: CastBallot): Promise<void> {
    const poll = await this.polls.find(context.tx, context.room, intent.poll);
    if (!poll) throw new PollNotFound(intent.poll);
    const { elector, candidates } = await this.demandVote(context, caller, { poll, intent });
    if (poll.rules.isSecret) return this.takeSecret(context, poll, { elector, intent });
    const castBy = caller.membership.participantId;
    await this.demandNotOwn(context, poll, { elector, candidates, castBy });
    return this.takeNamed(context, poll, { elector, castBy, intent });
  }

  private async takeNamed(
    { tx, room, at }: DecisionContext,
    poll: PollView,
    { elector, castBy, intent }: { elector: string; castBy: string; intent: CastBallot },
  ): Promise<void> {
    const { clientId, picks } = intent;
    const reason = intent.reason ?? null;
    checkBallot(poll, picks, reason);
    const intentHash = namedFingerprint(intent);
    await this.named.add(tx, {
      room,
      poll: poll.id,
      elector,
      castBy,
      clientId,
      intentHash,
      picks,
      reason,
      at,
    });
  }

  private async takeSecret(
    { tx }: DecisionContext,
    poll: PollView,
    { elector, intent }: { elector: string; intent: CastBallot },
  ): Promise<void> {
    if (await this.box.findMark(tx, poll.id, elector)) throw new AlreadyCast(poll.id, elector);
    checkBallot(poll, intent.picks, intent.reason ?? null);
    const receipt = receiptOf(poll.id, intent.clientId);
    const fingerprint = fingerprintOf(intent.clientId, elector, intent.picks);
    await this.box.cast(tx, poll.id, { elector, receipt, fingerprint }, intent.picks);
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
