let place: HTMLElement | null = null;
let entry: number | undefined;

/** Remembers where one was in the record when words were captured, and the entry they came from. */
export function rememberPlace(seq: number | undefined): void {
  const focused = document.activeElement;
  place = focused instanceof HTMLElement && focused !== document.body ? focused : null;
  entry = seq;
}

/** Goes back there with the focus; to the entry where nothing had it, or what had it is gone. */
export function returnToPlace(): void {
  const wanted = place?.isConnected ? place : entryElement();
  place = null;
  wanted?.focus();
}

function entryElement(): HTMLElement | null {
  if (entry === undefined) return null;
  const body = document.querySelector(`[data-seq="${String(entry)}"]`);
  return body?.closest<HTMLElement>('[tabindex]') ?? null;
}
