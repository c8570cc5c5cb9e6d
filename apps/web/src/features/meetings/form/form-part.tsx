import { useId, type ReactNode } from 'react';
import styles from './meeting-form.module.css';

/** A part of the form with its name in the margin. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
