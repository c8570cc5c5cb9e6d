export interface ToastOptions {
  text: string;
  tone?: 'info' | 'error';
  /** A way back or onward: «Undo», «Show». Closes the toast. */
  action?: { label: string; run(): void };
  /** How long it stays; 6 s, and 10 s where there is an action. Pauses while pointed at or focused. */
  durationMs?: number;
  /** Runs when it goes away without its action, e.g. to carry out what could have been undone. */
  onExpire?: () => void;
}

export interface Toast extends ToastOptions {
  id: number;
  durationMs: number;
}

let nextId = 1;
let shown: readonly Toast[] = [];
const listeners = new Set<() => void>();

/** Shows a short notice above the page; answers how to take it away early (without `onExpire`). */
export function showToast(options: ToastOptions): () => void {
  const id = nextId++;
  replaceShown([
    ...shown,
    { ...options, id, durationMs: options.durationMs ?? (options.action ? 10_000 : 6_000) },
  ]);
  return () => removeToast(id);
}

export function removeToast(id: number): void {
  replaceShown(shown.filter((toast) => toast.id !== id));
}

export function expireToast(id: number): void {
  const toast = shown.find((other) => other.id === id);
  removeToast(id);
  toast?.onExpire?.();
}

export function listToasts(): readonly Toast[] {
  return shown;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replaceShown(toasts: readonly Toast[]): void {
  shown = toasts;
  for (const listener of listeners) listener();
}
