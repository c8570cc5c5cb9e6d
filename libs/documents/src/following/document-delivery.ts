import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Nudges } from '@roundtable/realtime';
import type { DocumentKey } from '../document-key.js';
import { DocumentLines, type CommittedUpdates } from './document-lines.js';

/** Takes committed updates to their readers: here as they are, to the other nodes as a hint to look. */
@Injectable()
export class DocumentDelivery implements OnModuleInit {
  constructor(
    private readonly lines: DocumentLines,
    private readonly nudges: Nudges,
  ) {}

  onModuleInit(): void {
    this.nudges.on('document', ({ room, proposal, seq }) => this.lines.want({ room, proposal }, seq));
  }

  /** Delivers at once: the answers of the same turn of the event loop leave in the same write. */
  deliver(key: DocumentKey, committed: CommittedUpdates): void {
    this.lines.offer(key, committed);
    this.nudges.send('document', { ...key, seq: committed.head });
  }
}
