import { Inject, Injectable, Optional } from '@nestjs/common';
import { LIMITS, type Membership } from '@roundtable/contracts';
import type { DecisionContext, Draft } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { DocumentKey } from '../document-key.js';
import { DraftAhead, TextDoesNotFit } from '../documents.errors.js';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { settleMarkdown } from '../text/settle-markdown.js';
import { suggestedWords } from '../text/suggested-words.js';
import { VersionFixing } from '../versions/version-fixing.js';
import { VersionFollower } from '../versions/version-follower.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { DocumentWriting, type LockedDocument } from './document-writing.js';
import { replaceText } from './replace-text.js';

/** A text that somebody gives a proposal as a whole, in place of the one it has. */
export interface ReplacedText {
  proposal: string;
  membership: Membership;
  /** The proposal's text as it is. */
  before: string;
  text: string;
}

/** What became of it. The caller's own fact gives the text to the proposal, in the form in which it was written. */
export interface TakenText {
  /** The facts that go with that one. */
  drafts: Draft[];
  /** Takes the words to those who have the document open; to be called after the commit. */
  deliver: () => void;
}

/**
 * Takes a text that was written beside the shared document into it, and fixes it as a version. Otherwise the next version
 * would put the older words back.
 */
@Injectable()
export class TextReplacement {
  constructor(
    private readonly writing: DocumentWriting,
    private readonly fixing: VersionFixing,
    private readonly versions: VersionsRepository,
    @Optional() @Inject(VersionFollower) private readonly follower: VersionFollower | null,
  ) {}

  /**
   * Under the room's lock. Null where nothing is to be taken in: nobody has opened a document, and there is no version, or
   * both read so already.
   * @throws DraftAhead where the document holds words that the proposal lacks, TextDoesNotFit or DocumentTooLarge
   */
  async replace(context: DecisionContext, replaced: ReplacedText): Promise<TakenText | null> {
    const { tx, room } = context;
    const key: DocumentKey = { room, proposal: replaced.proposal };
    if (!(await this.isShared(tx, key))) return null;
    const locked = await this.writing.lock(tx, key);
    const live = renderMarkdown(locked.doc);
    const text = settleMarkdown(replaced.text);
    if (text === live) return null;
    if (live !== settleMarkdown(replaced.before)) throw new DraftAhead(key.proposal);
    if (text === '' || text.length > LIMITS.proposalTextLength) throw new TextDoesNotFit(text.length);
    const by = replaced.membership.participantId;
    const deliver = await this.rewrite(tx, locked, { text, by });
    const { drafts, ...fixed } = await this.fixing.fixAlone(context, key, { text, by, note: null });
    const followed = await this.follower?.follow(context, { proposal: key.proposal, ...fixed });
    return { drafts: [...drafts, ...(followed ?? [])], deliver };
  }

  private async isShared(tx: EntityManager, key: DocumentKey): Promise<boolean> {
    return (await this.writing.isThere(tx, key)) || (await this.versions.last(tx, key)) !== null;
  }

  /** Words that are only suggested are somebody's as well. */
  private async rewrite(
    tx: EntityManager,
    locked: LockedDocument,
    { text, by }: { text: string; by: string },
  ): Promise<() => void> {
    const suggested = suggestedWords(locked.doc);
    const deliver = await this.writing.write(tx, locked, by, (doc) => replaceText(doc, text));
    if (suggestedWords(locked.doc).join('\n') !== suggested.join('\n'))
      throw new DraftAhead(locked.key.proposal);
    return deliver;
  }
}
