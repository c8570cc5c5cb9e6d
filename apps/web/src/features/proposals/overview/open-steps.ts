/** Opens the menu of a proposal's steps on its first item, as the arrow key on its button would. */
export function openSteps(number: number | string): void {
  const button = document.querySelector<HTMLElement>(`[data-steps="${String(number)}"]`);
  button?.focus();
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
}
