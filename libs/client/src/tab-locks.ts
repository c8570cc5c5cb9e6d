/** Lets one tab at a time do something. */
export interface TabLocks {
  run<T>(name: string, task: () => Promise<T>): Promise<T>;
}

interface LockManager {
  request<T>(name: string, task: () => Promise<T>): Promise<T>;
}

/** The browser's Web Locks; where there are none (Node, old browsers) everybody may, and idempotency is the backstop. */
export function pageLocks(): TabLocks {
  const { navigator } = globalThis as { navigator?: { locks?: LockManager } };
  const locks = navigator?.locks;
  return { run: (name, task) => (locks === undefined ? task() : locks.request(name, task)) };
}
