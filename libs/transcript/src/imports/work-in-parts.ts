import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that stops after every part, so that whoever runs it may let others have a turn before the next. */
export type WorkInParts<T> = Generator<void, T>;

/** Few enough that a part takes a millisecond or two. */
const ITEMS_OF_A_PART = 200;
/** So long may work go on before it gives way: no message in a room waits noticeably longer. */
const TURN_MS = 10;

/** Whether whoever goes through items should stop after the one at `index`. */
export function isEndOfPart(index: number): boolean {
  return index % ITEMS_OF_A_PART === ITEMS_OF_A_PART - 1;
}

/** Does something with every item, stopping after every few of them. */
export function* inParts<T>(items: readonly T[], work: (item: T, index: number) => void): WorkInParts<void> {
  for (const [index, item] of items.entries()) {
    work(item, index);
    if (isEndOfPart(index)) yield;
  }
}

/** Runs work to its end without giving way: for a process that has nothing else to do. */
export function atOnce<T>(work: WorkInParts<T>): T {
  let part = work.next();
  while (!part.done) part = work.next();
  return part.value;
}

/** Runs work to its end, giving way to everything else in this process every few milliseconds. */
export async function givingWay<T>(work: WorkInParts<T>): Promise<T> {
  let turnBegan = performance.now();
  let part = work.next();
  while (!part.done) {
    if (performance.now() - turnBegan >= TURN_MS) {
      await nextTurn();
      turnBegan = performance.now();
    }
    part = work.next();
  }
  return part.value;
}
