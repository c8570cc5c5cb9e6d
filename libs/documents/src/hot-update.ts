import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DocumentUpdated, UpdateDocument } from '@roundtable/contracts';
import { compileCheck, type Member } from '@roundtable/platform';
import { HotIntents, type LiveSocket } from '@roundtable/realtime';
import { UpdateDocumentDto } from './dto/update-document.dto.js';
import { UpdateCommit } from './updates/update-commit.js';
import type { Updated } from './updates/waiting-update.js';

const isOfTheForm = compileCheck(UpdateDocumentDto);

/**
 * Takes updates past the framework, from somebody who opened the document over this connection. Who that is was found out
 * then; whether they still are and may is asked under the document's lock, as for every update.
 */
@Injectable()
export class HotUpdate implements OnModuleInit {
  /** Who writes, by connection and room. */
  private readonly known = new WeakMap<LiveSocket, Map<string, Member>>();

  constructor(
    private readonly hot: HotIntents,
    private readonly commits: UpdateCommit,
  ) {}

  onModuleInit(): void {
    this.hot.register('documents.update', (socket, payload) => {
      if (!isOfTheForm(payload)) return null;
      const intent = payload as UpdateDocument;
      const member = this.known.get(socket)?.get(intent.room);
      return member ? this.update(member, intent) : null;
    });
  }

  /** Remembers who opened a document by way of the framework, which has found out who they are in the room. */
  remember(socket: LiveSocket, room: string, member: Member): void {
    const rooms = this.known.get(socket) ?? new Map<string, Member>();
    this.known.set(socket, rooms.set(room, member));
  }

  async update(
    member: Member,
    { room, proposal, clientId, update }: UpdateDocument,
  ): Promise<DocumentUpdated> {
    const bytes = Buffer.from(update, 'base64');
    return toAnswer(await this.commits.update({ room, proposal }, member, { clientId, update: bytes }));
  }
}

function toAnswer({ seq, duplicate }: Updated): DocumentUpdated {
  return { ok: true, seq, ...(duplicate && { duplicate }) };
}
