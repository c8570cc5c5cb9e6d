import type { ItemView } from '@roundtable/contracts';
import type { EntryList } from './entry-list.js';

/** Turns the topics of a log into agenda items: one open at a time, subtopics under their topic. */
export class W3cAgenda {
  private open: ItemView | null = null;
  private topic: ItemView | null = null;
  private order = 0;
  private topics = 0;
  private subtopics = 0;

  constructor(
    private readonly list: EntryList,
    private readonly makeId: () => string,
  ) {}

  /** Opens the item of a new topic; the one before is closed. */
  take(heading: { title: string; isSubtopic: boolean }, frame: { at: string; actor: string | null }): void {
    this.close(frame);
    const isUnder = heading.isSubtopic && this.topic !== null;
    if (isUnder) this.subtopics += 1;
    else [this.topics, this.subtopics] = [this.topics + 1, 0];
    const item: ItemView = {
      id: this.makeId(),
      parent: isUnder ? (this.topic?.id ?? null) : null,
      number: isUnder ? `${this.topics}.${this.subtopics}` : String(this.topics),
      title: heading.title,
      state: 'open',
      order: this.order++,
      allottedMs: null,
      openedAt: this.list.timeOf(frame.at),
      closedAt: null,
    };
    if (!isUnder) this.topic = item;
    this.open = item;
    this.list.item = item.id;
    this.list.add('meetings.item_opened', { item }, frame);
  }

  /** Closes the open item, if there is one. */
  close(frame: { at: string; actor: string | null }): void {
    if (!this.open) return;
    const item: ItemView = { ...this.open, state: 'closed', closedAt: this.list.timeOf(frame.at) };
    this.list.add('meetings.item_closed', { item }, frame);
    this.open = null;
    this.list.item = null;
  }
}
