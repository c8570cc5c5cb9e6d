import { Injectable } from '@nestjs/common';
import { splitParagraphs, VersionFollower, type FixedVersion } from '@roundtable/documents';
import type { DecisionContext, Draft } from '@roundtable/record';
import { AmendmentsRepository } from './amendments.repository.js';
import { carryAmendments } from './text/carry-amendments.js';

/** Takes the amendments on a proposal along when somebody fixes a new version of its text. */
@Injectable()
export class CarriedAmendments extends VersionFollower {
  constructor(private readonly amendments: AmendmentsRepository) {
    super();
  }

  async follow({ tx, room, at }: DecisionContext, fixed: FixedVersion): Promise<Draft[]> {
    const { proposal, before, after } = fixed;
    const { version } = after;
    const newer = { version, paragraphs: splitParagraphs(after.text), at };
    const there = await this.amendments.load(tx, room, proposal);
    const amendments = carryAmendments(there, before && splitParagraphs(before.text), newer);
    if (amendments.length === 0) return [];
    return [{ type: 'amendments.carried', data: { proposal, version, amendments } }];
  }
}
