import { Injectable } from '@nestjs/common';
import type { DocumentOpened, OpenDocument } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { documentChannel, type LiveSocket } from '@roundtable/realtime';
import { mayPass } from '@roundtable/record';
import { keyOf, type DocumentKey } from '../document-key.js';
import { DocumentNotFound, DocumentUnavailable } from '../documents.errors.js';
import { UpdateCommit } from '../updates/update-commit.js';
import { DocumentLines } from './document-lines.js';
import { DocumentMoment } from './document-moment.js';
import { DocumentPeople } from './document-people.js';

/**
 * Lets pages follow documents. A page receives live before its moment is read and takes in what it has already, so nothing
 * lies between the two. The first who opens a document makes it of the proposal's text, once.
 */
@Injectable()
export class DocumentOpening {
  /** By connection: the documents it has open. */
  private readonly opened = new WeakMap<LiveSocket, Map<string, DocumentKey>>();

  constructor(
    private readonly moment: DocumentMoment,
    private readonly commits: UpdateCommit,
    private readonly lines: DocumentLines,
    private readonly people: DocumentPeople,
  ) {}

  /** @throws DocumentNotFound where there is no such proposal, or the page has not joined its room */
  async open(socket: LiveSocket, { principal }: Member, request: OpenDocument): Promise<DocumentOpened> {
    const key = { room: request.room, proposal: request.proposal };
    const channel = documentChannel(key.room, key.proposal);
    if (!socket.data.seats.has(key.room)) throw new DocumentNotFound(key.proposal);
    void socket.join(channel);
    try {
      const known = request.known === null ? null : Buffer.from(request.known, 'base64');
      const read = await this.commits.between(key, () => this.moment.read(key, principal, known));
      this.remember(socket, key);
      this.lines.begin(key, read.head);
      return { ok: true, ...read, people: this.people.list(key) };
    } catch (error) {
      void socket.leave(channel);
      throw mayPass(error) ? new DocumentUnavailable(error) : error;
    }
  }

  leave(socket: LiveSocket, key: DocumentKey): void {
    void socket.leave(documentChannel(key.room, key.proposal));
    this.opened.get(socket)?.delete(keyOf(key));
    this.people.forget(key, socket);
  }

  private remember(socket: LiveSocket, key: DocumentKey): void {
    const known = this.opened.get(socket);
    if (known) {
      known.set(keyOf(key), key);
      return;
    }
    const documents = new Map([[keyOf(key), key]]);
    this.opened.set(socket, documents);
    socket.once('disconnect', () => {
      for (const each of documents.values()) this.people.forget(each, socket);
    });
  }
}
