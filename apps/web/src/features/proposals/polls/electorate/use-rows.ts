import { useRef, useState, type RefObject } from 'react';

/** A list of rows to be filled in: each keeps its identity when another goes, and the focus is never lost. */
export interface Rows<Row> {
  /** For what holds the rows and, directly in it, the button that adds one. */
  list: RefObject<HTMLFieldSetElement | null>;
  keyOf(place: number): number;
  /** Whether the row was added here, so that the focus belongs in it. */
  isNew(place: number): boolean;
  add(row: Row): void;
  change(place: number, row: Row): void;
  remove(place: number): void;
}

export function useRows<Row>(rows: readonly Row[], onChange: (rows: Row[]) => void): Rows<Row> {
  const list = useRef<HTMLFieldSetElement>(null);
  const [{ keys, next, first }, setKeys] = useState(() => ({
    keys: rows.map((_, place) => place),
    next: rows.length,
    first: rows.length,
  }));
  return {
    list,
    keyOf: (place) => keys[place] ?? place,
    isNew: (place) => (keys[place] ?? 0) >= first,
    add: (row) => {
      setKeys({ keys: [...keys, next], next: next + 1, first });
      onChange([...rows, row]);
    },
    change: (place, row) => onChange(rows.map((before, index) => (index === place ? row : before))),
    remove: (place) => {
      setKeys({ keys: keys.filter((_, index) => index !== place), next, first });
      onChange(rows.filter((_, index) => index !== place));
      list.current?.querySelector<HTMLButtonElement>(':scope > button')?.focus();
    },
  };
}
