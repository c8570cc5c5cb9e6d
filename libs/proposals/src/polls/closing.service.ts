import { Injectable } from '@nestjs/common';
import type { ClosePoll, PollOutcome, PollView } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';
import { BallotBox } from './ballot-box.js';
import { DecidedProposal } from './decided-proposal.js';
import { presentElectors } from './electorate.js';
import { NamedBallotsRepository } from './named-ballots.repository.js';
import { closePoll, demandClosable, publishPoll } from './poll-life.js';
import { concludeNamed, concludeSecret } from './poll-outcome.js';
import { PollNotFound } from './polls.errors.js';
import { PollsRepository } from './polls.repository.js';
import { Voters } from './voters.js';

/**
 * Closes polls: counts, keeps the outcome with its numbers and the electorate of that moment, and in the same
 * transaction writes the ballots of a secret poll anew in an order drawn by lot and destroys their box.
 */
@Injectable()
export class ClosingService {
  constructor(
    private readonly record: RecordService,
    private readonly polls: PollsRepository,
    private readonly proposal: DecidedProposal,
    private readonly named: NamedBallotsRepository,
    private readonly box: BallotBox,
    private readonly voters: Voters,
  ) {}

  /** @throws PollNotFound, or PollStateForbids for the second of two who close it at once */
  close(caller: Member, intent: ClosePoll): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'polls.manage',
      clientId: intent.clientId,
      intent: 'polls.close',
      payload: intent,
      decide: (context) => this.decide(context, caller, intent),
    });
  }

  private async decide(context: DecisionContext, caller: Member, intent: ClosePoll): Promise<Draft[]> {
    const { tx, room, at, nextSeq } = context;
    const open = await this.polls.find(tx, room, intent.poll);
    if (!open) throw new PollNotFound(intent.poll);
    demandClosable(open);
    const candidates = await this.voters.candidates(tx, caller.membership.meetingId, open.rules.unit);
    const here = new Set([...this.voters.here(room), ...(intent.present ?? [])]);
    const present = presentElectors(open.electors, candidates, here);
    const poll = closePoll(open, at, await this.count(context, open, present));
    const closed: Draft = { type: 'polls.closed', data: { poll } };
    if (!intent.isPublished) return [closed];
    const published = publishPoll(poll, at);
    const decided = await this.proposal.decide(context, published, nextSeq + 2);
    return [closed, { type: 'polls.published', data: { poll: published } }, ...decided];
  }

  private async count(
    { tx, room }: DecisionContext,
    poll: PollView,
    present: ReadonlySet<string>,
  ): Promise<PollOutcome> {
    if (!poll.rules.isSecret) return concludeNamed(poll, await this.named.read(tx, room, poll.id), present);
    const cast = await this.box.read(tx, poll.id);
    const electors = await this.box.readElectors(tx, poll.id);
    const outcome = concludeSecret(poll, { ...cast, electors }, present);
    if (outcome.verdict !== 'too_few') await this.box.keep(tx, room, poll.id, cast.ballots);
    await this.box.destroy(tx, poll.id);
    return outcome;
  }
}
