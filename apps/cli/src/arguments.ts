import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CliError } from './cli-error.js';
import { USAGE, usageOf } from './usage.js';

/** A command line that was understood. */
export type Command =
  | { name: 'help'; text: string }
  | { name: 'create-admin'; email: string | null; person: string | null }
  | { name: 'meetings' }
  | {
      name: 'import-w3c';
      files: string[];
      report: string | null;
      people: string | null;
      account: string | null;
    }
  | { name: 'import-json'; files: string[]; account: string | null }
  | {
      name: 'export';
      meeting: string;
      format: 'md' | 'json';
      out: string | null;
      language: 'en' | 'ru' | 'ky';
    }
  | {
      name: 'replay';
      file: string;
      speed: number;
      meeting: string | null;
      url: string | null;
      outbox: string | null;
    }
  | { name: 'backup'; file: string; passphraseFile: string | null }
  | { name: 'restore'; file: string; passphraseFile: string | null; replace: boolean };

/** Reads the words after `roundtable`. @throws CliError that names the word it stumbled over. */
export function parseCommand(words: string[]): Command {
  const [first = 'help', ...rest] = words;
  if (['help', '--help', '-h'].includes(first)) return parseHelp(rest);
  if (asksForHelp(rest)) return parseHelp([first, ...rest]);
  if (first === 'create-admin') return parseCreateAdmin(rest);
  if (first === 'meetings') return { name: 'meetings' };
  if (first === 'import') return parseImport(rest);
  if (first === 'export') return parseExport(rest);
  if (first === 'replay') return parseReplay(rest);
  if (first === 'backup') return parseBackup(rest);
  if (first === 'restore') return parseRestore(rest);
  throw noCommand(first);
}

/** Before `--`, which makes words of everything behind it. */
function asksForHelp(words: string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

/** A command may have two words; what follows is not asked about. */
function parseHelp([first, second]: string[]): Command {
  if (first === undefined || first.startsWith('-')) return { name: 'help', text: USAGE };
  const text = usageOf(`${first} ${second}`) ?? usageOf(first);
  if (text === null) throw noCommand(first);
  return { name: 'help', text };
}

function noCommand(word: string): CliError {
  return new CliError(`There is no command "${word}". Run "roundtable help" to see them all.`);
}

function parseCreateAdmin(rest: string[]): Command {
  const { positionals } = read(rest, {});
  const [email = null, person = null, ...more] = positionals;
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new CliError(`"${email}" is not an e-mail address: "roundtable create-admin E-MAIL NAME".`);
  if (more.length > 0)
    throw new CliError('Put the name in quotation marks: roundtable create-admin E-MAIL "FULL NAME".');
  return { name: 'create-admin', email, person };
}

function parseImport([format, ...rest]: string[]): Command {
  if (format === 'w3c') {
    const { values, positionals } = read(rest, {
      json: { type: 'string' },
      people: { type: 'string' },
      account: { type: 'string' },
    });
    return {
      name: 'import-w3c',
      files: someFiles(positionals),
      report: text(values.json),
      people: text(values.people),
      account: text(values.account),
    };
  }
  if (format === 'json') {
    const { values, positionals } = read(rest, { account: { type: 'string' } });
    return { name: 'import-json', files: someFiles(positionals), account: text(values.account) };
  }
  throw new CliError(
    `Say what to import: "roundtable import w3c FILE..." or "roundtable import json FILE...".`,
  );
}

function parseExport(rest: string[]): Command {
  const { values, positionals } = read(rest, {
    format: { type: 'string', default: 'md' },
    out: { type: 'string' },
    lang: { type: 'string', default: 'en' },
  });
  const [meeting] = positionals;
  if (!meeting) throw new CliError('Say which meeting to export: "roundtable meetings" lists their ids.');
  const format = oneOf('--format', values.format, ['md', 'json'] as const);
  const language = oneOf('--lang', values.lang, ['en', 'ru', 'ky'] as const);
  return { name: 'export', meeting, format, out: text(values.out), language };
}

function parseReplay(rest: string[]): Command {
  const { values, positionals } = read(rest, {
    speed: { type: 'string', default: '20' },
    meeting: { type: 'string' },
    url: { type: 'string' },
    outbox: { type: 'string' },
  });
  const [file] = positionals;
  if (!file) throw new CliError('Say which log to act out: "roundtable replay FILE".');
  const speed = Number(values.speed);
  if (!(speed > 0 && speed <= 100_000))
    throw new CliError('--speed is a number above 0: 20 means twenty times as fast.');
  const { meeting, url, outbox } = values;
  return { name: 'replay', file, speed, meeting: text(meeting), url: text(url), outbox: text(outbox) };
}

function parseBackup(rest: string[]): Command {
  const { values, positionals } = read(rest, { 'passphrase-file': { type: 'string' } });
  const [file] = positionals;
  if (!file || positionals.length > 1)
    throw new CliError('Say where to write the backup: "roundtable backup FILE".');
  return { name: 'backup', file, passphraseFile: text(values['passphrase-file']) };
}

function parseRestore(rest: string[]): Command {
  const { values, positionals } = read(rest, {
    'passphrase-file': { type: 'string' },
    replace: { type: 'boolean', default: false },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1)
    throw new CliError('Say which backup to restore: "roundtable restore FILE".');
  const passphraseFile = text(values['passphrase-file']);
  return { name: 'restore', file, passphraseFile, replace: values.replace === true };
}

function read(words: string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new CliError(`${(error as Error).message} Run "roundtable help".`);
  }
}

function someFiles(files: string[]): string[] {
  if (files.length === 0) throw new CliError('Name at least one file.');
  return files;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new CliError(`${option} is one of ${allowed.join(', ')}.`);
  return found;
}
