/** A run of `length` things: of both sequences, only of the second, or only of the first. */
export interface EditRun {
  kind: 'same' | 'added' | 'removed';
  length: number;
}

/** Sequences that differ in more than this are told as removed and added as a whole: the search takes its square. */
const MOST_EDITS = 1_000;

/**
 * Gives the shortest way from one sequence to another, as runs in order, what is removed before what is added. Source: E.
 * Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
 */
export function shortestEdit(before: readonly string[], after: readonly string[]): EditRun[] {
  const start = commonLength(before, after);
  const rest = Math.min(before.length, after.length) - start;
  const end = Math.min(rest, commonLength(before.toReversed(), after.toReversed()));
  const middle = searchEdit(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return joinRuns([{ kind: 'same', length: start }, ...middle, { kind: 'same', length: end }]);
}

function commonLength(before: readonly string[], after: readonly string[]): number {
  let length = 0;
  while (length < before.length && length < after.length && before[length] === after[length]) length += 1;
  return length;
}

function searchEdit(before: readonly string[], after: readonly string[]): EditRun[] {
  const [n, m] = [before.length, after.length];
  if (n === 0 || m === 0)
    return [
      { kind: 'removed', length: n },
      { kind: 'added', length: m },
    ];
  const most = Math.min(n + m, MOST_EDITS);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = isDown(diagonal, edits, (k) => reach[offset + k] ?? 0);
      let x = down ? (reach[offset + diagonal + 1] ?? 0) : (reach[offset + diagonal - 1] ?? 0) + 1;
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x += 1;
      reach[offset + diagonal] = x;
      if (x >= n && x - diagonal >= m) return walkBack(trace, n, m);
    }
  }
  return [
    { kind: 'removed', length: n },
    { kind: 'added', length: m },
  ];
}

function isDown(diagonal: number, edits: number, reached: (diagonal: number) => number): boolean {
  return diagonal === -edits || (diagonal !== edits && reached(diagonal - 1) < reached(diagonal + 1));
}

/** Follows the furthest points back to the beginning. `trace[d]` holds them before step d, from diagonal -d-1 on. */
function walkBack(trace: readonly Int32Array[], n: number, m: number): EditRun[] {
  const runs: EditRun[] = [];
  let [x, y] = [n, m];
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reached = (diagonal: number): number => trace[edits]?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const down = isDown(diagonal, edits, reached);
    const cameFrom = down ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = [reached(cameFrom), reached(cameFrom) - cameFrom];
    const afterX = down ? fromX : fromX + 1;
    runs.push({ kind: 'same', length: x - afterX }, { kind: down ? 'added' : 'removed', length: 1 });
    [x, y] = [fromX, fromY];
  }
  runs.push({ kind: 'same', length: x });
  return runs.reverse();
}

/** Runs of one kind next to each other become one; between two that are the same, removals come first. */
function joinRuns(runs: readonly EditRun[]): EditRun[] {
  const joined: EditRun[] = [];
  let [removed, added] = [0, 0];
  const flush = (): void => {
    if (removed > 0) joined.push({ kind: 'removed', length: removed });
    if (added > 0) joined.push({ kind: 'added', length: added });
    [removed, added] = [0, 0];
  };
  for (const { kind, length } of runs) {
    if (length === 0) continue;
    if (kind === 'removed') removed += length;
    else if (kind === 'added') added += length;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === 'same') last.length += length;
      else joined.push({ kind, length });
    }
  }
  flush();
  return joined;
}
