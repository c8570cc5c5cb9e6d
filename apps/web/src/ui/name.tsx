import { classNames } from './class-names.js';
import styles from './name.module.css';

export interface NameProps {
  children: string;
  /** Let it run over several lines instead of cutting it off. */
  isWrapping?: boolean;
  className?: string;
}

/** The name of a person, a delegation or a thing: isolated from the text around it, cut off with the whole on hover. */
export function Name({ children, isWrapping, className }: NameProps) {
  return (
    <bdi
      className={classNames(isWrapping ? styles.wrapping : styles.name, className)}
      title={isWrapping ? undefined : children}
    >
      {children.trim() || '—'}
    </bdi>
  );
}
