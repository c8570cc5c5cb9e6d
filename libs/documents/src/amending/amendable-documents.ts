import { Injectable } from '@nestjs/common';
import type { Membership } from '@roundtable/contracts';
import type { DecisionContext, Draft } from '@roundtable/record';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { VersionFixing } from '../versions/version-fixing.js';
import type { FixedText } from '../versions/version-follower.js';
import { changeParagraphs, type ParagraphChange } from './change-paragraphs.js';
import { DocumentWriting } from './document-writing.js';

/** A change of a document in the name of somebody, decided when its text is known. */
export interface AmendedDocument {
  proposal: string;
  membership: Membership;
  note: string | null;
  /** Gets the text as it is now, what others typed since the last version included. @throws DomainError to refuse */
  decide(live: string): readonly ParagraphChange[];
}

/** What became of it. */
export interface FixedAmendment {
  /** The text right before. */
  live: string;
  after: FixedText;
  drafts: Draft[];
  /** Takes the change to those who have the document open; to be called after the commit. */
  deliver: () => void;
}

/**
 * Amends documents: paragraphs are rewritten and the result is fixed as a version, in the transaction of the caller's act.
 */
@Injectable()
export class AmendableDocuments {
  constructor(
    private readonly writing: DocumentWriting,
    private readonly fixing: VersionFixing,
  ) {}

  /** @throws DocumentNotFound, DocumentTooLarge, VersionTooLong, VersionUnchanged, or what the proposal's state refuses with */
  async change(context: DecisionContext, change: AmendedDocument): Promise<FixedAmendment> {
    const { tx, room } = context;
    const key = { room, proposal: change.proposal };
    const locked = await this.writing.lock(tx, key);
    const refusal = await locked.proposal.refusalFor(change.membership);
    if (refusal) throw refusal;
    const live = renderMarkdown(locked.doc);
    const changes = change.decide(live);
    const by = change.membership.participantId;
    const deliver = await this.writing.write(tx, locked, by, (doc) => changeParagraphs(doc, changes));
    const text = renderMarkdown(locked.doc);
    const { after, drafts } = await this.fixing.fix(context, key, { text, by, note: change.note });
    return { live, after, drafts, deliver };
  }

  /** Fixes a text as the first version, where there is none. The document that people write in stays as it is. */
  fixFirst(
    context: DecisionContext,
    { proposal, text, by }: { proposal: string; text: string; by: string },
  ): Promise<{ after: FixedText; drafts: Draft[] }> {
    return this.fixing.fix(context, { room: context.room, proposal }, { text, by, note: null });
  }
}
