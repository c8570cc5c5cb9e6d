import { describe, expect, it } from '@jest/globals';
import type { VisibleEntry } from '@roundtable/contracts';
import fc from 'fast-check';
import { memoryOutbox } from './outbox.js';
import { openTab, until, type Tab } from './testing/opened-room.js';
import { SimulatedServer, type Fate } from './testing/simulated-server.js';
import { seededRandom, settle, VirtualTimers } from './testing/virtual-timers.js';

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const FATES: Fate[] = ['accepted', 'accepted', 'accepted', 'ackLost', 'entryFirst', 'lost', 'silent', 'busy'];

/** What happens next, to the tab, on the line or in the room. */
type Step =
  | { do: 'say' | 'editOwn' | 'other' | 'otherEdits' | 'withdraw' | 'react' | 'withhold'; pick: number }
  | {
      do: 'cut' | 'vanish' | 'restart' | 'kick' | 'restore' | 'stop' | 'head' | 'flush' | 'wait';
      pick: number;
    };

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(
    ...([
      'say',
      'say',
      'say',
      'editOwn',
      'other',
      'other',
      'otherEdits',
      'withdraw',
      'react',
      'withhold',
    ] as const),
    ...(['cut', 'vanish', 'restart', 'kick', 'restore', 'stop', 'head', 'flush', 'wait', 'wait'] as const),
  ),
  pick: fc.nat(1_000),
});

/** Delivers as a bad network and a slow server do: late, twice, out of order, or not at all. */
class Courier {
  private readonly bag: { entries: VisibleEntry[]; epoch: number }[] = [];

  constructor(
    private readonly server: SimulatedServer,
    private readonly random: () => number,
  ) {}

  readonly take = (entries: VisibleEntry[]): void => {
    const chance = this.random();
    const { epoch } = this.server.room;
    if (chance < 0.15) return;
    if (chance < 0.5) this.bag.push({ entries, epoch });
    else this.server.deliver(entries);
    if (chance > 0.85) this.bag.push({ entries, epoch });
  };

  flush(): void {
    while (this.bag.length > 0) {
      const [late] = this.bag.splice(Math.floor(this.random() * this.bag.length), 1);
      if (late) this.server.deliver(late.entries, late.epoch);
    }
  }
}

/** One life of a tab: what it did, and what it must have come to. */
class Life {
  readonly timers: VirtualTimers;
  readonly server: SimulatedServer;
  private readonly random: () => number;
  private readonly outbox = memoryOutbox();
  private readonly courier: Courier;
  private tab: Tab;

  constructor(chance: number) {
    this.random = seededRandom(chance);
    this.timers = new VirtualTimers(this.random);
    this.server = new SimulatedServer(() => FATES[Math.floor(this.random() * FATES.length)] ?? 'accepted', 6);
    this.courier = new Courier(this.server, this.random);
    this.server.carry = this.courier.take;
    this.tab = this.open();
  }

  async live(steps: readonly Step[]): Promise<void> {
    for (const each of steps) {
      this.happen(each);
      await settle(1);
      if (each.do === 'wait') this.timers.advance(each.pick * 4);
      if (this.tab.connection.getState().name === 'ended') this.reopen();
    }
  }

  /** Everything arrives in the end, and the heartbeat tells the head, as it does every 15 seconds. */
  async end(): Promise<{ view: unknown; fresh: unknown; pending: number }> {
    this.server.reachable = true;
    this.courier.flush();
    this.server.carry = (entries) => this.server.deliver(entries);
    const { server } = this;
    const isDone = (): boolean => {
      const { epoch, head } = server.room;
      server.send('record.head', { room: 'plenary', epoch, head });
      const { status, pending, record } = this.tab.room.getView();
      return status === 'live' && record?.head === head && pending.every((item) => item.status === 'refused');
    };
    await until(this.timers, isDone, 'the tab has caught up and sent everything');
    const fresh = openTab(server, this.timers, memoryOutbox());
    await until(this.timers, () => fresh.room.getView().status === 'live', 'the fresh tab is live');
    await Promise.all([this.tab, fresh].map((tab) => tab.room.loadBefore(undefined, 1_000)));
    const found = { view: shown(this.tab), fresh: shown(fresh), pending: this.unsettled() };
    for (const tab of [this.tab, fresh]) tab.close();
    return found;
  }

  private unsettled(): number {
    return this.tab.room.getView().pending.filter(({ status }) => status !== 'refused').length;
  }

  private happen({ do: what, pick }: Step): void {
    const { server, tab } = this;
    const target = 1 + (pick % Math.max(1, server.room.head));
    const deliver = (entry: VisibleEntry | null): void => {
      if (entry) this.courier.take([entry]);
    };
    switch (what) {
      case 'say':
        return void tab.room.post({ body: `Said ${pick}` });
      case 'editOwn':
        return void tab.room.edit({ target, body: `Edited ${pick}` });
      case 'other':
        return deliver(server.room.post(`Other ${pick}`, 'temir'));
      case 'otherEdits':
        return deliver(server.room.edit(target, `Changed ${pick}`));
      case 'withdraw':
        return deliver(server.room.withdraw(target));
      case 'react':
        return deliver(server.room.react(target, '👍', 'temir'));
      case 'withhold':
        return deliver(server.room.withhold());
      case 'head':
        return server.send('record.head', {
          room: 'plenary',
          epoch: server.room.epoch,
          head: server.room.head,
        });
      case 'flush':
        return this.courier.flush();
      case 'cut':
        return server.cut();
      case 'vanish':
        server.reachable = !server.reachable;
        return;
      case 'restart':
        return this.reopen();
      case 'stop':
        server.send('connection.closing', {
          code: 'server_stopping',
          message: 'Back soon.',
          retryAfterMs: pick,
        });
        return server.cut();
      case 'restore':
        server.restore(Math.max(0, server.room.head - 1 - (pick % 4)));
        return server.cut();
      case 'kick':
        server.send('connection.closing', { code: 'removed', message: 'You were removed.' });
        return server.cut();
      case 'wait':
        return;
    }
  }

  private reopen(): void {
    this.tab.close();
    this.tab = this.open();
  }

  private open(): Tab {
    return openTab(this.server, this.timers, this.outbox);
  }
}

/** Everything that a page shows of the record. */
function shown({ room }: Tab): unknown {
  const { record } = room.getView();
  if (!record) return null;
  const { head, epoch, snapshot, timeline, gaps } = record;
  return { head, epoch, snapshot, timeline, gaps, messages: [...record.messages.values()] };
}

async function expectConverged(steps: readonly Step[], chance: number): Promise<void> {
  const life = new Life(chance);
  await life.live(steps);
  const { view, fresh, pending } = await life.end();
  expect(view).toEqual(fresh);
  expect(pending).toBe(0);
  const own = life.server.bodies.filter((body) => body.startsWith('Said '));
  const said = new Set(steps.flatMap((each) => (each.do === 'say' ? [`Said ${each.pick}`] : [])));
  expect(own.every((body) => said.has(body))).toBe(true);
  expect(own.length).toBeLessThanOrEqual(steps.filter((each) => each.do === 'say').length);
  // Nobody was removed and nothing was taken back, so nothing may be missing.
  if (!steps.some((each) => each.do === 'kick' || each.do === 'restore'))
    expect(own.sort()).toEqual(
      steps.flatMap((each) => (each.do === 'say' ? [`Said ${each.pick}`] : [])).sort(),
    );
}

describe('a client', () => {
  it('sends again what was acknowledged, not seen yet, and lost with the restoring of a backup', async () => {
    const say: Step = { do: 'say', pick: 0 };
    // Found as seed 841456561, path 75:5:4:7:10:14:15:1:9:10:13:12:12:12:12:12:12:12:12:12:13.
    await expectConverged([say, say, { do: 'flush', pick: 0 }, say, { do: 'restore', pick: 1 }], 0);
  });
});

describe(`a client through whatever happens (seed ${String(seed)})`, () => {
  it('ends with the view of a fresh read, and has sent what was said once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(), expectConverged), {
      seed,
      numRuns: 600,
    });
  }, 120_000);
});
