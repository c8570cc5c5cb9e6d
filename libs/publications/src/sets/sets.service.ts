import { Injectable } from '@nestjs/common';
import type {
  AdoptSet,
  ArrangeSet,
  ChangeLine,
  DraftSet,
  RefreshLine,
  SetChanged,
  SetView,
} from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import type { Appended, DecisionContext } from '@roundtable/record';
import { PublicationActs } from '../publication-acts.js';
import { ProposalUnfit, SetExists, SetMissing } from '../publications.errors.js';
import { SetBasisReader } from './set-basis.js';
import { hashSet } from './set-hash.js';
import {
  adoptLines,
  arrangeSet,
  changeLine,
  demandOpen,
  findLine,
  replaceLine,
  type WholeSet,
} from './set-life.js';
import { demandFitting, freezeLine, pickProposals, refreshLine } from './set-lines.js';
import { SetsRepository } from './sets.repository.js';

/** Drafts, arranges and adopts the set of proposals. Reservations are their own. */
@Injectable()
export class SetsService {
  constructor(
    private readonly acts: PublicationActs,
    private readonly sets: SetsRepository,
    private readonly basis: SetBasisReader,
  ) {}

  /** @throws SetExists, NothingToSet, ProposalUnfit or SetTooLarge */
  draft(caller: Member, intent: DraftSet): Promise<Appended> {
    return this.acts.append(caller, 'publications.draft_set', intent, async (context) => {
      const { set } = await this.sets.load(context.tx, context.room);
      if (set) throw new SetExists(set);
      const basis = await this.readBasis(caller, context);
      const picked = pickProposals(basis.proposals, intent.proposals);
      const lines = picked.map((proposal) => freezeLine(proposal, basis, newId()));
      demandFitting(lines);
      const data = { set: firstSet(caller, intent.title, lines, context.at), lines, removed: [] };
      return [{ type: 'publications.set_drafted', data }];
    });
  }

  /** @throws SetMissing, SetAdopted, StaleSet, what `arrangeSet` refuses with, or ProposalUnfit */
  arrange(caller: Member, intent: ArrangeSet): Promise<Appended> {
    return this.change(caller, 'publications.arrange_set', intent, async (whole, context) => {
      const add = intent.add ?? [];
      if (add.length === 0) return arrangeSet(whole, intent, [], context.at);
      const basis = await this.readBasis(caller, context);
      const there = whole.lines.find(({ proposal }) => add.includes(proposal));
      if (there)
        throw new ProposalUnfit(there.proposal, `Proposal ${there.number} stands in the set already.`);
      const added = pickProposals(basis.proposals, add).map((one) => freezeLine(one, basis, newId()));
      return arrangeSet(whole, intent, added, context.at);
    });
  }

  /** @throws SetMissing, SetAdopted, StaleSet, LineMissing, LineAdopted or SetUnchanged */
  changeLine(caller: Member, intent: ChangeLine): Promise<Appended> {
    return this.change(caller, 'publications.change_line', intent, async (whole, { at }) =>
      changeLine(whole, intent, at),
    );
  }

  /** @throws SetMissing, SetAdopted, StaleSet, LineMissing, LineAdopted or ProposalUnfit */
  refreshLine(caller: Member, intent: RefreshLine): Promise<Appended> {
    return this.change(caller, 'publications.refresh_line', intent, async (whole, context) => {
      const line = findLine(whole, intent.line);
      const basis = await this.readBasis(caller, context);
      const [proposal] = pickProposals(basis.proposals, [line.proposal]);
      if (!proposal) throw new ProposalUnfit(line.proposal, 'There is no such proposal in this meeting.');
      return replaceLine(whole, refreshLine(line, proposal, basis), context.at);
    });
  }

  /** @throws SetMissing, SetAdopted, StaleSet, LineMissing, LineAdopted or SetUnchanged */
  adopt(caller: Member, intent: AdoptSet): Promise<Appended> {
    return this.acts.append(caller, 'publications.adopt_set', intent, async (context) => {
      const whole = await this.open(context, intent.version);
      const { at } = context;
      const adoption = { by: caller.membership.participantId, at, reason: intent.reason ?? null };
      const data = adoptLines(whole, intent.lines ?? null, adoption);
      return [{ type: 'publications.set_adopted', data }];
    });
  }

  private change<I extends ArrangeSet | ChangeLine | RefreshLine>(
    caller: Member,
    name: 'publications.arrange_set' | 'publications.change_line' | 'publications.refresh_line',
    intent: I,
    decide: (whole: WholeSet, context: DecisionContext) => Promise<SetChanged>,
  ): Promise<Appended> {
    return this.acts.append(caller, name, intent, async (context) => {
      const whole = await this.open(context, intent.version);
      return [{ type: 'publications.set_changed', data: await decide(whole, context) }];
    });
  }

  private async open({ tx, room }: DecisionContext, version: number): Promise<WholeSet> {
    const { set, lines } = await this.sets.load(tx, room);
    if (!set) throw new SetMissing();
    const whole = { set, lines };
    demandOpen(whole, version);
    return whole;
  }

  private readBasis({ membership }: Member, { tx, room }: DecisionContext) {
    return this.basis.read(tx, { room, meeting: membership.meetingId });
  }
}

function firstSet({ membership }: Member, title: string, lines: WholeSet['lines'], at: string): SetView {
  return {
    id: newId(),
    title,
    state: 'draft',
    version: 1,
    sha256: hashSet(title, lines),
    lines: lines.map(({ id }) => id),
    adoption: null,
    createdBy: membership.participantId,
    createdAt: at,
    changedAt: at,
  };
}
