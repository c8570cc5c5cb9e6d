import { readFileSync } from 'node:fs';

/** Names a process so that a later one with the same number is not mistaken for it. */
export interface ProcessIdentity {
  pid: number;
  /** Boot id and start time in clock ticks where the system tells them, else empty. */
  birth: string;
}

/** Describes a living process. */
export function identifyProcess(pid: number): ProcessIdentity {
  return { pid, birth: readBirth(pid) };
}

/** Tells whether the named process still lives. */
export function isSameProcess(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && identity.birth === readBirth(identity.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readBirth(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in brackets may hold spaces: fields are counted after its closing bracket (proc(5), field 22).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const startTicks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot}:${startTicks}`;
  } catch {
    return '';
  }
}
