import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentsRoom, until } from '../../../test/support/documents-room.js';

describe('a document that several write', () => {
  let stage: DocumentsRoom;

  beforeAll(async () => {
    stage = await DocumentsRoom.start();
  });

  afterEach(() => stage.leave());

  afterAll(() => stage.stop());

  it('begins with the text of the proposal, once, however many open it at the same moment', async () => {
    const proposal = await stage.propose('One paragraph.\n\nAnother.');
    const pages = [0, 1, 0, 1].map((node) => stage.page(stage.people.add(proposal.room), proposal, node));
    for (const page of pages) await page.until('it is live', () => page.session.state === 'live');
    for (const page of pages) expect(page.words).toBe('One paragraph.\nAnother.');
  });

  it('reads the same for everybody on two nodes when all is saved', async () => {
    const proposal = await stage.propose('Begin:');
    const [one, other] = [0, 1].map((node) => stage.page(stage.people.add(proposal.room), proposal, node));
    if (!one || !other) throw new Error('There are two pages.');
    for (const page of [one, other]) await page.until('it is live', () => page.session.state === 'live');
    for (let turn = 0; turn < 20; turn += 1) {
      one.write(` a${turn}`);
      other.write(` b${turn}`);
    }
    await Promise.all([one.saved(), other.saved()]);
    await until('both read the same', () => one.words === other.words);
    for (let turn = 0; turn < 20; turn += 1) expect(one.words).toContain(` a${turn}`);
    expect(await stage.fresh(stage.people.add(proposal.room), proposal)).toBe(one.words);
  });
});
