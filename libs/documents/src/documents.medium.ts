import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DOCUMENT_TEXT, LIMITS } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { UndoManager } from 'yjs';
import { until } from '../../../test/support/document-page.js';
import { DocumentsRoom } from '../../../test/support/documents-room.js';

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
    const [one, other] = await stage.pages(proposal, 2);
    for (let turn = 0; turn < 20; turn += 1) {
      one.write(` a${turn}`);
      other.write(` b${turn}`);
    }
    await Promise.all([one.saved(), other.saved()]);
    await until('both read the same', () => one.words === other.words);
    for (let turn = 0; turn < 20; turn += 1) expect(one.words).toContain(` a${turn}`);
    expect(await stage.fresh(stage.people.add(proposal.room), proposal)).toBe(one.words);
  });

  it('goes on with Redis dead, within the time of a sweep', async () => {
    const proposal = await stage.propose();
    const [one, other] = await stage.pages(proposal, 2);
    await stage.redis.kill();
    try {
      one.write(' Without Redis.');
      await one.saved();
      await until('it came by the sweep', () => other.words.includes('Without Redis.'), 8_000);
    } finally {
      await stage.redis.restart();
    }
  });

  it('keeps what was written without a line, over a reload, and merges it', async () => {
    const proposal = await stage.propose('Begin:');
    const [one, other] = await stage.pages(proposal, 2);
    const person = stage.people.add(proposal.room);
    const store = stage.store();
    const page = stage.page(person, proposal, 0, store);
    await page.until('it is live', () => page.session.state === 'live');
    page.cut();
    await page.until('it knows', () => page.session.state !== 'live');
    page.write(' written in the mountains');
    await page.kept();
    page.close();
    one.write(' meanwhile');
    await one.saved();
    const again = stage.page(person, proposal, 1, store);
    await again.until('it is there again at once', () => again.words.includes('mountains'));
    await again.saved();
    await until('others read it', () => [one, other].every(({ words }) => words.includes('mountains')));
    await until('all read the same', () => [other, again].every(({ words }) => words === one.words));
  });

  it('is brought back whole when somebody deletes all of a long text and undoes that', async () => {
    const proposal = await stage.propose('Begin.');
    const [page, other] = await stage.pages(proposal, 2);
    const requests = jest.spyOn(page.connection, 'request');
    const text = page.doc.getXmlFragment(DOCUMENT_TEXT);
    const undo = new UndoManager(text, { trackedOrigins: new Set([null]), captureTimeout: 0 });
    page.write('ы'.repeat(150_000));
    await page.saved();
    text.delete(0, text.length);
    await page.saved();
    await until('the other sees that it is gone', () => other.words === '');
    undo.undo();
    await page.saved();
    await until('the other has it again', () => other.words === page.words);
    expect(other.words).toBe(`Begin.${'ы'.repeat(150_000)}`);
    expect(await stage.fresh(stage.people.add(proposal.room), proposal, 1)).toBe(other.words);
    const frames = requests.mock.calls.map(([name, payload]) => JSON.stringify([name, payload]).length);
    expect(Math.max(...frames)).toBeLessThan(LIMITS.frameBytes);
  });

  it('is sent from an older page that kept more than a frame holds', async () => {
    const proposal = await stage.propose('Begin.');
    const person = stage.people.add(proposal.room);
    const store = stage.store();
    const page = stage.page(person, proposal, 0, store);
    await page.until('it is live', () => page.session.state === 'live');
    page.cut();
    await page.until('it knows', () => page.session.state !== 'live');
    const long: Uint8Array[] = [];
    page.doc.on('update', (update: Uint8Array) => long.push(update));
    page.write('ы'.repeat(150_000));
    page.close();
    const kept = stage.store();
    const scope = { person: page.participant, ...proposal };
    for (const update of long)
      await kept.put({ ...scope, clientId: newId(), update: Buffer.from(update).toString('base64') });
    const again = stage.page(person, proposal, 1, kept);
    await again.until('it is there again', () => again.words.length > 150_000);
    await again.saved();
    expect(await stage.fresh(stage.people.add(proposal.room), proposal)).toBe(again.words);
  });

  it('shows who is where under the name of their seat, also over nodes, and forgets who has left', async () => {
    const proposal = await stage.propose();
    const [one, other] = await stage.pages(proposal, 2);
    const impostor = { user: { participant: 'somebody else' }, cursor: { anchor: null, head: null } };
    one.session.awareness.setLocalState(impostor);
    const seen = () => other.session.awareness.getStates().get(one.doc.clientID);
    await until('the other sees it', () => seen()?.['cursor'] !== undefined);
    expect(seen()?.['user']).toEqual({ participant: one.participant });
    one.close();
    await until('the other sees that it has gone', () => seen() === undefined);
  });
});
