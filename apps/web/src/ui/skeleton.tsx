import styles from './skeleton.module.css';

/** Grey lines in the place of text that is loading; say «loading» once beside them with Progress. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.skeleton} aria-hidden>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} style={{ width: `${92 - ((index * 37) % 45)}%` }} />
      ))}
    </div>
  );
}
