import { useEffect, useRef } from 'react';
import { registerShortcut } from './shortcut-registry.js';
import type { Shortcut } from './shortcut.js';

interface Declared extends Omit<Shortcut, 'handle'> {
  /** False takes it away, also from the help. */
  when?: boolean;
}

/** A shortcut that works, and is listed in the help, while the component is mounted. */
export function useShortcut(declared: Declared, handle: (event: KeyboardEvent) => void): void {
  const { code, shift, alt, ctrl, label, group, inFields, when = true } = declared;
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    if (!when) return;
    return registerShortcut({
      code,
      shift,
      alt,
      ctrl,
      label,
      group,
      inFields,
      handle: (event) => latest.current(event),
    });
  }, [code, shift, alt, ctrl, label, group, inFields, when]);
}
