import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileOutbox } from './file-outbox.js';
import { memoryOutbox, type OutboxItem } from './outbox.js';

const scope = { person: 'ainura', room: 'plenary' };

function said(clientId: string, body: string, over: Partial<OutboxItem> = {}): OutboxItem {
  const item = {
    ...scope,
    clientId,
    intent: 'discussion.post',
    words: { body },
    createdAt: 1,
    after: 0,
    refused: null,
  };
  return { ...item, ...over } as OutboxItem;
}

describe('an outbox in a folder', () => {
  const folders: string[] = [];
  const newFolder = (): string => {
    folders.push(mkdtempSync(join(tmpdir(), 'rt-outbox-')));
    return folders.at(-1) ?? '';
  };
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('keeps what one in memory keeps, also when it is opened again at any moment', async () => {
    const step = fc.record({
      do: fc.constantFrom('put', 'put', 'put', 'delete', 'erase', 'reopen'),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      room: fc.constantFrom('plenary', 'drafting/../group'),
      body: fc.string({ unit: 'grapheme' }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const folder = newFolder();
        let kept = fileOutbox(folder, files);
        const model = memoryOutbox();
        for (const { do: what, id, room, body } of steps) {
          const item = said(id, body, { room });
          for (const store of [kept, model]) {
            if (what === 'put') await store.put(item);
            if (what === 'delete') await store.delete(item);
            if (what === 'erase') await store.erase(item);
          }
          if (what === 'reopen') kept = fileOutbox(folder, files);
        }
        for (const room of ['plenary', 'drafting/../group'])
          expect(await fileOutbox(folder, files).load({ ...scope, room })).toEqual(
            await model.load({ ...scope, room }),
          );
        expect(readdirSync(folder).every((name) => name.endsWith('.json'))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is whole after a stop between any two steps of writing', async () => {
    for (let stopAfter = 0; stopAfter < 8; stopAfter += 1) {
      const folder = newFolder();
      await fileOutbox(folder, files).put(said('a', 'Said before.'));
      await fileOutbox(folder, stoppingAfter(stopAfter))
        .put(said('b', 'Said when it stopped.'))
        .catch(() => undefined);
      const found = (await fileOutbox(folder, files).load(scope)).map(({ clientId }) => clientId);
      expect([['a'], ['a', 'b']]).toContainEqual(found);
    }
  });

  it('puts a file aside that it did not write, instead of losing what is in it', async () => {
    const folder = newFolder();
    const path = join(folder, 'ainura-plenary.json');
    writeFileSync(path, '[{"words": ');
    const outbox = fileOutbox(folder, files);
    await outbox.put(said('a', 'After.'));
    expect((await outbox.load(scope)).map(({ clientId }) => clientId)).toEqual(['a']);
    expect(readFileSync(`${path}.unreadable`, 'utf8')).toBe('[{"words": ');
  });

  it('leaves nothing of a room on the device that was erased', async () => {
    const folder = newFolder();
    const outbox = fileOutbox(folder, files);
    await outbox.put(said('a', 'The secret of the canal.'));
    await outbox.erase(scope);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });
});

/** A disk on which the program dies after so many steps: what is written of a file then is half of it. */
function stoppingAfter(steps: number): Parameters<typeof fileOutbox>[1] {
  let left = steps;
  const step = <T>(act: () => Promise<T>): Promise<T> =>
    left-- > 0 ? act() : Promise.reject(new Error('The program is gone.'));
  return {
    mkdir: (path, options) => step(() => files.mkdir(path, options)),
    readFile: (path, encoding) => step(() => files.readFile(path, encoding)),
    rename: (from, to) => step(() => files.rename(from, to)),
    rm: (path, options) => step(() => files.rm(path, options)),
    open: (path, flags, mode) =>
      step(async () => {
        const file = await files.open(path, flags, mode);
        return {
          writeFile: async (text: string) => {
            await file.writeFile(text.slice(0, text.length / 2));
            await step(() => file.truncate(0).then(() => file.write(text, 0)));
          },
          sync: () => step(() => file.sync()),
          close: () => file.close(),
        };
      }),
  };
}
