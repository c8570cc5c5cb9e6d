import { Injectable } from '@nestjs/common';
import { isWithheld, type Audience, type Entry, type MessageVersion } from '@roundtable/contracts';
import { EntryPresenter, RecordRepository } from '@roundtable/record';
import { DataSource, type EntityManager } from 'typeorm';
import { TargetMissing, TargetWithdrawn } from './discussion.errors.js';
import { presentVersions } from './discussion.presenter.js';

/** Reads what a message said before it was edited. The record keeps that; here is no second copy. */
@Injectable()
export class MessageVersions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly record: RecordRepository,
    private readonly presenter: EntryPresenter,
  ) {}

  /**
   * The versions as this audience may see them, oldest first.
   * @throws TargetMissing or TargetWithdrawn: who withdraws words withdraws all of their versions.
   */
  async list(room: string, seq: number, audience: Audience): Promise<MessageVersion[]> {
    const entries = await this.readTexts(this.dataSource.manager, room, seq);
    const visible = entries.flatMap((entry) => {
      const presented = this.presenter.present(entry, audience);
      return isWithheld(presented) ? [] : [presented];
    });
    if (visible.length === 0) throw new TargetMissing(seq);
    if (visible.some(({ type }) => type === 'discussion.withdrawn')) throw new TargetWithdrawn(seq);
    return presentVersions(visible);
  }

  /** Every text the message had, oldest first. */
  async textsOf(tx: EntityManager, room: string, seq: number): Promise<string[]> {
    return presentVersions(await this.readTexts(tx, room, seq)).map(({ body }) => body);
  }

  private async readTexts(manager: EntityManager, room: string, seq: number): Promise<Entry[]> {
    const only = { from: seq, to: seq };
    const [first] = await this.record.readRange(manager, room, only);
    const isMessage = first?.type === 'discussion.posted' || first?.type === 'discussion.stated';
    return isMessage ? [first, ...(await this.record.readLater(manager, room, only))] : [];
  }
}
