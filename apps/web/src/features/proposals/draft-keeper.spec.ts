import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PendingItem, RoomState } from '@roundtable/client';
import type { ChangeProposal, ProposalView, WireError } from '@roundtable/contracts';
import { DraftKeeper, type DraftingRoom } from './draft-keeper.js';

const id = '0199e000-0000-7000-8000-000000000001';
const captured: ProposalView = {
  id,
  number: 1,
  title: 'Gauges',
  text: 'Install gauges.',
  state: 'captured',
  focusArea: null,
  responsible: null,
  timeline: null,
  version: 1,
  capturedBy: null,
  capturedAt: '2026-10-14T05:00:00.000Z',
  sources: [],
  positions: [],
  decision: null,
};

/** A room with one proposal whose answers the test decides. */
class OneProposalRoom implements DraftingRoom {
  proposal = captured;
  status: RoomState['status'] = 'live';
  pending: PendingItem[] = [];
  sent: Omit<ChangeProposal, 'v' | 'room' | 'clientId'>[] = [];
  listeners = new Set<() => void>();

  getView = () =>
    ({
      status: this.status,
      pending: this.pending,
      record: { snapshot: { proposals: { proposals: [this.proposal], decisions: [] } } },
    }) as unknown as RoomState;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  changeProposal: DraftingRoom['changeProposal'] = (words) => {
    this.sent.push(words);
    const clientId = `client-${this.sent.length}`;
    this.pending = [this.item(clientId, words)];
    return { clientId, done: new Promise(() => {}) };
  };

  discard = (clientId: string) => {
    this.pending = this.pending.filter((item) => item.clientId !== clientId);
    return true;
  };

  accept(): void {
    const { proposal: _, version, ...words } = this.sent.at(-1) as ChangeProposal;
    this.pending = [];
    this.change({ ...this.proposal, ...words, version: version + 1 });
  }

  refuse(error: WireError): void {
    this.pending = this.pending.map((item) => ({ ...item, status: 'refused', refused: error }));
    this.tell();
  }

  change(proposal: ProposalView): void {
    this.proposal = proposal;
    this.tell();
  }

  tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private item(clientId: string, words: object): PendingItem {
    return {
      clientId,
      intent: 'proposals.change',
      words,
      status: 'sending',
      refused: null,
    } as unknown as PendingItem;
  }
}

function open(room = new OneProposalRoom()) {
  const keeper = new DraftKeeper(room, room.proposal);
  const close = keeper.subscribe(() => {});
  return { room, keeper, close, save: () => keeper.getView().save };
}

describe('the keeper of a draft', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('saves once when one pauses', () => {
    const { room, keeper, save } = open();
    keeper.change('title', 'Gauges o');
    keeper.change('title', 'Gauges on');
    expect(save()).toBe('unsaved');
    expect(room.sent).toEqual([]);
    jest.runAllTimers();
    expect(room.sent).toEqual([{ proposal: id, version: 1, title: 'Gauges on' }]);
    expect(save()).toBe('saving');
    room.accept();
    expect(save()).toBe('saved');
  });

  it('sends what was written meanwhile only after the first change is back', () => {
    const { room, keeper, save } = open();
    keeper.change('title', 'One');
    keeper.flush();
    keeper.change('title', 'One and two');
    jest.runAllTimers();
    expect(room.sent).toHaveLength(1);
    room.accept();
    expect(room.sent.at(-1)).toEqual({ proposal: id, version: 2, title: 'One and two' });
    room.accept();
    expect(save()).toBe('saved');
  });

  it('tries again by itself upon the newer version where others changed another field', () => {
    const { room, keeper } = open();
    keeper.change('title', 'Mine');
    keeper.flush();
    const theirs = { ...captured, version: 2, text: 'Theirs' };
    room.refuse({ code: 'stale_version', message: '', data: { proposal: theirs } });
    expect(room.sent.at(-1)).toEqual({ proposal: id, version: 2, title: 'Mine' });
    expect(keeper.getView().draft.fields.text).toBe('Theirs');
  });

  it('asks where others changed the same field, and sends what one chose', () => {
    const { room, keeper, save } = open();
    keeper.change('title', 'Mine');
    keeper.flush();
    const theirs = { ...captured, version: 2, title: 'Theirs' };
    room.refuse({ code: 'stale_version', message: '', data: { proposal: theirs } });
    room.change(theirs);
    expect(save()).toBe('conflict');
    expect(room.sent).toHaveLength(1);
    keeper.keepMine('title');
    expect(room.sent.at(-1)).toEqual({ proposal: id, version: 2, title: 'Mine' });
  });

  it('says what was refused and does not send it again by itself', () => {
    const { room, keeper, save } = open();
    keeper.change('title', 'Mine');
    keeper.flush();
    room.refuse({ code: 'invalid', message: '' });
    room.tell();
    expect(save()).toBe('refused');
    expect(room.sent).toHaveLength(1);
    expect(room.pending).toEqual([]);
    keeper.retry();
    expect(room.sent).toHaveLength(2);
  });

  it('does not call saved what cannot be saved', () => {
    const { room, keeper, save } = open();
    keeper.change('title', ' ');
    jest.runAllTimers();
    expect(save()).toBe('faulty');
    expect(room.sent).toEqual([]);
  });

  it('says that words wait on this device while the line is gone', () => {
    const { room, keeper, save } = open();
    room.status = 'behind';
    keeper.change('title', 'Mine');
    keeper.flush();
    expect(save()).toBe('kept');
  });

  it('goes on saving after its screen is gone, then lets go of the room', () => {
    const { room, keeper, close } = open();
    keeper.change('title', 'One');
    keeper.flush();
    keeper.change('text', 'Two');
    close();
    room.accept();
    expect(room.sent.at(-1)).toEqual({ proposal: id, version: 2, text: 'Two' });
    room.accept();
    expect(room.listeners.size).toBe(0);
  });

  it('takes up words that wait since before a reload', () => {
    const room = new OneProposalRoom();
    room.changeProposal({ proposal: id, version: 1, timeline: 'spring' });
    const { keeper, save } = open(room);
    expect(keeper.getView().draft.fields.timeline).toBe('spring');
    room.accept();
    expect(save()).toBe('saved');
    expect(room.sent).toHaveLength(1);
  });
});
