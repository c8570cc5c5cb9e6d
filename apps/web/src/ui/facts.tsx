import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Terms and their values, as in the head of a document; a fact without value is left out. */
export function Facts({ items }: { items: readonly (Fact | null | false)[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(
        (fact) =>
          fact && (
            <Fragment key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}
