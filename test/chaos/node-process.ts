import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { endChild, isRunning, startChild } from './child.js';
import { holdsWithin } from './wait.js';

/** How a node is started, and where its output goes. */
export interface NodePlan {
  name: string;
  port: number;
  /** Arguments of node, the entry file last. */
  program: string[];
  env: Record<string, string>;
  logFile: string;
}

/** One api process. */
export class NodeProcess {
  /** Highest resident memory of any process that bore this name, MiB. */
  peakRssMiB = 0;
  /** How often it ended although nobody had ended it; it is then started again, as a supervisor would. */
  crashes = 0;
  private isWanted = false;
  private child: ChildProcess | null = null;

  constructor(private readonly plan: NodePlan) {}

  get name(): string {
    return this.plan.name;
  }

  get port(): number {
    return this.plan.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.plan.port}`;
  }

  get logFile(): string {
    return this.plan.logFile;
  }

  get isUp(): boolean {
    return isRunning(this.child);
  }

  /** Starts it and waits until it is ready. A start that fails because the database is away is tried again. */
  async start(withinMs = 60_000): Promise<void> {
    this.isWanted = false;
    const isReady = await holdsWithin(withinMs, () => {
      if (!isRunning(this.child)) this.launch();
      return this.answers();
    });
    if (!isReady) throw new Error(`${this.name} was not ready in time; see ${this.logFile}.`);
    this.isWanted = true;
  }

  /** kill -9: nothing is flushed, nobody is told. */
  kill(): Promise<void> {
    this.noteMemory();
    this.isWanted = false;
    return endChild(this.child, 'SIGKILL');
  }

  /** SIGTERM, as a deploy does. */
  stop(): Promise<void> {
    this.noteMemory();
    this.isWanted = false;
    return endChild(this.child, 'SIGTERM');
  }

  noteMemory(): void {
    if (!isRunning(this.child)) return;
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const kibibytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
      this.peakRssMiB = Math.max(this.peakRssMiB, Math.round(kibibytes / 1024));
    } catch {
      // It ended between the question and the answer, or this system keeps no such file.
    }
  }

  private launch(): void {
    const { program, env, logFile } = this.plan;
    this.child = startChild(process.execPath, program, { logFile, env: { ...process.env, ...env } });
    this.child.once('exit', () => {
      if (!this.isWanted) return;
      this.crashes += 1;
      this.start().catch(() => undefined);
    });
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/api/health`, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  }
}
