let place: HTMLElement | null = null;

/** Remembers where one was in the record when words were captured. */
export function rememberPlace(): void {
  const focused = document.activeElement;
  place = focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/** Goes back there with the focus. False where there is nothing to go back to. */
export function returnToPlace(): boolean {
  const wanted = place?.isConnected ? place : null;
  place = null;
  wanted?.focus();
  return wanted !== null;
}
