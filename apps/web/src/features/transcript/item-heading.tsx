import type { ItemView } from '@roundtable/contracts';
import styles from './headings.module.css';

/** The opening of an agenda item: a chapter begins. */
export function ItemHeading({ item: { number, title } }: { item: ItemView }) {
  return (
    <h3 className={styles.item} dir="auto">
      <span className={styles.itemNumber}>{number}</span> {title}
    </h3>
  );
}
