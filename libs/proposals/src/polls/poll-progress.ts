import { Injectable } from '@nestjs/common';
import {
  LIMITS,
  type OwnVote,
  type PollProgress,
  type PollView,
  type RollCallEntry,
} from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { BallotBox } from './ballot-box.js';
import { presentElectors, votesOfPerson } from './electorate.js';
import { NamedBallotsRepository } from './named-ballots.repository.js';
import { tallyNamed } from './poll-outcome.js';
import { PollNotFound } from './polls.errors.js';
import { PollsRepository } from './polls.repository.js';
import { Voters } from './voters.js';

/** Tells how voting goes, to each as much as they may know now. */
@Injectable()
export class PollProgressReader {
  constructor(
    private readonly polls: PollsRepository,
    private readonly named: NamedBallotsRepository,
    private readonly box: BallotBox,
    private readonly voters: Voters,
  ) {}

  /** @throws PollNotFound */
  async read(
    tx: EntityManager,
    { room, poll: id }: { room: string; poll: string },
    { membership }: Member,
  ): Promise<PollProgress> {
    const poll = await this.polls.find(tx, room, id);
    if (!poll) throw new PollNotFound(id);
    const candidates = await this.voters.candidates(tx, membership.meetingId, poll.rules.unit);
    const present = presentElectors(poll.electors, candidates, this.voters.here(room));
    const votes = votesOfPerson(poll.electors, candidates, membership.participantId);
    const frame = {
      poll: poll.id,
      state: poll.state,
      entitled: poll.electors.length,
      present: present.size,
    };
    if (poll.state !== 'started')
      return { ...frame, turnout: null, tally: null, ballots: null, own: votes.map(notCast) };
    if (poll.rules.isSecret) {
      const cast = await this.box.readElectors(tx, poll.id);
      const isTold = membership.audience === 'staff' && cast.size >= LIMITS.secretTurnout;
      const own = votes.map((elector) => ({ elector, hasCast: cast.has(elector), ballot: null }));
      return { ...frame, turnout: isTold ? cast.size : null, tally: null, ballots: null, own };
    }
    const ballots = await this.named.read(tx, room, poll.id);
    return {
      ...frame,
      turnout: ballots.length,
      ...this.show(poll, ballots, present),
      own: ownOf(votes, ballots),
    };
  }

  private show(
    poll: PollView,
    ballots: RollCallEntry[],
    present: ReadonlySet<string>,
  ): Pick<PollProgress, 'tally' | 'ballots'> {
    if (poll.rules.hidesResults) return { tally: null, ballots: null };
    return { tally: tallyNamed(poll, ballots, present), ballots };
  }
}

function ownOf(votes: readonly string[], ballots: readonly RollCallEntry[]): OwnVote[] {
  return votes.map((elector) => {
    const ballot = ballots.find((one) => one.elector === elector) ?? null;
    return { elector, hasCast: ballot !== null, ballot };
  });
}

function notCast(elector: string): OwnVote {
  return { elector, hasCast: false, ballot: null };
}
