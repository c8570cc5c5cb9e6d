import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeConfig, SETTINGS } from './settings.js';

describe('the table of settings in docs/operations.md', () => {
  it('has every setting of the program, in its order and with its words, and no other', () => {
    expect(readTable('docs/operations.md', '## Settings')).toEqual(
      describeConfig().map(({ name, standard, meaning }) => [`\`${name}\``, standard, meaning]),
    );
  });
});

describe('the compose file of docker/', () => {
  it('hands our image nothing that the program does not know', () => {
    const files = readdirSync(resolve('docker')).filter((name) => /compose.*\.ya?ml$/.test(name));
    const handed = files.flatMap((name) => readEnvironment(`docker/${name}`));
    expect(handed).toEqual(expect.arrayContaining(['PUBLIC_URL', 'DATABASE_URL', 'REDIS_URL']));
    const known = SETTINGS.map(({ name }) => name);
    expect(handed.filter((name) => !known.includes(name))).toEqual([]);
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

/** The variables that those blocks of a compose file set which name our image, or take over the block that does. */
function readEnvironment(file: string): string[] {
  const sections = readFileSync(resolve(file), 'utf8').split(/^(?=\S)/m);
  const blocks = sections.flatMap((section) =>
    section.startsWith('services:') ? section.split(/^ {2}(?=\S)/m) : [section],
  );
  const ours = blocks.filter((block) => /^ +(?:image: roundtable:|<<: \*api$)/m.test(block));
  return ours.flatMap((block) => {
    const environment = /^( +)environment:\n((?:\1 .*\n)*)/m.exec(block)?.[2] ?? '';
    return [...environment.matchAll(/^ +(\w+):/gm)].map(([, name]) => name ?? '');
  });
}
