import { TIMINGS } from '@roundtable/contracts';
import type { Awareness } from 'y-protocols/awareness';
import type { Timers } from '../timers.js';

interface AwarenessChange {
  added: number[];
  updated: number[];
  removed: number[];
}

/** Tells the others where one is in the text: at most every `documentPointEveryMs`, the newest place. */
export class OwnPlace {
  private toldAt = -Infinity;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly awareness: Awareness,
    private readonly timers: Timers,
    private readonly tell: (state: Record<string, unknown> | null) => void,
  ) {
    awareness.on('update', this.note);
  }

  tellAgain(): void {
    this.toldAt = this.timers.now();
    this.tell(withoutName(this.awareness.getLocalState()));
  }

  /** Says that the page is gone, and nothing more. */
  stop(): void {
    this.cancel?.();
    this.awareness.off('update', this.note);
    if (this.awareness.getLocalState() !== null) this.tell(null);
    this.awareness.setLocalState(null);
  }

  private readonly note = ({ added, updated, removed }: AwarenessChange, origin: unknown): void => {
    const isOwn = [...added, ...updated, ...removed].includes(this.awareness.clientID);
    if (!isOwn || origin !== 'local' || this.cancel) return;
    const wait = this.toldAt + TIMINGS.documentPointEveryMs - this.timers.now();
    if (wait <= 0) return this.tellAgain();
    this.cancel = this.timers.after(wait, () => {
      this.cancel = null;
      this.tellAgain();
    });
  };
}

/** Who one is the server knows better. */
function withoutName(state: Record<string, unknown> | null): Record<string, unknown> | null {
  if (state === null) return null;
  const { user: _user, ...place } = state;
  return place;
}
