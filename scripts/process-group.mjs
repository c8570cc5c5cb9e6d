import { setTimeout as wait } from 'node:timers/promises';
import { run } from './step.mjs';

/** So long may what was started take to end by itself: a server lets its requests finish and stops its Postgres. */
const ENDS_WITHIN_MS = 20_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command with everything it starts as one process group. A signal to us goes to all of them, also where the
 * command has died of it and left servers behind; a second one, or a long wait, kills. `stoppedBy` names the signal.
 */
export async function runAsGroup(command, args, { started = () => undefined, ...options } = {}) {
  let leader;
  let stoppedBy = null;
  const stop = (signal) => {
    send(leader, stoppedBy === null ? signal : 'SIGKILL');
    stoppedBy ??= signal;
    setTimeout(() => send(leader, 'SIGKILL'), ENDS_WITHIN_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const lead = (child) => {
      leader = child;
      started(child);
    };
    const end = await run(command, args, { ...options, detached: true, started: lead });
    if (stoppedBy === null) send(leader, 'SIGTERM');
    else await gone(leader);
    return { ...end, stoppedBy };
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** Waits until nobody of the group is left, or nobody can be helped. */
async function gone(leader) {
  const deadline = Date.now() + ENDS_WITHIN_MS + 1_000;
  while (send(leader, 0) && Date.now() < deadline) await wait(50);
}

/** False where there is nobody to send it to. */
function send(leader, signal) {
  if (leader?.pid === undefined) return false;
  try {
    return process.kill(-leader.pid, signal);
  } catch {
    return false;
  }
}
