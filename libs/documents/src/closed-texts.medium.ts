import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hasKeptChanges, type DocumentStore } from '@roundtable/client';
import { newId } from '@roundtable/platform';
import { encodeStateAsUpdate } from 'yjs';
import { until, type Page } from '../../../test/support/document-page.js';
import { DocumentsRoom, type TestProposal } from '../../../test/support/documents-room.js';
import type { Person } from '../../../test/support/record-node.js';

const LATE = ' Written too late.';

describe('words that wait when a text is closed', () => {
  let stage: DocumentsRoom;
  let proposal: TestProposal;
  let person: Person;
  let store: DocumentStore;

  beforeAll(async () => {
    stage = await DocumentsRoom.start();
  });
  beforeEach(async () => {
    proposal = await stage.propose('Begin:');
    person = stage.people.add(proposal.room);
    store = stage.store();
  });
  afterEach(() => stage.leave());
  afterAll(() => stage.stop());

  const ground = () => ({ store, room: proposal.room, self: person.membership.participantId });
  const areKept = () => hasKeptChanges(ground(), proposal.proposal);

  async function openedAs(state: Page['session']['state']): Promise<Page> {
    const page = stage.page(person, proposal, 0, store);
    await page.until(`it is ${state}`, () => page.session.state === state);
    return page;
  }

  async function writeTooLate(): Promise<void> {
    const page = await openedAs('live');
    page.cut();
    page.write(LATE);
    page.close();
    expect(await areKept()).toBe(true);
    await stage.setState(proposal, 'admitted');
  }

  it('are told as not taken to who wrote them, and to nobody else', async () => {
    await writeTooLate();
    const page = await openedAs('read-only');
    expect(page.session.refusedWords).toBe(LATE);
    expect(await stage.fresh(stage.people.add(proposal.room), proposal)).toBe('Begin:');
  });

  it('are told to who is writing at that moment', async () => {
    const page = await openedAs('live');
    await stage.setState(proposal, 'admitted');
    page.write(LATE);
    await page.until('it is told', () => page.session.state === 'read-only');
    expect(page.session.refusedWords).toBe(LATE);
  });

  it('are sent when the text may be written again', async () => {
    await writeTooLate();
    (await openedAs('read-only')).close();
    await stage.setState(proposal, 'captured');
    const page = await openedAs('live');
    await page.saved();
    expect([page.words, page.session.refusedWords]).toEqual([`Begin:${LATE}`, '']);
    expect(await areKept()).toBe(false);
  });

  it('go from the device when their author lets them go', async () => {
    await writeTooLate();
    const page = await openedAs('read-only');
    page.session.forgetRefusedWords();
    expect(page.session.refusedWords).toBe('');
    expect(await areKept()).toBe(false);
    page.close();
    expect((await openedAs('read-only')).words).toBe('Begin:');
  });

  it('are not told where the server has them', async () => {
    const page = await openedAs('live');
    page.write(' Taken.');
    await page.saved();
    const update = Buffer.from(encodeStateAsUpdate(page.doc)).toString('base64');
    page.close();
    const scope = { person: person.membership.participantId, ...proposal };
    await store.put({ ...scope, clientId: newId(), update });
    await stage.setState(proposal, 'admitted');
    const again = await openedAs('read-only');
    await until('it has what is kept', () => again.session.unsaved > 0);
    expect(again.session.refusedWords).toBe('');
  });
});
