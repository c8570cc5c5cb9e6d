import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface BenchOptions {
  /** File for the report as JSON. */
  json: string | null;
  /** Adds the slower rows. */
  all: boolean;
  /** Only rows with one of these words in their name; all where there is none. */
  filters: readonly string[];
  rounds: number;
  /** The server's entry file. */
  server: string;
}

/** Reads the arguments. @throws TypeError for an unknown one. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      all: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      server: { type: 'string', default: 'dist/apps/api/src/main.js' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new TypeError(`--rounds "${values.rounds}" is not a number of rounds: at least 3 make a median.`);
  const { all, server } = values;
  return { json: values.json ?? null, all, filters: positionals, rounds, server };
}
