/** What can be said about a command on its own page. */
interface CommandHelp {
  /** What follows the name. */
  form: string;
  does: string;
  options?: readonly (readonly [option: string, does: string])[];
}

const PASSPHRASE = ['--passphrase-file FILE', 'a file whose first line is the passphrase'] as const;
const ACCOUNT = [
  '--account E-MAIL',
  'who finds them in their list; the first administrator when left out',
] as const;

const COMMANDS: Record<string, CommandHelp> = {
  'import w3c': {
    form: 'FILE...',
    does: 'bring W3C/IRC meeting logs in, each as a closed meeting',
    options: [
      ['--json REPORT', 'write to a file what became of each log'],
      ['--people FILE', 'a people.json with nicks and names, beside the logs or named here'],
      ACCOUNT,
    ],
  },
  'import json': {
    form: 'FILE...',
    does: 'bring in meetings that were exported as JSON, ids kept',
    options: [ACCOUNT],
  },
  export: {
    form: 'MEETING',
    does: 'write a meeting to a file (or to the terminal)',
    options: [
      ['--format md|json', 'Markdown when left out'],
      ['--lang en|ru|ky', 'language of the Markdown, English when left out'],
      ['--out FILE', 'in the place of what is there'],
    ],
  },
  meetings: { form: '', does: 'list the meetings with their ids' },
  replay: {
    form: 'FILE',
    does: 'act a log out live in an open room, one client for each speaker',
    options: [
      ['--speed 20', 'how many times as fast as it was'],
      ['--meeting ID', 'an open meeting; a new one when left out'],
      ['--url URL', 'where the server is reached'],
      ['--outbox FOLDER', 'keep there what is not acknowledged yet'],
    ],
  },
  backup: {
    form: 'FILE',
    does: 'write everything to one file, also while servers run',
    options: [PASSPHRASE],
  },
  restore: {
    form: 'FILE',
    does: 'put a backup into an empty database, with every server stopped',
    options: [PASSPHRASE, ['--replace', 'throw away what the database holds']],
  },
  'create-admin': {
    form: '[E-MAIL [NAME]]',
    does: 'make a one-time set-up link for an administrator',
  },
  help: { form: '[COMMAND]', does: 'this page, or that of a command; COMMAND --help does the same' },
};

const PLACE = `
It works on the data folder ROUNDTABLE_DATA_DIR (default ./data) or on DATABASE_URL, beside a running server or
without one. replay needs a running server.
`;
const WIDTH = 41;

/** What `roundtable help` prints: every command with its options. */
export const USAGE = `roundtable <command>\n\n${Object.entries(COMMANDS).map(describe).join('')}${PLACE}`;

/** The page of one command, those of both for `import` alone; null where there is no such command. */
export function usageOf(command: string): string | null {
  const pages = Object.entries(COMMANDS).filter(
    ([name]) => name === command || name.startsWith(`${command} `),
  );
  return pages.length === 0 ? null : `${pages.map(writePage).join('\n')}${PLACE}`;
}

function describe([name, { form, does, options = [] }]: [string, CommandHelp]): string {
  return writeRow(`  ${name} ${form}`, does) + options.map(writeOption).join('');
}

function writePage([name, { form, does, options = [] }]: [string, CommandHelp]): string {
  return `roundtable ${name} ${form}`.trimEnd() + `\n  ${does}\n${options.map(writeOption).join('')}`;
}

function writeOption([option, does]: readonly [string, string]): string {
  return writeRow(`      ${option}`, does);
}

function writeRow(left: string, right: string): string {
  return `${left.padEnd(WIDTH)}${right}\n`;
}
