import { plainWords, type ReservationView } from '@roundtable/contracts';
import type { SheetNames } from './sheet-names.js';

/** One reservation, numbered through the whole text. */
export interface SheetNote {
  mark: number;
  delegation: string;
  text: string;
}

/** Numbers reservations in the order in which they are asked for. */
export class NoteNumbers {
  private last = 0;

  constructor(private readonly names: SheetNames) {}

  number(reservations: readonly ReservationView[]): SheetNote[] {
    return reservations.map(({ delegation, text }) => ({
      mark: (this.last += 1),
      delegation: this.names.delegation(delegation),
      text: plainWords(text),
    }));
  }
}
