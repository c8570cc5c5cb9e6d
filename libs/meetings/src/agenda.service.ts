import type { ItemView, MeetingState, SaveItem } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { newId, type Member } from '@roundtable/platform';
import type { DecisionContext, Draft } from '@roundtable/record';
import { addItem, closeRanks, hasChildren, moveItem } from './agenda.js';
import { FieldError, MeetingsError, MeetingStateError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryActs } from './plenary-acts.js';

const MOST_LEVELS = 4;

/** Keeps the agenda, and says which item the meeting is at. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly acts: PlenaryActs,
  ) {}

  async add(member: Member, wanted: SaveItem): Promise<ItemView> {
    return this.perform(member, { intent: 'meetings.add_item', payload: wanted }, async (items) => {
      const parent = wanted.parent ?? null;
      demandParent(items, parent);
      const { title, allottedMs = null } = wanted;
      const changed = addItem(items, { id: newId(), title, parent, allottedMs });
      const isNew = (item: ItemView) => !items.some(({ id }) => id === item.id);
      return [...changed.filter(isNew), ...changed.filter((item) => !isNew(item))].map(saved);
    });
  }

  /** Renames an item and sets its time. */
  async change(member: Member, id: string, wanted: SaveItem): Promise<ItemView> {
    return this.perform(
      member,
      { intent: 'meetings.change_item', payload: wanted, target: id },
      async (items) => {
        const item = demandItem(items, id);
        if (wanted.parent !== undefined && wanted.parent !== item.parent)
          throw new FieldError('parent', 'cannot change: add the item anew where it belongs');
        const allottedMs = wanted.allottedMs === undefined ? item.allottedMs : wanted.allottedMs;
        if (item.title === wanted.title && item.allottedMs === allottedMs)
          throw new MeetingsError('nothing_changed');
        return [saved({ ...item, title: wanted.title, allottedMs })];
      },
    );
  }

  /** Moves an item to a place among its siblings, from 0. */
  async move(member: Member, id: string, wanted: { clientId: string; place: number }): Promise<ItemView> {
    return this.perform(
      member,
      { intent: 'meetings.move_item', payload: wanted, target: id },
      async (items, state) => {
        demandItem(items, id);
        const changed = moveItem(items, id, wanted.place, isBeforeOpening(state));
        if (changed.length === 0) throw new MeetingsError('nothing_changed');
        return changed.map(saved);
      },
    );
  }

  /** Opens an item, which closes the one that was open. */
  async open(member: Member, id: string, payload: { clientId: string }): Promise<ItemView> {
    return this.perform(
      member,
      { intent: 'meetings.open_item', payload: payload, target: id },
      async (items, state, { at }) => {
        const item = demandItem(items, id);
        if (state !== 'open') throw new MeetingStateError(state);
        if (item.state === 'open' || item.state === 'withdrawn')
          throw new MeetingsError('item_state', { state: item.state });
        const closing = items.filter((other) => other.state === 'open').map((other) => closed(other, at));
        const opened: ItemView = { ...item, state: 'open', openedAt: item.openedAt ?? at, closedAt: null };
        return [...closing, { type: 'meetings.item_opened', data: { item: opened }, item: id }];
      },
    );
  }

  async close(member: Member, id: string, payload: { clientId: string }): Promise<ItemView> {
    return this.perform(
      member,
      { intent: 'meetings.close_item', payload: payload, target: id },
      async (items, _, { at }) => {
        const item = demandItem(items, id);
        if (item.state !== 'open') throw new MeetingsError('item_state', { state: item.state });
        return [closed(item, at)];
      },
    );
  }

  /** Removes an item that nothing was said under. */
  async remove(member: Member, id: string, payload: { clientId: string }): Promise<void> {
    await this.perform(
      member,
      { intent: 'meetings.remove_item', payload: payload, target: id },
      async (items, state) => {
        const item = demandItem(items, id);
        if (item.state !== 'planned') throw new MeetingsError('item_state', { state: item.state });
        if (hasChildren(items, id)) throw new FieldError('item', 'has items under it: remove those first');
        const others = closeRanks(items, id, isBeforeOpening(state));
        return [{ type: 'meetings.item_removed', data: { item } }, ...others.map(saved)];
      },
    );
  }

  private async perform(
    member: Member,
    act: { intent: string; payload: { clientId: string }; target?: string },
    decide: (items: ItemView[], state: MeetingState, context: DecisionContext) => Promise<Draft[]>,
  ): Promise<ItemView> {
    const meeting = member.membership.meetingId;
    const fact = await this.acts.perform<'meetings.item_saved'>(member, {
      ...act,
      permission: 'agenda.manage',
      decide: async (context) => {
        const state = (await this.meetings.find(meeting, context.tx))?.state ?? 'closed';
        if (state === 'closed' || state === 'published') throw new MeetingStateError(state);
        return decide(await this.meetings.items(meeting, context.tx), state, context);
      },
    });
    const items = await this.meetings.items(meeting);
    const item = items.find(({ id }) => id === (act.target ?? fact?.item.id)) ?? fact?.item;
    if (!item) throw new MeetingsError('not_found');
    return item;
  }
}

function demandItem(items: readonly ItemView[], id: string): ItemView {
  const item = items.find((each) => each.id === id);
  if (!item) throw new MeetingsError('not_found');
  return item;
}

function demandParent(items: readonly ItemView[], parent: string | null): void {
  if (parent === null) return;
  const found = items.find((item) => item.id === parent);
  if (!found) throw new FieldError('parent', 'is not an item of this agenda');
  if (found.number.split('.').length >= MOST_LEVELS)
    throw new FieldError('parent', `is too deep: an agenda has at most ${MOST_LEVELS} levels`);
}

/** Once opened, numbers have been said aloud and stay. */
function isBeforeOpening(state: MeetingState): boolean {
  return state === 'draft' || state === 'scheduled';
}

function saved(item: ItemView): Draft {
  return { type: 'meetings.item_saved', data: { item }, item: null };
}

function closed(item: ItemView, at: string): Draft {
  return {
    type: 'meetings.item_closed',
    data: { item: { ...item, state: 'closed', closedAt: at } },
    item: item.id,
  };
}
