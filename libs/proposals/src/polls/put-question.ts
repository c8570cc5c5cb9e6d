import { Injectable } from '@nestjs/common';
import type { CreatePoll, PollMethod, PollView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import type { DecisionContext } from '@roundtable/record';
import { makeElectorate } from './electorate.js';
import { checkRules, checkSecrecy, makeOptions } from './poll-rules.js';
import { PollWrong } from './polls.errors.js';
import { PollsRepository } from './polls.repository.js';
import { Voters } from './voters.js';

/** Methods that answer yes or no to one thing. */
const DECISIVE: readonly PollMethod[] = ['yes_no_abstain', 'consent', 'consensus'];

/** Makes a poll of what the chair asks for, with everything checked that can be checked before it starts. */
@Injectable()
export class PutQuestion {
  constructor(
    private readonly polls: PollsRepository,
    private readonly voters: Voters,
  ) {}

  /**
   * Runs under the room's lock, for the number is the next one.
   * @throws PollWrong, ThresholdTooHigh, ElectorUnknown, OutsideElectorate, WeightWrong, ProxyTwice, ProxyCircle or
   *   ElectorateEmpty
   */
  async make(
    { tx, room, at }: DecisionContext,
    asker: { meeting: string; participant: string },
    intent: CreatePoll,
  ): Promise<PollView> {
    const options = makeOptions(intent.method, intent.options);
    const rules = checkRules(intent.method, options, intent.rules);
    const isDecisive = intent.isDecisive ?? false;
    if (isDecisive) demandDecidable(intent);
    const candidates = await this.voters.candidates(tx, asker.meeting, rules.unit);
    const electors = makeElectorate(candidates, intent);
    checkSecrecy(rules, electors);
    return {
      id: newId(),
      number: await this.polls.nextNumber(tx, room),
      title: intent.title,
      text: intent.text ?? null,
      proposal: intent.proposal ?? null,
      isDecisive,
      proposalState: null,
      method: intent.method,
      options,
      rules,
      state: 'created',
      electors,
      outcome: null,
      createdBy: asker.participant,
      createdAt: at,
      startedAt: null,
      closedAt: null,
      publishedAt: null,
    };
  }
}

function demandDecidable({ proposal, method }: CreatePoll): void {
  if (!proposal) throw new PollWrong('isDecisive', 'Say which proposal this poll decides.');
  if (!DECISIVE.includes(method))
    throw new PollWrong('isDecisive', 'A proposal is decided by yes and no, by consent or by consensus.');
}
