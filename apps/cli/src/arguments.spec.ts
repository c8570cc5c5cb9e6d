import { describe, expect, it } from '@jest/globals';
import { parseCommand } from './arguments.js';
import { USAGE, usageOf } from './usage.js';

describe('the command line', () => {
  it('reads an import with its report', () => {
    expect(parseCommand(['import', 'w3c', 'a.log', 'b.log', '--json', 'report.json'])).toEqual({
      name: 'import-w3c',
      files: ['a.log', 'b.log'],
      report: 'report.json',
      people: null,
      account: null,
    });
  });

  it('reads a replay with its speed', () => {
    expect(parseCommand(['replay', 'a.log', '--speed', '60'])).toMatchObject({ name: 'replay', speed: 60 });
  });

  it.each([
    [['dance'], 'no command "dance"'],
    [['import', 'pdf'], 'Say what to import'],
    [['import', 'w3c'], 'at least one file'],
    [['replay', 'a.log', '--speed', 'fast'], '--speed is a number'],
    [['replay', 'a.log', '--speed', '0'], '--speed is a number'],
    [['export', 'id', '--format', 'exe'], '--format is one of md, json'],
    [['import', 'w3c', 'a.log', '--jsn', 'x'], '--jsn'],
    [['dance', '--help'], 'no command "dance"'],
    [['create-admin', 'Gulnara Osmonova'], '"Gulnara Osmonova" is not an e-mail address'],
    [['create-admin', 'gulnara@secretariat.example', 'Gulnara', 'Osmonova'], 'in quotation marks'],
  ])('says what is wrong with %j', (words, sentence) => {
    expect(() => parseCommand(words)).toThrow(sentence);
  });

  it('reads who becomes an administrator', () => {
    expect(parseCommand(['create-admin'])).toEqual({ name: 'create-admin', email: null, person: null });
    expect(parseCommand(['create-admin', 'gulnara@secretariat.example', 'Gulnara Osmonova'])).toEqual({
      name: 'create-admin',
      email: 'gulnara@secretariat.example',
      person: 'Gulnara Osmonova',
    });
  });

  it('shows the help for no words at all', () => {
    expect(parseCommand([])).toEqual({ name: 'help', text: USAGE });
    expect(parseCommand(['help'])).toEqual({ name: 'help', text: USAGE });
  });

  it.each(['import w3c', 'import json', 'export', 'meetings', 'replay', 'backup', 'restore', 'create-admin'])(
    'shows the page of %s, asked for in any way',
    (command) => {
      const words = command.split(' ');
      const page = usageOf(command) ?? '';
      expect(page).toMatch(new RegExp(`^roundtable ${command}\\b`));
      expect(page).not.toContain('roundtable <command>');
      for (const asked of [
        ['help', ...words],
        [...words, '--help'],
        [...words, 'a file', '-h'],
      ])
        expect(parseCommand(asked)).toEqual({ name: 'help', text: page });
    },
  );

  it('shows both kinds of import where neither is named', () => {
    const shown = parseCommand(['import', '--help']);
    expect(shown).toMatchObject({ text: expect.stringContaining('import w3c') });
    expect(shown).toMatchObject({ text: expect.stringContaining('import json') });
  });

  it('takes what stands behind two hyphens for a word', () => {
    expect(parseCommand(['backup', '--', '--help'])).toMatchObject({ name: 'backup', file: '--help' });
  });
});
