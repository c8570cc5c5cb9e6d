import type { Room, Sending } from '@roundtable/client';
import { REACTIONS } from '@roundtable/contracts';
import type { Operation } from './history.js';
import type { SeededRandom } from './seeded-random.js';

const WORDS =
  'We propose to publish the flow of the upper basin monthly and to share the cost of the gauges fairly';
const LONG = 8_000;

/** Something said, and by what it can be found again. */
export interface Said {
  kind: Operation['kind'];
  mark: string | null;
  sending: Sending;
  body: string | null;
}

/** Words on the record that others may react to. */
interface Known {
  seq: number;
  body: string;
  author: string;
}

/** What is said in one room: mostly messages, some edits, withdrawals, reactions, replies, and captured proposals. */
export class Talk {
  /** Chances of what is said, the rest are messages. */
  private readonly known: Known[] = [];
  private marks = 0;

  /** Every text carries `sentinel`, so that it can be looked for where it must not be. */
  constructor(private readonly sentinel: string) {}

  /** Called with each acknowledgement; also for counting. */
  onAcknowledged: (at: number) => void = () => undefined;

  next(
    room: Room,
    me: { name: string; participant: string; canCapture?: boolean },
    random: SeededRandom,
  ): Said {
    const roll = random.next();
    const own = this.known.filter(({ author }) => author === me.participant);
    const mine = own.length > 0 ? random.pick(own.slice(-20)) : undefined;
    const other = random.pick(this.known.slice(-40));
    if (mine && roll < 0.08) return this.edit(room, me.name, mine);
    if (mine && roll < 0.11) return this.withdraw(room, mine);
    if (other && roll < 0.25) return react(room, other, random);
    if (other && roll < 0.29 && room.getView().me?.permissions.includes('proposals.capture'))
      return capture(room, other);
    return this.post(room, me.name, other && roll < 0.34 ? other.seq : null, random.chance(0.02));
  }

  noteAcknowledged({ kind, body }: Said, seq: number, { participant }: { participant: string }): void {
    this.onAcknowledged(Date.now());
    if (kind !== 'post' || body === null) return;
    this.known.push({ seq, body, author: participant });
    if (this.known.length > 400) this.known.splice(0, 200);
  }

  private words(name: string, isLong = false): { mark: string; body: string } {
    this.marks += 1;
    const mark = `${name}:${this.marks}`;
    const body = `${mark} ${this.sentinel} ${WORDS}`;
    return { mark, body: isLong ? body.padEnd(LONG, ' and so on') : body };
  }

  private post(room: Room, name: string, replyTo: number | null, isLong: boolean): Said {
    const { mark, body } = this.words(name, isLong);
    return { kind: 'post', mark, body, sending: room.post({ body, replyTo }) };
  }

  private edit(room: Room, name: string, { seq: target }: Known): Said {
    const { mark, body } = this.words(name);
    return { kind: 'edit', mark, body, sending: room.edit({ target, body }) };
  }

  private withdraw(room: Room, mine: Known): Said {
    this.known.splice(this.known.indexOf(mine), 1);
    return { kind: 'withdraw', mark: null, body: null, sending: room.withdraw({ target: mine.seq }) };
  }
}

function react(room: Room, { seq: target }: Known, random: SeededRandom): Said {
  const reaction = random.pick(REACTIONS) ?? REACTIONS[0];
  const sending = room.react({ target, reaction, on: random.chance(0.8) });
  return { kind: 'react', mark: null, body: null, sending };
}

function capture(room: Room, { seq, body }: Known): Said {
  const to = Math.min(60, body.length);
  const sending = room.capture({ sources: [{ seq, from: 0, to, words: body.slice(0, to) }] });
  return { kind: 'capture', mark: null, body: null, sending };
}
