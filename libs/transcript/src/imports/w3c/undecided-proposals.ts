import { foldName } from './names.js';
import type { ProposalEvent } from './parsed-log.js';

/** How alike two texts must be (shared words of all words) for one to be the adopted form of the other. */
const SAME_TEXT = 0.5;
/** Words that all comparisons of one log may look at together; real logs stay far below. */
const MOST_LOOKS = 10_000_000;

/** Proposals with the same words, whatever their order. */
interface Alike {
  words: ReadonlySet<string>;
  /** Indexes of their events, the latest last. */
  indexes: number[];
}

/** The proposals of a log that nobody has decided yet, to be found by what they say. */
export class UndecidedProposals {
  private readonly groups = new Map<string, Alike>();
  private readonly byIndex = new Map<number, { proposal: ProposalEvent; group: Alike }>();
  private looks = MOST_LOOKS;

  put(index: number, proposal: ProposalEvent): void {
    const words = wordsOf(proposal.text);
    const key = keyOf(words);
    const group = this.groups.get(key) ?? { words, indexes: [] };
    group.indexes.push(index);
    this.groups.set(key, group);
    this.byIndex.set(index, { proposal, group });
  }

  has(index: number): boolean {
    return this.byIndex.has(index);
  }

  /** Marks one as decided by the event at `by`: the one put last, or the one that `mostLike` named. */
  decide(index: number, by: number): void {
    const known = this.byIndex.get(index);
    if (!known) return;
    const { proposal, group } = known;
    proposal.decidedBy = by;
    this.byIndex.delete(index);
    // Either way it is the last of those that are like it.
    group.indexes.pop();
    if (group.indexes.length === 0) this.groups.delete(keyOf(group.words));
  }

  /** The latest of those that are most like the text. */
  mostLike(text: string): number | undefined {
    const words = wordsOf(text);
    let best: { index: number; likeness: number } | undefined;
    for (const group of this.groups.values()) {
      if (this.looks <= 0) break;
      const likeness = this.compare(words, group.words);
      const index = group.indexes.at(-1) ?? 0;
      if (likeness < SAME_TEXT || (best && likeness < best.likeness)) continue;
      if (!best || likeness > best.likeness || index > best.index) best = { index, likeness };
    }
    return best?.index;
  }

  private compare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
    this.looks -= 1;
    if (Math.min(left.size, right.size) < SAME_TEXT * Math.max(left.size, right.size)) return 0;
    this.looks -= left.size;
    let shared = 0;
    for (const word of left) if (right.has(word)) shared += 1;
    const all = left.size + right.size - shared;
    return all === 0 ? 0 : shared / all;
  }
}

function keyOf(words: ReadonlySet<string>): string {
  return [...words].sort().join(' ');
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(/\s+/).map(foldName).filter(Boolean));
}
