import { Injectable } from '@nestjs/common';
import type {
  AdoptCommunique,
  ChangeCommunique,
  CommuniqueView,
  DraftCommunique,
  ResolveBracket,
} from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import type { Appended, DecisionContext } from '@roundtable/record';
import { PublicationActs } from '../publication-acts.js';
import { SetsRepository } from '../sets/sets.repository.js';
import { CommuniqueExists } from './communique.errors.js';
import {
  adoptCommunique,
  changeText,
  demandDraft,
  demandSound,
  hashCommunique,
  resolveBracket,
} from './communique-life.js';
import { demandCommunique } from './demand-communique.js';
import { CommuniquesRepository } from './communiques.repository.js';
import { partsOf } from './set-parts.js';

/** Drafts the communique from the set, settles its brackets and adopts it. Silence is its own. */
@Injectable()
export class CommuniquesService {
  constructor(
    private readonly acts: PublicationActs,
    private readonly communiques: CommuniquesRepository,
    private readonly sets: SetsRepository,
  ) {}

  /** @throws CommuniqueExists, SetLineMissing or what `demandSound` refuses with */
  draft(caller: Member, intent: DraftCommunique): Promise<Appended> {
    return this.acts.append(caller, 'publications.draft_communique', intent, async ({ tx, room, at }) => {
      const there = await this.communiques.find(tx, room);
      if (there) throw new CommuniqueExists(there);
      const { lines } = await this.sets.load(tx, room);
      const parts = partsOf(lines, intent.lines, newId);
      demandSound(parts);
      const communique = firstVersion(caller, { title: intent.title, parts }, at);
      return [{ type: 'publications.communique_drafted', data: { communique } }];
    });
  }

  /** @throws CommuniqueMissing, CommuniqueStateForbids, StaleCommunique or what `changeText` refuses with */
  change(caller: Member, intent: ChangeCommunique): Promise<Appended> {
    return this.acts.append(caller, 'publications.change_communique', intent, async (context) => {
      const before = await this.open(context, intent.version);
      const communique = changeText(before, intent, newId, context.at);
      return [{ type: 'publications.communique_changed', data: { communique } }];
    });
  }

  /** @throws CommuniqueMissing, CommuniqueStateForbids, StaleCommunique or what `resolveBracket` refuses with */
  resolve(caller: Member, intent: ResolveBracket): Promise<Appended> {
    return this.acts.append(caller, 'publications.resolve_bracket', intent, async (context) => {
      const before = await this.open(context, intent.version);
      const { communique, was } = resolveBracket(before, intent, context.at);
      const { part, became, reason = null } = intent;
      return [{ type: 'publications.communique_resolved', data: { communique, part, was, became, reason } }];
    });
  }

  /** @throws CommuniqueMissing, CommuniqueStateForbids, StaleCommunique, CommuniqueEmpty or BracketsOpen */
  adopt(caller: Member, intent: AdoptCommunique): Promise<Appended> {
    return this.acts.append(caller, 'publications.adopt_communique', intent, async (context) => {
      const before = await this.open(context, intent.version);
      const by = caller.membership.participantId;
      const communique = adoptCommunique(before, { by, at: context.at, reason: intent.reason ?? null });
      return [{ type: 'publications.communique_adopted', data: { communique } }];
    });
  }

  private async open(context: DecisionContext, version: number): Promise<CommuniqueView> {
    const communique = await demandCommunique(this.communiques, context);
    demandDraft(communique, version);
    return communique;
  }
}

function firstVersion(
  { membership }: Member,
  content: Pick<CommuniqueView, 'title' | 'parts'>,
  at: string,
): CommuniqueView {
  return {
    id: newId(),
    ...content,
    state: 'draft',
    version: 1,
    sha256: hashCommunique(content),
    circulation: null,
    objections: [],
    adoption: null,
    createdBy: membership.participantId,
    createdAt: at,
    changedAt: at,
  };
}
