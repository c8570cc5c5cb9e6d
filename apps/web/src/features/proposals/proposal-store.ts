import { useSyncExternalStore } from 'react';
import { openPanel } from '../room/panel-store.js';
import { closePoll } from './polls/poll-store.js';

/** Where the focus is to go once it is on the screen: into an opened proposal, to its title, or back to its row. */
export type FocusWish = 'whole' | 'title' | 'row';

let openNumber: number | null = null;
let wish: { number: number; place: FocusWish } | null = null;
let room: string | null = null;
const listeners = new Set<() => void>();

/** Forgets what was open in another room, where the same numbers mean something else. Back in the same one it stays. */
export function enterRoom(entered: string): void {
  if (room === entered) return;
  room = entered;
  wish = null;
  closePoll();
  replaceOpen(null);
}

/** Shows a proposal in the room's side panel. */
export function openProposal(number: number): void {
  open(number, 'whole');
}

/** Shows a proposal that was just captured, its title ready to be typed over. */
export function openCaptured(number: number): void {
  open(number, 'title');
}

/** Shows the list again, without moving the focus. */
export function closeProposal(): void {
  replaceOpen(null);
}

/** Goes back to the list, to the row one came from. */
export function backToList(): void {
  if (openNumber !== null) wish = { number: openNumber, place: 'row' };
  replaceOpen(null);
}

/** True once, where the focus is to go to this place of this proposal. */
export function takeFocusWish(number: number, place: FocusWish): boolean {
  const isWanted = wish?.number === number && wish.place === place;
  if (isWanted) wish = null;
  return isWanted;
}

/** The same without following it. */
export function openNumberNow(): number | null {
  return openNumber;
}

/** Number of the proposal that is open; null while the list shows. */
export function useOpenProposal(): number | null {
  return useSyncExternalStore(subscribe, () => openNumber);
}

function open(number: number, place: FocusWish): void {
  wish = { number, place };
  closePoll();
  openPanel('proposals');
  replaceOpen(number);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replaceOpen(number: number | null): void {
  openNumber = number;
  for (const listener of listeners) listener();
}
