import type {
  Adoption,
  ArrangeSet,
  ChangeLine,
  SetChanged,
  SetLineView,
  SetView,
} from '@roundtable/contracts';
import {
  LineAdopted,
  LineMissing,
  OrderWrong,
  SetAdopted,
  SetUnchanged,
  StaleSet,
} from '../publications.errors.js';
import { hashSet } from './set-hash.js';
import { demandFitting } from './set-lines.js';

/** A set with its lines in order. */
export interface WholeSet {
  set: SetView;
  lines: SetLineView[];
}

const LINE_FIELDS = ['focusArea', 'responsible', 'timeline'] as const;

/** Refuses changes to an adopted set, and those made on an older version. @throws SetAdopted or StaleSet */
export function demandOpen({ set }: WholeSet, version: number): void {
  if (set.state === 'adopted') throw new SetAdopted(set);
  if (version !== set.version) throw new StaleSet(set);
}

/**
 * Renames the set, adds and removes lines and puts them in order, all at once.
 * @throws LineMissing, LineAdopted, OrderWrong, SetTooLarge or SetUnchanged
 */
export function arrangeSet(
  whole: WholeSet,
  wish: Pick<ArrangeSet, 'title' | 'remove' | 'order'>,
  added: SetLineView[],
  at: string,
): SetChanged {
  const { set, lines } = whole;
  const removed = wish.remove ?? [];
  for (const id of removed) if (findLine(whole, id).adoption) throw new LineAdopted(id);
  const left = [...lines.filter(({ id }) => !removed.includes(id)), ...added];
  const ordered = wish.order ? putInOrder(left, wish.order) : left;
  demandFitting(ordered);
  const title = wish.title ?? set.title;
  const isSame =
    title === set.title && ordered.map(({ id }) => id).join() === set.lines.join() && added.length === 0;
  if (isSame) throw new SetUnchanged(set);
  return changed({ set: { ...set, title }, lines: ordered }, added, removed, at);
}

/** Changes what the set says about a line. @throws LineMissing, LineAdopted or SetUnchanged */
export function changeLine(
  whole: WholeSet,
  wish: Omit<ChangeLine, 'v' | 'room' | 'clientId'>,
  at: string,
): SetChanged {
  const line = findLine(whole, wish.line);
  const wished = LINE_FIELDS.filter((field) => wish[field] !== undefined && wish[field] !== line[field]);
  if (wished.length === 0) throw new SetUnchanged(whole.set);
  return replaceLine(
    whole,
    { ...line, ...Object.fromEntries(wished.map((field) => [field, wish[field]])) },
    at,
  );
}

/** Puts a changed line in the place of the old. @throws LineAdopted, or SetTooLarge */
export function replaceLine(whole: WholeSet, line: SetLineView, at: string): SetChanged {
  if (findLine(whole, line.id).adoption) throw new LineAdopted(line.id);
  const lines = whole.lines.map((each) => (each.id === line.id ? line : each));
  demandFitting(lines);
  return changed({ set: whole.set, lines }, [line], [], at);
}

/** Puts a line in place whose reservations changed: that is possible after adoption too, and never silent. */
export function noteReservations(whole: WholeSet, line: SetLineView, at: string): SetChanged {
  const lines = whole.lines.map((each) => (each.id === line.id ? line : each));
  return changed({ set: whole.set, lines }, [line], [], at);
}

/**
 * Adopts the lines named, or all that are left. When no line is left, the set itself is adopted.
 * @throws LineMissing, LineAdopted or SetUnchanged
 */
export function adoptLines(
  whole: WholeSet,
  wanted: readonly string[] | null,
  adoption: Adoption,
): SetChanged {
  for (const id of wanted ?? []) if (findLine(whole, id).adoption) throw new LineAdopted(id);
  const isMeant = ({ id, adoption: before }: SetLineView) => !before && (wanted?.includes(id) ?? true);
  const meant = whole.lines.filter(isMeant).map((line) => ({ ...line, adoption }));
  if (meant.length === 0) throw new SetUnchanged(whole.set);
  const byId = new Map(meant.map((line) => [line.id, line]));
  const lines = whole.lines.map((line) => byId.get(line.id) ?? line);
  const isComplete = lines.every((line) => line.adoption);
  const next = changed({ set: whole.set, lines }, meant, [], adoption.at);
  if (!isComplete) return next;
  const { version, sha256 } = next.set;
  return { ...next, set: { ...next.set, state: 'adopted', adoption: { ...adoption, version, sha256 } } };
}

/** @throws LineMissing */
export function findLine({ lines }: WholeSet, id: string): SetLineView {
  const line = lines.find((each) => each.id === id);
  if (!line) throw new LineMissing(id);
  return line;
}

function changed({ set, lines }: WholeSet, fresh: SetLineView[], removed: string[], at: string): SetChanged {
  return {
    set: {
      ...set,
      version: set.version + 1,
      sha256: hashSet(set.title, lines),
      lines: lines.map(({ id }) => id),
      changedAt: at,
    },
    lines: fresh,
    removed,
  };
}

function putInOrder(lines: readonly SetLineView[], order: readonly string[]): SetLineView[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  if (order.length !== lines.length || new Set(order).size !== order.length) throw new OrderWrong();
  return order.map((id) => {
    const line = byId.get(id);
    if (!line) throw new OrderWrong();
    return line;
  });
}
