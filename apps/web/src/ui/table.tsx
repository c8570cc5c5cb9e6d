import type { ReactNode } from 'react';
import { classNames } from './class-names.js';
import styles from './table.module.css';
import hidden from './visually-hidden.module.css';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** The cell that names the row. */
  isRowHeader?: boolean;
  /** Words for screen readers only, e.g. over a column of buttons. */
  hideHeader?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  className?: string;
}

/** Rows and columns with hairlines; on a phone each row becomes a small list of its own. */
export function Table<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  empty,
  className,
}: TableProps<Row>) {
  return (
    <div className={classNames(styles.scroller, className)} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={hideCaption ? hidden.hidden : styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, header, align, hideHeader }) => (
              <th key={id} scope="col" data-align={align}>
                {hideHeader ? <span className={hidden.hidden}>{header}</span> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <TableCell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty && <div className={styles.empty}>{empty}</div>}
    </div>
  );
}

function TableCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, align, isRowHeader, hideHeader, cell } = column;
  const label = hideHeader ? undefined : header;
  return isRowHeader ? (
    <th scope="row" data-align={align} data-label={label}>
      <div className={styles.cell}>{cell(row)}</div>
    </th>
  ) : (
    <td data-align={align} data-label={label}>
      <div className={styles.cell}>{cell(row)}</div>
    </td>
  );
}
