/** The address of an entry of a transcript, to hand on. */
export function linkOfEntry(meeting: string, seq: number): string {
  return new URL(`/m/${meeting}/transcript?at=${seq}`, window.location.origin).href;
}
