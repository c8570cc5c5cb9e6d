import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@roundtable/platform';
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { until } from '../../../test/support/document-page.js';
import { DocumentsRoom } from '../../../test/support/documents-room.js';
import { ask } from '../../../test/support/live-client.js';
import { posting } from '../../../test/support/record-node.js';

const LOST_WITHIN_MS = 2_500;

describe('the right to a document', () => {
  let stage: DocumentsRoom;

  beforeAll(async () => {
    stage = await DocumentsRoom.start();
  });

  afterEach(() => stage.leave());

  afterAll(() => stage.stop());

  it('lets observers read along, and refuses what they write', async () => {
    const proposal = await stage.propose();
    const [writer] = await stage.pages(proposal, 1);
    const observer = stage.people.add(proposal.room, 'observer');
    const page = stage.page(observer, proposal);
    await page.until('it reads', () => page.session.state === 'read-only');
    expect(page.session.refusal?.code).toBe('forbidden');
    writer.write(' More.');
    await until('it arrives', () => page.words.includes('More.'));
    const socket = await stage.joined(observer, proposal);
    expect(
      await ask(socket, 'documents.update', stage.update(proposal, new Uint8Array([0, 0]))),
    ).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });

  it('ends receiving and writing within 2.5 s for who was removed on another node', async () => {
    const proposal = await stage.propose();
    const [stays] = await stage.pages(proposal, 1);
    const person = stage.people.add(proposal.room);
    const page = stage.page(person, proposal, 1);
    await page.until('it is live', () => page.session.state === 'live');
    const by = stage.people.add(proposal.room, 'staff');
    stage.people.remove(person);
    await stage.first.records.append(posting(by, 'Removed.', { changesRights: true }));
    const removedAt = Date.now();
    await page.until('it is told', () => page.session.state === 'closed', LOST_WITHIN_MS + 1_000);
    expect(Date.now() - removedAt).toBeLessThan(LOST_WITHIN_MS);
    stays.write(' Secret.');
    await stays.saved();
    expect(page.words).not.toContain('Secret.');
  });

  it('is asked again under the lock: who was removed a moment ago writes nothing', async () => {
    const proposal = await stage.propose();
    const person = stage.people.add(proposal.room);
    const socket = await stage.joined(person, proposal);
    stage.people.remove(person);
    const answer = await ask(socket, 'documents.update', stage.update(proposal, bytesOf('after all')));
    expect(answer).toMatchObject({ ok: false });
    expect(await stage.fresh(stage.people.add(proposal.room), proposal)).not.toContain('after all');
  });

  it('ends for members with the admission and for all with the decision, and what they wrote stays with them', async () => {
    const proposal = await stage.propose();
    const [member] = await stage.pages(proposal, 1);
    const staff = stage.page(stage.people.add(proposal.room, 'staff'), proposal, 1);
    await staff.until('it is live', () => staff.session.state === 'live');
    await stage.setState(proposal, 'admitted');
    member.write(' Too late.');
    await until('it is told', () => member.session.state === 'read-only');
    expect(member.session.refusal?.code).toBe('proposal_frozen');
    expect(member.session.unsaved).toBe(1);
    staff.write(' Edited by staff.');
    await staff.saved();
    await stage.setState(proposal, 'adopted');
    staff.write(' Never.');
    await until('it is told', () => staff.session.state === 'read-only');
    const text = await stage.fresh(stage.people.add(proposal.room), proposal);
    expect(text).toContain('Edited by staff.');
    expect(text).not.toMatch(/Too late|Never/);
  });

  it.each([
    ['erases what is unsaved where the link was withdrawn', 'link_revoked', 0],
    ['keeps what is unsaved where only the sign-in is over', 'unauthenticated', 1],
  ] as const)('that ended while the line was down %s', async (_, code, kept) => {
    const proposal = await stage.propose();
    const person = stage.people.add(proposal.room);
    const store = stage.store();
    const page = stage.page(person, proposal, 0, store);
    await page.until('it is live', () => page.session.state === 'live');
    page.cut();
    await page.until('it knows', () => page.session.state !== 'live');
    page.write(' Unsent.');
    await page.kept();
    stage.people.remove(person);
    const { loginId } = person.principal;
    if (code === 'link_revoked') stage.people.ended.push({ loginId, code });
    page.mend();
    await page.until('it is told', () => page.session.state === 'closed');
    expect(page.room.getView()).toMatchObject({ record: null, refusal: { code }, erased: kept === 0 });
    const scope = { person: page.participant, ...proposal };
    expect(await store.load(scope)).toHaveLength(kept);
  });

  describe('a change that is refused for what it is', () => {
    it('is set aside, and the text can be opened again without it', async () => {
      const proposal = await stage.propose('Begin:');
      const person = stage.people.add(proposal.room);
      const store = stage.store();
      const scope = { person: person.membership.participantId, ...proposal };
      const update = Buffer.from(bytesOf('Never taken.')).toString('base64');
      await store.put({ ...scope, clientId: 'of an earlier page', update });
      const page = stage.page(person, proposal, 0, store);
      await page.until('it is told', () => page.session.isSpoiled);
      const { state, refusal, unsaved, refusedWords } = page.session;
      expect([state, refusal?.code, unsaved]).toEqual(['read-only', 'invalid', 0]);
      expect([refusedWords, page.words]).toEqual(['Never taken.', expect.stringContaining('Never taken.')]);
      page.close();
      const again = stage.page(person, proposal, 0, store);
      await again.until('it is live', () => again.session.state === 'live');
      again.write(' And on.');
      await again.saved();
      expect(again.words).toBe('Begin: And on.');
      expect(await store.load(scope)).toMatchObject([{ refused: 'invalid' }]);
      expect(again.session.refusedWords).toBe('Never taken.');
      again.session.forgetRefusedWords();
      let kept = 1;
      await until('it is taken from the device', () => {
        void store.load(scope).then(({ length }) => (kept = length));
        return kept === 0;
      });
    });

    it('is never sent where no frame could hold it', async () => {
      const proposal = await stage.propose();
      const [page, other] = await stage.pages(proposal, 2);
      page.doc.getMap('comments').set('one', { author: page.participant, text: 'x'.repeat(300_000) });
      await page.until('it is told', () => page.session.isSpoiled);
      expect(page.session.refusal?.code).toBe('payload_too_large');
      expect(page.connection.getState().name).toBe('online');
      other.write(' And on.');
      await until('it still follows', () => page.words.includes('And on.'));
    });
  });

  describe('bad input', () => {
    const CASES: [string, string, () => Uint8Array][] = [
      ['bytes that are no update', 'document_malformed', () => new Uint8Array([255, 3, 9, 1, 1])],
      ['a kind of node that a text has not', 'document_malformed', () => bytesOf('x', { node: 'script' })],
      ['words beside the text', 'document_malformed', () => bytesOf('x', { root: 'elsewhere' })],
      ['a link to a program', 'document_malformed', () => bytesOf('x', { href: 'javascript:alert(1)' })],
      ['a mark that a text has not', 'document_malformed', () => bytesOf('x', { mark: 'blink' })],
      ['words in the name of the server', 'document_forged', () => bytesOf('x', { client: 1, after: 100 })],
      ['words that build on others which never came', 'document_behind', () => withoutItsBeginning()],
    ];

    it.each(CASES)('refuses %s', async (_, code, bytes) => {
      const proposal = await stage.propose();
      const [other] = await stage.pages(proposal, 1);
      const before = other.words;
      const socket = await stage.joined(stage.people.add(proposal.room), proposal);
      const answer = await ask(socket, 'documents.update', stage.update(proposal, bytes()));
      expect(answer).toMatchObject({ ok: false, error: { code } });
      other.write(' And on.');
      await other.saved();
      expect(await stage.fresh(stage.people.add(proposal.room), proposal)).toBe(`${before} And on.`);
    });

    it('refuses words in the name of somebody else who writes', async () => {
      const proposal = await stage.propose();
      const [victim] = await stage.pages(proposal, 1);
      victim.write(' Mine.');
      await victim.saved();
      // As long as what the victim wrote, and more: the part behind it is new.
      const update = bytesOf('x'.repeat(500), { client: victim.doc.clientID });
      const socket = await stage.joined(stage.people.add(proposal.room), proposal);
      expect(await ask(socket, 'documents.update', stage.update(proposal, update))).toMatchObject({
        ok: false,
        error: { code: 'document_forged' },
      });
    });

    it('refuses a comment in the name of somebody else', async () => {
      const proposal = await stage.propose();
      const person = stage.people.add(proposal.room);
      const socket = await stage.joined(person, proposal);
      const comment = (author: string): Uint8Array => {
        const doc = new Doc();
        doc.getMap('comments').set('one', { author, text: 'Well said.' });
        return encodeStateAsUpdate(doc);
      };
      const forged = stage.update(proposal, comment(newId()));
      expect(await ask(socket, 'documents.update', forged)).toMatchObject({
        error: { code: 'document_forged' },
      });
      const own = stage.update(proposal, comment(person.membership.participantId));
      expect(await ask(socket, 'documents.update', own)).toMatchObject({ ok: true, seq: 1 });
    });

    it('refuses a document that would grow beyond what it may, and goes on with the one that was', async () => {
      const proposal = await stage.propose();
      const person = stage.people.add(proposal.room);
      const socket = await stage.joined(person, proposal);
      const answers: unknown[] = [];
      for (let turn = 0; turn < 8; turn += 1)
        answers.push(
          await ask(socket, 'documents.update', stage.update(proposal, bytesOf('x'.repeat(170_000)))),
        );
      expect(answers.at(0)).toMatchObject({ ok: true });
      expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: 'document_too_large' } });
      expect(await ask(socket, 'documents.update', stage.update(proposal, bytesOf('small')))).toMatchObject({
        ok: true,
      });
    });

    it('refuses an update for another proposal, another room, or of another form', async () => {
      const [proposal, other] = [await stage.propose(), await stage.propose()];
      const socket = await stage.joined(stage.people.add(proposal.room), proposal);
      const sent = stage.update(proposal, bytesOf('x'));
      const codes: unknown[] = [];
      for (const wrong of [
        { proposal: newId() },
        { proposal: other.proposal },
        { room: other.room, proposal: other.proposal },
        { update: 'not base64' },
        { update: 'A'.repeat(245_764) },
        { clientId: 'me' },
      ]) {
        const answer = await ask<{ error?: { code: string } }>(socket, 'documents.update', {
          ...sent,
          ...wrong,
        });
        codes.push(answer.error?.code);
      }
      expect(codes.slice(0, 2)).toEqual(['not_found', 'not_found']);
      expect(['not_found', 'forbidden']).toContain(codes[2]);
      expect(codes.slice(3)).toEqual(['invalid', 'invalid', 'invalid']);
    });

    it('counts an update once, however often and on whichever node it comes, and no other under its id', async () => {
      const proposal = await stage.propose();
      const person = stage.people.add(proposal.room);
      const sockets = [await stage.joined(person, proposal, 0), await stage.joined(person, proposal, 1)];
      const sent = stage.update(proposal, bytesOf('once'));
      const answers = await Promise.all(
        [0, 1, 0, 1, 0].map((node) => ask(sockets[node] as never, 'documents.update', sent)),
      );
      expect(answers.filter((answer) => !('duplicate' in answer))).toHaveLength(1);
      for (const answer of answers) expect(answer).toMatchObject({ ok: true, seq: 1 });
      const other = { ...sent, update: Buffer.from(bytesOf('other')).toString('base64') };
      expect(await ask(sockets[0] as never, 'documents.update', other)).toMatchObject({
        error: { code: 'client_id_reused' },
      });
      const text = await stage.fresh(stage.people.add(proposal.room), proposal);
      expect(text.match(/once/g)).toHaveLength(1);
    });
  });
});

interface Odd {
  root?: string;
  node?: string;
  mark?: string;
  href?: string;
  client?: number;
  /** So many more paragraphs: enough to go beyond what was written before. */
  after?: number;
}

/** The update of a page that writes one paragraph. */
function bytesOf(
  words: string,
  { root = 'default', node = 'paragraph', mark, href, client, after }: Odd = {},
) {
  const doc = new Doc();
  if (client !== undefined) doc.clientID = client;
  for (let turn = 0; turn <= (after ?? 0); turn += 1) {
    const paragraph = new XmlElement(node);
    doc.getXmlFragment(root).insert(0, [paragraph]);
    const text = new XmlText();
    paragraph.insert(0, [text]);
    text.insert(0, words, { ...(mark && { [mark]: {} }), ...(href && { link: { href } }) });
  }
  return encodeStateAsUpdate(doc);
}

function withoutItsBeginning(): Uint8Array {
  const doc = new Doc();
  let last = new Uint8Array();
  doc.on('update', (update: Uint8Array) => (last = update as Uint8Array<ArrayBuffer>));
  const text = new XmlText();
  doc.getXmlFragment('default').insert(0, [text]);
  text.insert(0, 'a word');
  return last;
}
