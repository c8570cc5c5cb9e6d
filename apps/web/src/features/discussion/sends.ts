interface Pressed {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Whether a key sends what was written: Enter, or only Ctrl+Enter for those who chose so. Ctrl+Enter always does. */
export function sends(event: Pressed, withEnter: boolean): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
  return withEnter || event.ctrlKey || event.metaKey;
}
