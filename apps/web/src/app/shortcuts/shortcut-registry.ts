import { readPreferences } from '../preferences/preference-store.js';
import { isCharacterShortcut, matchesChord, type Pressed, type Shortcut } from './shortcut.js';

let active: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

/** Adds a shortcut and answers how to take it away. Of two with the same chord the newer one wins. */
export function registerShortcut(shortcut: Shortcut): () => void {
  if (active.length === 0) window.addEventListener('keydown', handleKey);
  replaceActive([...active, shortcut]);
  return () => {
    replaceActive(active.filter((other) => other !== shortcut));
    if (active.length === 0) window.removeEventListener('keydown', handleKey);
  };
}

export function listShortcuts(): readonly Shortcut[] {
  return active;
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replaceActive(shortcuts: readonly Shortcut[]): void {
  active = shortcuts;
  for (const listener of listeners) listener();
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const pressed = physicalChord(event);
  const found = active.findLast((shortcut) => matchesChord(pressed, shortcut));
  if (!found) return;
  if (!readPreferences().shortcuts && isCharacterShortcut(found)) return;
  if (!found.inFields && takesKeys(event.target)) return;
  event.preventDefault();
  found.handle(event);
}

/** A question mark asks for help wherever the layout puts it: Shift+7 on a Russian keyboard. */
function physicalChord(event: KeyboardEvent): Pressed {
  const { altKey, ctrlKey, metaKey } = event;
  return event.key === '?' ? { code: 'Slash', shiftKey: true, altKey, ctrlKey, metaKey } : event;
}

/** Fields take letters, and open dialogs, menus and lists have keys of their own. */
function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  const fields =
    'input:not([type=checkbox], [type=radio]), textarea, select, [role=textbox], [role=combobox]';
  return target.closest(`${fields}, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]`) !== null;
}
