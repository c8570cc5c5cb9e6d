import { Injectable } from '@nestjs/common';
import type { DocumentPerson } from '@roundtable/contracts';
import { documentChannel, LiveServer, SLOW_READERS } from '@roundtable/realtime';
import type { DocumentKey } from '../document-key.js';

/** Tells the pages on this node that have a document open what is new in it. */
@Injectable()
export class DocumentVoice {
  constructor(private readonly live: LiveServer) {}

  /** True where somebody here has the document open. */
  isHeard({ room, proposal }: DocumentKey): boolean {
    return this.live.countIn(documentChannel(room, proposal)) > 0;
  }

  /** Who reads slowly is left out: it finds the gap and asks. */
  tellUpdates(
    { room, proposal }: DocumentKey,
    { after, head, update }: { after: number; head: number; update: Uint8Array | null },
  ): void {
    const text = update === null ? '' : Buffer.from(update).toString('base64');
    this.live.server?.local
      .to(documentChannel(room, proposal))
      .except(SLOW_READERS)
      .emit('documents.updated', { room, proposal, after, head, update: text });
  }

  /** Where people are. Dropped first where a line is slow. */
  tellPeople({ room, proposal }: DocumentKey, people: DocumentPerson[], except = ''): void {
    this.live.server?.local
      .to(documentChannel(room, proposal))
      .except([except, SLOW_READERS])
      .volatile.emit('documents.pointed', { room, proposal, people });
  }
}
