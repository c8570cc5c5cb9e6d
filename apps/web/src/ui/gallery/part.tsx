import type { ReactNode } from 'react';
import layout from '../layout.module.css';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={`${layout.section} ${layout.stack}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
