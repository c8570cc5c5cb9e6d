import { useSyncExternalStore } from 'react';
import { openPanel } from '../../room/panel-store.js';

let openId: string | null = null;
const listeners = new Set<() => void>();

/** Shows a poll in the room's side panel. */
export function openPoll(id: string): void {
  openPanel('proposals');
  replaceOpen(id);
}

/** Shows the list again. */
export function closePoll(): void {
  replaceOpen(null);
}

/** The poll that is open, null while the list shows. */
export function useOpenPoll(): string | null {
  return useSyncExternalStore(subscribe, () => openId);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replaceOpen(id: string | null): void {
  openId = id;
  for (const listener of listeners) listener();
}
