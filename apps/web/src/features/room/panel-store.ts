import { useSyncExternalStore } from 'react';

export const PANELS = ['people', 'speakers', 'proposals', 'agenda'] as const;
export type Panel = (typeof PANELS)[number];

interface PanelState {
  /** The tab that is, or was last, in front. */
  panel: Panel;
  isOpen: boolean;
}

const wideEnough = '(min-width: 60rem)';
let state: PanelState = { panel: 'people', isOpen: window.matchMedia(wideEnough).matches };
const listeners = new Set<() => void>();

/** Brings a tab of the room's side panel to the front, opening the panel where it is closed. */
export function openPanel(panel: Panel): void {
  replaceState({ panel, isOpen: true });
}

export function setPanelOpen(isOpen: boolean): void {
  replaceState({ ...state, isOpen });
}

/** Which tab of the side panel is in front, and whether the panel shows at all. */
export function usePanel(): PanelState {
  return useSyncExternalStore(subscribe, () => state);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replaceState(next: PanelState): void {
  state = next;
  for (const listener of listeners) listener();
}
