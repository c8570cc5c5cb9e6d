import type { ProposalEvent, TakenPosition } from './parsed-log.js';

/** So many proposals `+1 to all` answers at most: no meeting has more of them open, and a log may have any number. */
const MOST_AT_ONCE = 20;

/** The proposals of one topic while its lines are read, each by the index of its event. */
export class ProposalsOfTopic {
  /** The one put last, unless a decision came after it. */
  open: number | undefined;
  private readonly places: number[] = [];
  private readonly undecided = new Set<number>();
  /** The latest that goes by each number. */
  private readonly byNumber = new Map<string, number>();

  put(index: number, { number }: ProposalEvent): void {
    this.open = index;
    this.places.push(index);
    this.undecided.add(index);
    if (number !== undefined) this.byNumber.set(number.toLowerCase(), index);
  }

  /** Takes note that a proposal, of this topic or of one before, is decided. */
  decide(index: number): void {
    this.undecided.delete(index);
  }

  /**
   * Tells which proposal each position of one line answers: the one whose number it names; all that are undecided for
   * `+1 to both`; one after the other for `+0.5, -1` where there are just as many; else the one open. Whoever agrees
   * with a person answers none.
   */
  answer(taken: TakenPosition[]): TakenPosition[] {
    const { undecided, open } = this;
    const isList = taken.length > 1 && taken.every(({ number }) => number === undefined);
    if (isList) {
      if (undecided.size !== taken.length) return taken.slice(0, 1).map((position) => onto(position, open));
      const indexes = [...undecided];
      return taken.map((position, place) => onto(position, indexes[place]));
    }
    return taken.flatMap((position) => {
      if (position.agreesWith !== undefined) return [position];
      if (position.forAll && undecided.size > 1 && undecided.size <= MOST_AT_ONCE)
        return [...undecided].map((index) => onto(position, index));
      return [onto(position, this.numbered(position.number) ?? open)];
    });
  }

  /** The latest that goes by the number; where none has a number, the one at that place. */
  private numbered(number: string | undefined): number | undefined {
    if (number === undefined) return undefined;
    const named = this.byNumber.get(number.toLowerCase());
    return named ?? (this.byNumber.size > 0 ? undefined : this.places[Number.parseInt(number, 10) - 1]);
  }
}

function onto(position: TakenPosition, proposal: number | undefined): TakenPosition {
  return proposal === undefined ? position : { ...position, onProposal: proposal };
}
