import { Inject, Injectable, Optional } from '@nestjs/common';
import type { VersionDocument } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';
import type { DocumentKey } from '../document-key.js';
import { DocumentNotFound } from '../documents.errors.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DraftedProposals } from '../drafted-proposals.js';
import { renderMarkdown } from '../text/document-to-markdown.js';
import { HeldDocuments } from '../updates/held-documents.js';
import { VersionFixing } from './version-fixing.js';
import { VersionFollower } from './version-follower.js';

/** Fixes the text of a document as it is now, on the record, and makes it the proposal's. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly record: RecordService,
    private readonly documents: HeldDocuments,
    private readonly repository: DocumentsRepository,
    private readonly fixing: VersionFixing,
    private readonly proposals: DraftedProposals,
    @Optional() @Inject(VersionFollower) private readonly follower: VersionFollower | null,
  ) {}

  /** @throws DocumentNotFound, VersionTooLong, VersionUnchanged, or what the proposal's state refuses with */
  save(caller: Member, intent: VersionDocument): Promise<Appended> {
    return this.record.append({
      room: intent.room,
      caller,
      permission: 'documents.write',
      clientId: intent.clientId,
      intent: 'documents.version',
      payload: intent,
      decide: (context) => this.decide(context, caller, intent),
    });
  }

  /** Under the room's lock, which a change of the proposal's state takes too, and then the document's. */
  private async decide(context: DecisionContext, caller: Member, intent: VersionDocument): Promise<Draft[]> {
    const { tx, room } = context;
    const key: DocumentKey = { room, proposal: intent.proposal };
    const head = await this.repository.lockHead(tx, key);
    const proposal = await this.proposals.hold(tx, room, key.proposal);
    if (head === null || !proposal) throw new DocumentNotFound(key.proposal);
    const membership = context.membership ?? caller.membership;
    const refusal = await proposal.refusalFor(membership);
    if (refusal) throw refusal;
    const text = renderMarkdown((await this.documents.read(tx, key)).content);
    const by = membership.participantId;
    const { drafts, ...fixed } = await this.fixing.fix(context, key, { text, by, note: intent.note ?? null });
    const followed = await this.follower?.follow(context, { proposal: key.proposal, ...fixed });
    return [...drafts, ...(followed ?? [])];
  }
}
