import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { createRequire } from 'node:module';
import { canPin } from './process-under-test.js';
import type { SampleRow } from './samples.js';
import type { Target } from './targets.js';

/** Everything a run of the benchmark found. */
export interface Report {
  at: string;
  seconds: number;
  rounds: number;
  machine: {
    cores: number;
    cpu: string;
    memoryGiB: number;
    system: string;
    pinned: boolean;
    fdatasyncMs: { p50: number; p99: number };
  };
  versions: Record<string, string>;
  rows: SampleRow[];
  /** How Roundtable's CPU per message grows with receivers: ms = intercept + slope * receivers. */
  growth: { slope: number; intercept: number; fit: number } | null;
  targets: Target[];
  voidRuns: string[];
  notMeasured: string[];
}

/** What the machine is, for a report. */
export function describeMachine(fdatasyncMs: { p50: number; p99: number }): Report['machine'] {
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? '',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    pinned: canPin(),
    fdatasyncMs,
  };
}

/** Versions of what takes part. */
export function describeVersions(postgres: string): Record<string, string> {
  const require = createRequire(import.meta.url);
  const versions: Record<string, string> = { node: process.versions.node, postgres };
  for (const name of ['socket.io', 'ws', 'pg', '@nestjs/core', '@socket.io/redis-adapter']) {
    const entry = require.resolve(name);
    const folder = entry.slice(0, entry.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}`.length);
    const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string };
    versions[name] = version;
  }
  return versions;
}

/** Tables for a terminal, which are Markdown too. */
export function toTable(report: Report): string {
  const figures = report.rows.map(({ row, contestant, figure, median, min, max }) => [
    row,
    contestant,
    figure,
    show(median),
    `${show(min)}-${show(max)}`,
  ]);
  const targets = report.targets.map(({ name, value, min, max, bound, target, met }) => [
    name,
    value === null ? 'not measured' : `${show(value)} (${show(min ?? 0)}-${show(max ?? 0)})`,
    `${bound} ${target}`,
    met ? 'yes' : 'no',
  ]);
  const lines = [
    table(['row', 'contestant', 'figure', 'median', 'min-max'], figures),
    table(['target', 'value', 'wanted', 'met'], targets),
    ...report.voidRuns.map((run) => `void: ${run}`),
    ...report.notMeasured.map((row) => `not measured: ${row}`),
  ];
  return lines.join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function show(value: number): string {
  const size = Math.abs(value);
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
}
