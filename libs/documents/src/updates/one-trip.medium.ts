import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@roundtable/platform';
import type { Socket } from 'socket.io-client';
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { until } from '../../../../test/support/document-page.js';
import { DocumentsRoom, type TestProposal } from '../../../../test/support/documents-room.js';
import { ask } from '../../../../test/support/live-client.js';
import type { Person } from '../../../../test/support/record-node.js';
import { HeldDocuments } from './held-documents.js';
import { OneTripTransaction } from './one-trip-transaction.js';
import { UpdateTransaction } from './update-transaction.js';

/** As long as a document that was read from the disk counts as shared with other nodes. */
const ALONE_AFTER_MS = 1_000;

interface Answer {
  ok: boolean;
  seq?: number;
  duplicate?: boolean;
  error?: { code: string };
}

describe('a commit in one round trip', () => {
  let stage: DocumentsRoom;
  let proposal: TestProposal;
  let person: Person;
  let socket: Socket;

  beforeAll(async () => {
    stage = await DocumentsRoom.start();
  });

  /** Somebody is known to be a writer, and nobody else has written for a while. */
  beforeEach(async () => {
    proposal = await stage.propose('Begin.');
    person = stage.people.add(proposal.room);
    socket = await stage.joined(person, proposal);
    const held = () => stage.first.app.get(HeldDocuments).inMemory(proposal);
    await until('it is ours alone', () => Date.now() - (held()?.sharedAt ?? Infinity) > ALONE_AFTER_MS);
    expect(await write('First.')).toMatchObject({ ok: true, seq: 1 });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    stage.leave();
  });

  afterAll(() => stage.stop());

  function write(words: string, clientId = newId()): Promise<Answer> {
    return ask(socket, 'documents.update', { ...stage.update(proposal, bytesOf(words)), clientId });
  }

  /** Watches which way commits go. */
  function ways() {
    const { app } = stage.first;
    return {
      one: jest.spyOn(app.get(OneTripTransaction), 'send'),
      usual: jest.spyOn(app.get(UpdateTransaction), 'run'),
    };
  }

  const stored = () => stage.fresh(stage.people.add(proposal.room), proposal, 1);

  it('is made where all that it hangs on is known, and is read on every node', async () => {
    const { one, usual } = ways();
    expect(await write('Second.')).toEqual({ ok: true, seq: 2 });
    expect([one.mock.calls.length, usual.mock.calls.length]).toEqual([1, 0]);
    expect(await stored()).toContain('Second.');
  });

  it('commits nothing of who lost the right since', async () => {
    const { one } = ways();
    stage.people.remove(person);
    expect(await write('Too late.')).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(one).toHaveBeenCalledTimes(1);
    expect(await stored()).not.toContain('Too late.');
  });

  it('commits nothing to a proposal that was frozen since', async () => {
    const { one } = ways();
    await stage.setState(proposal, 'admitted');
    expect(await write('Too late.')).toMatchObject({ ok: false, error: { code: 'proposal_frozen' } });
    expect(one).toHaveBeenCalledTimes(1);
    expect(await stored()).not.toContain('Too late.');
  });

  it('takes in first what another node committed since', async () => {
    const page = stage.page(stage.people.add(proposal.room), proposal, 1);
    await page.until('it is live', () => page.session.state === 'live');
    page.write(' Elsewhere.');
    await page.saved();
    const { one, usual } = ways();
    expect(await write('Second.')).toEqual({ ok: true, seq: 3 });
    expect([one.mock.calls.length, usual.mock.calls.length]).toEqual([1, 1]);
    const words = await stored();
    for (const each of ['Elsewhere.', 'Second.']) expect(words.split(each)).toHaveLength(2);
  });

  it('answers what was sent twice as it did before, and takes it in once', async () => {
    const clientId = newId();
    const update = { ...stage.update(proposal, bytesOf('Once.')), clientId };
    expect(await ask(socket, 'documents.update', update)).toEqual({ ok: true, seq: 2 });
    expect(await ask(socket, 'documents.update', update)).toEqual({ ok: true, seq: 2, duplicate: true });
    expect(await write('Other words.', clientId)).toMatchObject({ error: { code: 'client_id_reused' } });
    expect((await stored()).split('Once.')).toHaveLength(2);
  });

  it('gives up where the document stays locked, so that no right outlasts its end by the waiting', async () => {
    const runner = stage.first.dataSource.createQueryRunner();
    await runner.startTransaction();
    const clientId = newId();
    const update = { ...stage.update(proposal, bytesOf('Late.')), clientId };
    try {
      await runner.query('SELECT FROM documents_documents WHERE proposal_id = $1 FOR UPDATE', [
        proposal.proposal,
      ]);
      expect(await ask(socket, 'documents.update', update)).toMatchObject({
        ok: false,
        error: { code: 'unavailable' },
      });
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
    expect(await ask(socket, 'documents.update', update)).toMatchObject({ ok: true, seq: 2 });
    expect((await stored()).split('Late.')).toHaveLength(2);
  });

  it('refuses what is no update, and takes in what came with it', async () => {
    const [good, bad] = await Promise.all([
      write('Good.'),
      ask<Answer>(socket, 'documents.update', stage.update(proposal, new Uint8Array([9, 9, 9]))),
    ]);
    expect(good).toMatchObject({ ok: true });
    expect(bad).toMatchObject({ ok: false, error: { code: 'document_malformed' } });
    expect(await stored()).toContain('Good.');
  });
});

/** A paragraph of its own, by a page of its own. */
function bytesOf(words: string): Uint8Array {
  const doc = new Doc();
  const paragraph = new XmlElement('paragraph');
  paragraph.insert(0, [new XmlText(words)]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  return encodeStateAsUpdate(doc);
}
