import { Injectable } from '@nestjs/common';
import type { DocumentOpened } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import { DomainError, Policies, type Member } from '@roundtable/platform';
import { RoomAccess } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { DocumentKey } from '../document-key.js';
import { DocumentNotFound } from '../documents.errors.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DraftedProposals, type HeldProposal } from '../drafted-proposals.js';
import { seedState } from '../text/seed-document.js';
import { HeldDocuments } from '../updates/held-documents.js';

/** What a page is told of a document when it opens it. */
type Opened = Omit<DocumentOpened, 'ok' | 'people'>;

/** Reads a document, and makes it where it is not there yet. */
@Injectable()
export class DocumentMoment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DocumentsRepository,
    private readonly documents: HeldDocuments,
    private readonly proposals: DraftedProposals,
    private readonly access: RoomAccess,
    private readonly policies: Policies,
  ) {}

  /** In the document's lane. The right to read is asked again inside. */
  read(key: DocumentKey, principal: Member['principal'], known: Uint8Array | null): Promise<Opened> {
    return this.unitOfWork.inTransaction(async (tx) => {
      const membership = await this.access.demandReading(principal, key.room, tx);
      const proposal = await this.proposals.hold(tx, key.room, key.proposal);
      if (!proposal || membership.audience === 'public') throw new DocumentNotFound(key.proposal);
      const head = (await this.repository.readHead(tx, key)) ?? (await this.create(tx, key, proposal));
      const document = await this.documents.at(tx, key, head);
      const refusal = await this.writeRefusal({ principal, membership }, proposal);
      return {
        head: document.head,
        update: Buffer.from(document.lackedBy(known)).toString('base64'),
        state: Buffer.from(document.stateVector()).toString('base64'),
        writeRefusal: refusal?.toWire() ?? null,
      };
    });
  }

  /** Two who open it at once make one: the second waits for the first and finds its row. */
  private async create(tx: EntityManager, key: DocumentKey, proposal: HeldProposal): Promise<number> {
    await this.repository.create(tx, key, seedState(await proposal.text()));
    return (await this.repository.readHead(tx, key)) ?? 0;
  }

  private async writeRefusal(member: Member, proposal: HeldProposal): Promise<DomainError | null> {
    try {
      this.policies.demand('documents.write', member);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
    return proposal.refusalFor(member.membership);
  }
}
