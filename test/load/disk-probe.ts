import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile } from './statistics.js';

const WRITES = 200;

/** How long this disk takes to keep 8 KiB, in ms: what no durable acknowledgement can be faster than. */
export function probeDisk(): { p50: number; p99: number } {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-disk-'));
  const file = openSync(join(folder, 'probe'), 'w');
  try {
    const block = Buffer.alloc(8_192, 'x');
    const times = Array.from({ length: WRITES }, () => {
      const startedAt = performance.now();
      writeSync(file, block);
      fdatasyncSync(file);
      return performance.now() - startedAt;
    });
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}
