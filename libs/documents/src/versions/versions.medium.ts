import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentVersionView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { createHash } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import type { Page } from '../../../../test/support/document-page.js';
import { DocumentsRoom, type TestProposal } from '../../../../test/support/documents-room.js';
import { ask } from '../../../../test/support/live-client.js';
import type { Person } from '../../../../test/support/record-node.js';
import { VersionReader } from './version-reader.js';

interface Answer {
  ok: boolean;
  error?: { code: string; data?: Record<string, unknown> };
}

describe('versions of a document', () => {
  let stage: DocumentsRoom;
  let proposal: TestProposal;
  let member: Person;
  let page: Page;

  beforeAll(async () => {
    stage = await DocumentsRoom.start();
  });

  beforeEach(async () => {
    proposal = await stage.propose('Readings come every hour.');
    member = stage.people.add(proposal.room);
    page = stage.page(member, proposal);
    await page.until('it is live', () => page.session.state === 'live');
  });

  afterEach(() => stage.leave());

  afterAll(() => stage.stop());

  async function write(words: string): Promise<void> {
    page.write(words);
    await page.saved();
  }

  function fix(socket: Socket, over: object = {}): Promise<Answer> {
    return ask(socket, 'documents.version', { v: 1, ...proposal, clientId: newId(), note: null, ...over });
  }

  const reader = (node = 0): VersionReader => stage.nodes[node]!.app.get(VersionReader);

  async function versions(): Promise<DocumentVersionView[]> {
    return reader(1).list(proposal);
  }

  it('are numbered from 1, each with the hash of its text, and readable on every node', async () => {
    const socket = await stage.joined(member, proposal);
    expect(await fix(socket, { note: 'First reading' })).toMatchObject({ ok: true });
    await write(' And every day.');
    expect(await fix(socket)).toMatchObject({ ok: true });
    const listed = await versions();
    expect(listed.map(({ version, note }) => [version, note])).toEqual([
      [1, 'First reading'],
      [2, null],
    ]);
    for (const { version, sha256, length, by } of listed) {
      const { text } = await reader(1).show(proposal, version);
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(sha256);
      expect([text.length, by]).toEqual([length, member.membership.participantId]);
    }
    expect((await reader().show(proposal, 1)).text).toBe('Readings come every hour.');
  });

  it('are compared by words, with another or with the text as it is now', async () => {
    const socket = await stage.joined(member, proposal);
    await fix(socket);
    await write(' Then.');
    const { parts } = await reader().diff(proposal, 1, null);
    const wordsWithout = (kind: string) =>
      parts.map((part) => (part.kind === kind ? '' : part.words)).join('');
    expect(wordsWithout('added')).toBe('Readings come every hour.');
    expect(wordsWithout('removed')).toBe('Readings come every hour. Then.');
    expect(parts[0]).toEqual({ kind: 'same', words: 'Readings come every ' });
    await expect(reader().diff(proposal, 1, 2)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are not made of a text that was fixed already, and never get one number twice', async () => {
    const [here, there] = [await stage.joined(member, proposal), await stage.joined(member, proposal, 1)];
    const answers = await Promise.all([fix(here), fix(there), fix(here), fix(there)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const { ok, error } of answers)
      if (!ok) expect(error).toMatchObject({ code: 'nothing_changed', data: { version: 1 } });
    expect((await versions()).map(({ version }) => version)).toEqual([1]);
  });

  it('are answered alike where the same act is sent twice', async () => {
    const socket = await stage.joined(member, proposal);
    const act = { clientId: newId() };
    const first = await fix(socket, act);
    expect(await fix(socket, act)).toEqual({ ...first, duplicate: true });
    expect(await versions()).toHaveLength(1);
  });

  it('are refused to who may only read, and where the proposal is frozen', async () => {
    const observer = stage.people.add(proposal.room, 'observer');
    expect(await fix(await stage.joined(observer, proposal))).toMatchObject({ error: { code: 'forbidden' } });
    const socket = await stage.joined(member, proposal);
    await stage.setState(proposal, 'admitted');
    expect(await fix(socket)).toMatchObject({ error: { code: 'proposal_frozen' } });
    expect(await versions()).toEqual([]);
  });

  it('are refused of a proposal that is not there', async () => {
    const socket = await stage.joined(member, proposal);
    expect(await fix(socket, { proposal: newId() })).toMatchObject({ error: { code: 'not_found' } });
    expect(await versions()).toEqual([]);
  });
});
