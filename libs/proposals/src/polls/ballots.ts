import { Injectable } from '@nestjs/common';
import type { PollView } from '@roundtable/contracts';
import type { DecisionContext } from '@roundtable/record';
import { BallotBox } from './ballot-box.js';
import { NamedBallotsRepository } from './named-ballots.repository.js';

/** Where the ballots of a poll are while it is open: beside their names, or in a box. */
@Injectable()
export class Ballots {
  constructor(
    private readonly named: NamedBallotsRepository,
    private readonly box: BallotBox,
  ) {}

  async prepare({ tx }: DecisionContext, poll: PollView): Promise<void> {
    if (poll.rules.isSecret) await this.box.open(tx, poll.id);
  }

  /** Clears away what was being read when it should have been dropped. */
  dropLeftOver(): Promise<void> {
    return this.box.dropLeftOver();
  }

  async destroy({ tx, room }: DecisionContext, poll: PollView): Promise<void> {
    if (poll.rules.isSecret) await this.box.destroy(tx, poll.id);
    else await this.named.destroy(tx, room, poll.id);
  }
}
