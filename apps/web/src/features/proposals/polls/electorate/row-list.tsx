import { Plus, X } from 'lucide-react';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { useMessages } from '../../../../app/i18n/use-messages.js';
import { Button } from '../../../../ui/button.js';
import { messages } from '../messages.js';
import styles from './electorate.module.css';

/** What the fields of a row are given. */
export interface RowPart<Row> {
  row: Row;
  place: number;
  /** Whether the row was added here, so that the focus belongs in it. */
  isNew: boolean;
  change(row: Row): void;
}

interface RowListProps<Row> {
  legend: string;
  hint: string;
  rows: readonly Row[];
  /** What a row is when it is added. */
  blank: Row;
  addLabel: string;
  /** Of a row, by its number from 1. */
  nameOf(number: number): string;
  onChange(rows: Row[]): void;
  /** The two fields of a row. */
  children(part: RowPart<Row>): ReactNode;
}

/** A list of rows to be filled in: each keeps its identity when another goes, and the focus is never lost. */
export function RowList<Row>({
  legend,
  hint,
  addLabel,
  blank,
  nameOf,
  children,
  ...list
}: RowListProps<Row>) {
  const t = useMessages(messages);
  const rows = useRows<Row>(list.rows, list.onChange);
  return (
    <fieldset ref={rows.list} className={styles.rows}>
      <legend className={styles.legend}>{legend}</legend>
      <p className={styles.note}>{hint}</p>
      {list.rows.map((row, place) => {
        const name = nameOf(place + 1);
        const change = (changed: Row) => rows.change(place, changed);
        return (
          <div key={rows.keyOf(place)} role="group" aria-label={name} className={styles.row}>
            {children({ row, place, isNew: rows.isNew(place), change })}
            <Button
              variant="icon"
              className={styles.remove}
              aria-label={t('removeRow', { row: name })}
              onPress={() => rows.remove(place)}
            >
              <X size={18} aria-hidden />
            </Button>
          </div>
        );
      })}
      <Button size="small" onPress={() => rows.add(blank)}>
        <Plus size={16} aria-hidden />
        {addLabel}
      </Button>
    </fieldset>
  );
}

interface Rows<Row> {
  /** For what holds the rows and, directly in it, the button that adds one. */
  list: RefObject<HTMLFieldSetElement | null>;
  keyOf(place: number): number;
  isNew(place: number): boolean;
  add(row: Row): void;
  change(place: number, row: Row): void;
  remove(place: number): void;
}

function useRows<Row>(rows: readonly Row[], onChange: (rows: Row[]) => void): Rows<Row> {
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
