import { Injectable } from '@nestjs/common';
import type { CancelPoll, CreatePoll, Permission, PollAct, PollView } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';
import { Ballots } from './ballots.js';
import { DecidedProposal } from './decided-proposal.js';
import { fixElectorate } from './electorate.js';
import { cancelPoll, hideResults, publishPoll, startPoll } from './poll-life.js';
import { checkSecrecy } from './poll-rules.js';
import { PollNotFound, VotingOver } from './polls.errors.js';
import { PollsRepository } from './polls.repository.js';
import { PutQuestion } from './put-question.js';
import { Voters } from './voters.js';

const PERMISSION: Permission = 'polls.manage';

/** The life of a poll but for its ballots: casting and closing are their own. */
@Injectable()
export class PollsService {
  constructor(
    private readonly record: RecordService,
    private readonly polls: PollsRepository,
    private readonly question: PutQuestion,
    private readonly proposal: DecidedProposal,
    private readonly voters: Voters,
    private readonly ballots: Ballots,
  ) {}

  /** @throws VotingOver, ProposalNotFound, or what `PutQuestion` refuses with */
  create(caller: Member, intent: CreatePoll): Promise<Appended> {
    const { meetingId, participantId } = caller.membership;
    return this.append(caller, 'polls.create', intent, async (context) => {
      demandVoting(context);
      if (intent.proposal) await this.proposal.demand(context, intent.proposal);
      const asker = { meeting: meetingId, participant: participantId };
      const poll = await this.question.make(context, asker, intent);
      return [{ type: 'polls.created', data: { poll } }];
    });
  }

  /** @throws VotingOver, PollNotFound, PollStateForbids, ElectorateEmpty, SecretAmongFew or ProposalStateForbids */
  async start(caller: Member, intent: PollAct): Promise<Appended> {
    await this.ballots.dropLeftOver();
    return this.append(caller, 'polls.start', intent, async (context) => {
      demandVoting(context);
      const poll = await this.load(context, intent.poll);
      const candidates = await this.voters.candidates(
        context.tx,
        caller.membership.meetingId,
        poll.rules.unit,
      );
      const electors = fixElectorate(poll.electors, candidates);
      const { state, drafts } = await this.proposal.freeze(context, poll);
      const started = startPoll(poll, { at: context.at, electors, proposalState: state });
      checkSecrecy(started.rules, electors);
      await this.ballots.prepare(context, started);
      return [{ type: 'polls.started', data: { poll: started } }, ...drafts];
    });
  }

  /** @throws PollNotFound or PollStateForbids */
  hideResults(caller: Member, intent: PollAct): Promise<Appended> {
    return this.append(caller, 'polls.hide_results', intent, async (context) => {
      const poll = hideResults(await this.load(context, intent.poll));
      return [{ type: 'polls.changed', data: { poll } }];
    });
  }

  /** @throws PollNotFound or PollStateForbids */
  publish(caller: Member, intent: PollAct): Promise<Appended> {
    return this.append(caller, 'polls.publish', intent, async (context) => {
      const poll = publishPoll(await this.load(context, intent.poll), context.at);
      const decided = await this.proposal.decide(context, poll, context.nextSeq + 1);
      return [{ type: 'polls.published', data: { poll } }, ...decided];
    });
  }

  /** @throws PollNotFound or PollStateForbids */
  cancel(caller: Member, intent: CancelPoll): Promise<Appended> {
    return this.append(caller, 'polls.cancel', intent, async (context) => {
      const before = await this.load(context, intent.poll);
      const poll = cancelPoll(before, context.at);
      const released = await this.proposal.release(context, poll);
      if (before.state === 'started') await this.ballots.destroy(context, poll);
      return [{ type: 'polls.cancelled', data: { poll, reason: intent.reason ?? null } }, ...released];
    });
  }

  private append(
    caller: Member,
    name: string,
    intent: PollAct | CreatePoll,
    decide: (context: DecisionContext) => Promise<Draft[]>,
  ): Promise<Appended> {
    const { room, clientId } = intent;
    return this.record.append({
      room,
      caller,
      permission: PERMISSION,
      clientId,
      intent: name,
      payload: intent,
      decide,
    });
  }

  private async load({ tx, room }: DecisionContext, id: string): Promise<PollView> {
    const poll = await this.polls.find(tx, room, id);
    if (!poll) throw new PollNotFound(id);
    return poll;
  }
}

function demandVoting({ membership }: DecisionContext): void {
  if (membership?.meetingState === 'closed') throw new VotingOver();
}
