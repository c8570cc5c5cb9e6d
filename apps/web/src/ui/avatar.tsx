import type { CSSProperties } from 'react';
import { hueOf, initialsOf } from './initials.js';
import styles from './avatar.module.css';

export interface AvatarProps {
  name: string;
  /** Decides the colour, so that two people of one name differ. */
  id: string;
  size?: 'small' | 'medium' | 'large';
}

/** Initials on a quiet disc. Decoration: the name stands beside it. */
export function Avatar({ name, id, size = 'medium' }: AvatarProps) {
  return (
    <span
      className={styles.avatar}
      data-size={size}
      style={{ '--hue': hueOf(id) } as CSSProperties}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}
