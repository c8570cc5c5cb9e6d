import { Injectable } from '@nestjs/common';
import { JsonLogger } from '@roundtable/platform';
import { DataSource } from 'typeorm';
import { mergeUpdates } from 'yjs';
import { keyOf, type DocumentKey } from '../document-key.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DocumentVoice } from './document-voice.js';

/** Updates read with one statement. */
const READ_AT_ONCE = 1_000;

/** Updates committed together. */
export interface CommittedUpdates {
  after: number;
  head: number;
  updates: readonly Uint8Array[];
}

interface Line {
  key: DocumentKey;
  /** Number of the last update that the readers here were sent; null until the first has opened the document. */
  sent: number | null;
  /** The highest number somebody spoke of. */
  wanted: number;
  look: Promise<void> | null;
}

/**
 * Sends the readers of the documents open on this node what was committed on any node: what was committed here comes as it
 * is, what others committed is read from Postgres.
 */
@Injectable()
export class DocumentLines {
  private readonly lines = new Map<string, Line>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: DocumentsRepository,
    private readonly voice: DocumentVoice,
    private readonly logger: JsonLogger,
  ) {}

  /** A reader was told the document as it stands after update `head`; the line goes on from there, or is further on. */
  begin(key: DocumentKey, head: number): void {
    const line = this.watch(key);
    if (!line) return;
    line.sent ??= head;
    this.want(key, head);
  }

  /** Sends what was committed here; at once, unless updates of another node come before it. */
  offer(key: DocumentKey, { after, head, updates }: CommittedUpdates): void {
    const line = this.watch(key);
    if (!line || line.sent === null) return;
    if (line.sent !== after || line.look) return this.want(key, head);
    this.send(line, head, updates);
  }

  /** Follows a hint that the document has come as far as `head`. */
  want(key: DocumentKey, head: number): void {
    const line = this.watch(key);
    if (!line) return;
    line.wanted = Math.max(line.wanted, head);
    this.lookSoon(line);
  }

  /** The documents that somebody here has open. Forgets the others. */
  open(): DocumentKey[] {
    for (const { key } of [...this.lines.values()]) this.watch(key);
    return [...this.lines.values()].map(({ key }) => key);
  }

  /** Lets readers find out where they lost something in silence. */
  tellHeads(): void {
    for (const { key, sent } of this.lines.values())
      if (sent !== null) this.voice.tellUpdates(key, { after: sent, head: sent, update: null });
  }

  private watch(key: DocumentKey): Line | null {
    const name = keyOf(key);
    if (!this.voice.isHeard(key)) {
      this.lines.delete(name);
      return null;
    }
    const line = this.lines.get(name) ?? { key, sent: null, wanted: 0, look: null };
    this.lines.set(name, line);
    return line;
  }

  private lookSoon(line: Line): void {
    if (line.look || line.sent === null || line.wanted <= line.sent) return;
    line.look = this.look(line).then(
      () => {
        line.look = null;
        // Wanted between the last look at the line and now.
        this.lookSoon(line);
      },
      (error: unknown) => {
        line.look = null;
        this.logger.logger.warn({ err: error }, 'updates not read');
      },
    );
  }

  private async look(line: Line): Promise<void> {
    while (line.sent !== null && line.wanted > line.sent) {
      const [asked, after] = [line.wanted, line.sent];
      const limit = after + READ_AT_ONCE;
      const news = await this.repository.readNews(this.dataSource, line.key, { after, upTo: limit });
      if (!news || news.head <= after) {
        // A hint that pointed at nothing; what became wanted while the head was read may be behind it.
        if (!news || line.wanted === asked) line.wanted = after;
        continue;
      }
      const upTo = Math.min(news.head, limit);
      if (news.updates.length === upTo - after)
        this.send(
          line,
          upTo,
          news.updates.map(({ update }) => update),
        );
      else await this.sendWhole(line);
    }
  }

  /** Some of what is missing was folded: the state has it. */
  private async sendWhole(line: Line): Promise<void> {
    const stored = await this.repository.readDocument(this.dataSource.manager, line.key);
    if (stored) this.send(line, stored.folded, [stored.state]);
  }

  private send(line: Line, head: number, updates: readonly Uint8Array[]): void {
    const after = line.sent ?? 0;
    line.sent = head;
    const [only] = updates;
    const update = only && updates.length === 1 ? only : mergeUpdates([...updates]);
    this.voice.tellUpdates(line.key, { after, head, update });
  }
}
