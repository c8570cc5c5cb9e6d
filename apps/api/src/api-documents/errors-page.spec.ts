import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CLOSE_CODES, ERROR_SENTENCES, LIMITS } from '@roundtable/contracts';
import { httpStatusOf } from '@roundtable/platform';

const errors = readFileSync('docs/errors.md', 'utf8');
const protocol = readFileSync('docs/protocol.md', 'utf8');

describe('the written protocol', () => {
  it('has a line for every error code with its status and sentence, and no other', () => {
    const rows = Array.from(
      errors.matchAll(/^\| `(\w+)`\s*\| (\d+)\s*\| (.+?)\s*\| (.+?)\s*\|$/gm),
      ([, code, status, sentence]) => [code, Number(status), sentence],
    );
    const codes = Object.keys(ERROR_SENTENCES) as (keyof typeof ERROR_SENTENCES)[];
    expect(rows).toEqual(codes.map((code) => [code, httpStatusOf(code), ERROR_SENTENCES[code]]));
  });

  it('has a line for every close code with its sentence', () => {
    const rows = Array.from(protocol.matchAll(/^\| `(\w+)`\s*\| (.+?)\s*\|$/gm), ([, code, sentence]) => [
      code,
      sentence,
    ]);
    expect(rows).toEqual(expect.arrayContaining(Object.entries(CLOSE_CODES)));
  });

  it('states the limits as they are', () => {
    for (const limit of [
      LIMITS.syncEntries,
      LIMITS.syncNewestPage,
      LIMITS.historyPage,
      LIMITS.socketsPerLogin,
      LIMITS.bodyLength,
    ])
      expect(protocol).toContain(` ${limit.toLocaleString('en')} `);
    expect(protocol).toContain(`${LIMITS.frameBytes / 1024} KiB`);
  });
});
