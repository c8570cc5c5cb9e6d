import type { Appended, AppendCommand } from './append-command.js';

/** An act that waits for its commit. */
export interface WaitingAct {
  command: AppendCommand;
  /** SHA-256 in hex of the intent, null where it has no client id. */
  intentHash: string | null;
  /** Monotonic, in ms. */
  arrivedAt: number;
  resolve(answer: Appended): void;
  reject(error: unknown): void;
}

/** Most acts of one commit. */
const LARGEST_GROUP = 512;

/** The acts waiting for one room, in order of arrival. Says which of them may go into the next commit together. */
export class ActQueue {
  /** True while a turn of the room's lane waits for what is in here. */
  hasTurn = false;
  private acts: WaitingAct[] = [];

  add(act: WaitingAct): void {
    this.acts.push(act);
  }

  get isEmpty(): boolean {
    return this.acts.length === 0;
  }

  /**
   * Takes the acts of the next commit off the queue: the first, and those right behind it that share, up to one that
   * looks at what an earlier one changes. Empty only where the queue is.
   */
  takeGroup(): WaitingAct[] {
    const written = new Set<string>();
    let size = 0;
    for (const { command } of this.acts) {
      const { isShareable, reads, writes } = keysOf(command);
      const isNext = size === 0 || (isShareable && !reads.some((key) => written.has(key)));
      if (!isNext || size === LARGEST_GROUP) break;
      size += 1;
      if (!isShareable) break;
      for (const key of writes) written.add(key);
    }
    const group = this.acts.slice(0, size);
    this.acts = this.acts.slice(size);
    return group;
  }
}

/** The same client id again must find what it made before, so it waits for that to be committed. */
function keysOf({ shared, caller, clientId }: AppendCommand) {
  const own = clientId === null ? [] : [`client:${caller?.membership.participantId ?? ''}:${clientId}`];
  const writes = [...own, ...(shared?.writes ?? [])];
  return { isShareable: shared !== undefined, reads: [...writes, ...(shared?.reads ?? [])], writes };
}
