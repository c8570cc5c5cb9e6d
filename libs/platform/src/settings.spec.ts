import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeConfig } from './settings.js';

describe('the table of settings in docs/operations.md', () => {
  it('has every setting of the program, in its order and with its words, and no other', () => {
    expect(readTable('docs/operations.md', '## Settings')).toEqual(
      describeConfig().map(({ name, standard, meaning }) => [`\`${name}\``, standard, meaning]),
    );
  });
});

/** The cells of the first table below a heading, without its head. */
function readTable(file: string, heading: string): string[][] {
  const text = readFileSync(resolve(file), 'utf8');
  const section = text.slice(text.indexOf(`\n${heading}\n`) + 1).split(/\n## /)[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
