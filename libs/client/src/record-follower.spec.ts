import { describe, expect, it } from '@jest/globals';
import type { HistoryPage, RecordEntries, SyncAnswer } from '@roundtable/contracts';
import { REACTIONS } from '@roundtable/contracts';
import fc from 'fast-check';
import * as follower from './record-follower.js';
import type { RecordView } from './record-view.js';
import { ModelRoom } from './testing/model-room.js';
import { sampleProposal } from './testing/samples.js';

const PAGE = 6;
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

type Step = { act: string; n: number };
const steps = fc.array(
  fc.record({
    act: fc.constantFrom(
      'post',
      'post',
      'edit',
      'withdraw',
      'react',
      'react',
      'capture',
      'withhold',
      'restore',
      'lose',
      'repeat',
      'deliver',
      'deliver',
      'overtake',
      'head',
      'disconnect',
      'doubt',
      'ask',
      'answer',
      'fail',
      'read',
      'readAnswer',
    ),
    n: fc.nat(1000),
  }),
  { minLength: 20, maxLength: 160, size: 'max' },
);

/** One reader and one room with a line between them that loses, repeats and reorders at the fuzz's will. */
class Play {
  readonly room = new ModelRoom(PAGE);
  state = follower.startFollowing();
  private batches: RecordEntries[] = [];
  private answers: { sync: number; answer: SyncAnswer }[] = [];
  private pages: HistoryPage[] = [];
  private proposals = 0;

  take({ act, n }: Step): void {
    const before = this.room.head;
    this.act(act, n);
    const entries = structuredClone(this.room.entries.slice(before));
    if (entries.length > 0) this.batches.push({ room: 'plenary', epoch: this.room.epoch, entries });
  }

  /** A quiet, honest line at last: the reader syncs until content, and reads every gap. */
  finish(): RecordView {
    this.state = follower.heardHead(follower.lineLost(this.state), this.headNow());
    for (let turn = 0; follower.needsSync(this.state); turn++) {
      if (turn > 3) throw new Error('The reader never stops asking.');
      this.ask();
      this.answer(this.answers.length - 1);
    }
    while (this.state.view && this.state.view.gaps.length > 0) {
      const gap = this.state.view.gaps.at(-1);
      this.readPage(Math.max(1, (gap?.to ?? 1) - PAGE + 1));
      this.takePage(this.pages.length - 1);
    }
    if (!this.state.view) throw new Error('The reader holds nothing.');
    return this.state.view;
  }

  private act(act: string, n: number): void {
    const { room } = this;
    const seqs = [...room.messages.keys()];
    const seq = seqs[n % Math.max(1, seqs.length)] ?? 0;
    if (act === 'post') room.post(`Message ${String(room.head + 1)}`, n % 2 ? 'ainura' : 'temir');
    if (act === 'edit') room.edit(seq, `Edited at ${String(room.head + 1)}`);
    if (act === 'withdraw' && n % 3 === 0) room.withdraw(seq);
    if (act === 'react') room.react(seq, REACTIONS[n % 2] ?? '👍', n % 3 ? 'ainura' : 'temir');
    if (act === 'withhold') room.withhold();
    if (act === 'capture' && seq > 0)
      room.saveProposal('proposals.captured', sampleProposal(++this.proposals, [seq]));
    if (act === 'restore' && n % 40 === 0 && this.proposals === 0) this.restore(n);
    if (act === 'lose') this.batches.shift();
    if (act === 'deliver') this.deliver(0, true);
    if (act === 'overtake') this.deliver(n % Math.max(1, this.batches.length), true);
    if (act === 'repeat') this.deliver(n % Math.max(1, this.batches.length), false);
    if (act === 'head') this.state = follower.heardHead(this.state, this.headNow());
    if (act === 'disconnect') this.state = follower.lineLost(this.state);
    if (act === 'doubt') this.state = follower.lineDoubted(this.state);
    if (act === 'ask' && follower.needsSync(this.state)) this.ask();
    if (act === 'answer') this.answer(n % Math.max(1, this.answers.length));
    if (act === 'fail') this.state = follower.syncFailed(this.state, this.state.syncing ?? 0);
    if (act === 'read' && room.head > 0) this.readPage(1 + (n % room.head));
    if (act === 'readAnswer') this.takePage(n % Math.max(1, this.pages.length));
  }

  /** Entries of the record's older life must not be delivered under the new epoch, as no server would. */
  private restore(n: number): void {
    this.room.restore(Math.floor((this.room.head * (n % 5)) / 5));
  }

  private headNow(): { room: string; epoch: number; head: number } {
    return { room: 'plenary', epoch: this.room.epoch, head: this.room.head };
  }

  private deliver(index: number, once: boolean): void {
    const batch = this.batches[index];
    if (!batch) return;
    if (once) this.batches.splice(index, 1);
    this.state = follower.heardEntries(this.state, structuredClone(batch));
  }

  private ask(): void {
    const point = follower.syncPoint(this.state);
    this.state = follower.syncBegan(this.state);
    this.answers.push({ sync: this.state.syncs, answer: this.room.sync(point) });
  }

  private answer(index: number): void {
    const [given] = this.answers.splice(index, 1);
    if (given) this.state = follower.syncAnswered(this.state, given.sync, given.answer);
  }

  private readPage(first: number): void {
    this.pages.push(this.room.history({ first, limit: PAGE }));
  }

  private takePage(index: number): void {
    const [page] = this.pages.splice(index, 1);
    if (page) this.state = follower.historyLoaded(this.state, page);
  }
}

/** What the model holds, in the words of a view. */
function expected(room: ModelRoom): unknown {
  return {
    epoch: room.epoch,
    head: room.head,
    snapshot: room.snapshot(),
    messages: [...room.messages].map(([seq, message]) => ({
      seq,
      body: message.body,
      version: message.version,
      reactions: [...message.reactions]
        .map(([reaction, people]) => ({ reaction, participants: [...people].sort() }))
        .filter((given) => given.participants.length > 0)
        .sort((a, b) => a.reaction.localeCompare(b.reaction)),
      proposals: [...message.proposals].sort((a, b) => a - b),
    })),
  };
}

function shown(view: RecordView): unknown {
  return {
    epoch: view.epoch,
    head: view.head,
    snapshot: view.snapshot,
    messages: [...view.messages.values()].map(({ seq, body, version, reactions, proposals }) => ({
      seq,
      body,
      version,
      reactions: reactions
        .map(({ reaction, participants }) => ({ reaction, participants: [...participants].sort() }))
        .sort((a, b) => a.reaction.localeCompare(b.reaction)),
      proposals,
    })),
  };
}

function wholeView(view: RecordView): unknown {
  const { epoch, head, snapshot, timeline, gaps } = view;
  return {
    epoch,
    head,
    snapshot,
    timeline,
    gaps,
    messages: [...view.messages.values()],
    events: [...view.events.values()],
  };
}

describe(`following a record (seed ${String(seed)})`, () => {
  it('ends with what a fresh reader sees, whatever the line lost, repeated or reordered', () => {
    let applied = 0;
    fc.assert(
      fc.property(steps, (script) => {
        const play = new Play();
        for (const step of script) play.take(step);
        const view = play.finish();
        applied += view.head;
        expect(shown(view)).toEqual(expected(play.room));
        const fresh = new Play();
        Object.assign(fresh, { room: play.room });
        expect(wholeView(view)).toEqual(wholeView(fresh.finish()));
      }),
      { seed, numRuns: 150 },
    );
    expect(applied).toBeGreaterThan(0);
  });

  it('never shows a record with a hole that is not named as a gap', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const play = new Play();
        for (const step of script) {
          play.take(step);
          const { view } = play.state;
          if (!view || view.epoch !== play.room.epoch) continue;
          const inGap = (seq: number): boolean => view.gaps.some((gap) => gap.from <= seq && seq <= gap.to);
          const due = [...play.room.messages.keys()].filter((seq) => seq <= view.head && !inGap(seq));
          expect([...view.messages.values()].map((message) => message.seq)).toEqual(due);
          expect(view.timeline).toEqual([...view.timeline].sort((a, b) => a - b));
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('applies an edit of a message that is loaded later, once', () => {
    const room = new ModelRoom(3);
    for (let n = 0; n < 5; n++) room.post(`Message ${String(n)}`);
    let state = follower.syncBegan(follower.startFollowing());
    state = follower.syncAnswered(state, 1, room.sync({ since: null, epoch: null }));
    expect(state.view?.gaps).toEqual([{ from: 1, to: 2 }]);
    const page = room.history({ first: 1, limit: 2 });
    const edit = room.edit(1, 'Changed meanwhile');
    state = follower.heardEntries(state, { room: 'plenary', epoch: 1, entries: edit ? [edit] : [] });
    state = follower.historyLoaded(state, page);
    state = follower.historyLoaded(state, room.history({ first: 1, limit: 2 }));
    const { view } = state;
    expect(view?.messages.get(1)).toMatchObject({ body: 'Changed meanwhile', version: 2 });
    expect(view?.messages.get(1)?.history).toHaveLength(1);
    expect([view?.gaps, view?.waiting.size]).toEqual([[], 0]);
  });

  it('does not fill in a page that was read before the view began', () => {
    const room = new ModelRoom(3);
    room.post('Early');
    const stale = room.history({ first: 1, limit: 3 });
    room.withdraw(1);
    for (let n = 0; n < 5; n++) room.post(`Message ${String(n)}`);
    let state = follower.syncBegan(follower.startFollowing());
    state = follower.syncAnswered(state, 1, room.sync({ since: null, epoch: null }));
    state = follower.historyLoaded(state, stale);
    expect(state.view?.messages.has(1)).toBe(false);
    state = follower.historyLoaded(state, room.history({ first: 1, limit: 4 }));
    expect(state.view?.messages.get(1)?.body).toBeNull();
  });

  it('starts afresh when the record starts a new epoch', () => {
    const room = new ModelRoom();
    for (let n = 0; n < 4; n++) room.post(`Message ${String(n)}`);
    let state = follower.syncBegan(follower.startFollowing());
    state = follower.syncAnswered(state, 1, room.sync({ since: null, epoch: null }));
    expect(follower.needsSync(state)).toBe(false);
    room.restore(2);
    state = follower.heardHead(state, { room: 'plenary', epoch: 2, head: 2 });
    expect(follower.needsSync(state)).toBe(true);
    state = follower.syncBegan(state);
    state = follower.syncAnswered(state, 2, room.sync(follower.syncPoint(state)));
    expect([state.view?.head, state.view?.epoch, state.view?.timeline]).toEqual([2, 2, [1, 2]]);
  });
});
