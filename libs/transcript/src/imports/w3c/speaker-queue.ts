import type { PersonKey } from './parsed-log.js';

/** Follows who waits for the floor, only far enough to tell whom a shortened `ack` means. */
export class SpeakerQueue {
  private waiting: PersonKey[] = [];

  /** Puts somebody at the end, or in front for a direct reply; whoever waits already keeps the place. */
  add(person: PersonKey, inFront: boolean): void {
    if (this.waiting.includes(person)) {
      return;
    }
    this.waiting = inFront ? [person, ...this.waiting] : [...this.waiting, person];
  }

  /** Takes somebody out. */
  remove(person: PersonKey): void {
    this.waiting = this.waiting.filter((other) => other !== person);
  }

  /** Whoever has waited longest. */
  first(): PersonKey | undefined {
    return this.waiting[0];
  }

  /** The first waiting person whose key begins with these letters. */
  firstBeginning(letters: string): PersonKey | undefined {
    return letters === '' ? undefined : this.waiting.find((person) => person.startsWith(letters));
  }
}
