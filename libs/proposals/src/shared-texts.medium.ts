import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeProposal } from '@roundtable/contracts';
import { AMENDED_TEXT, AmendmentsRoom } from '../../../test/support/amendments-room.js';
import { VersionReader } from '../../documents/src/versions/version-reader.js';

const COSTS = 'Costs lie where they fall.';
const SHARED_COSTS = AMENDED_TEXT.replace(COSTS, 'Costs are shared by halves.');

describe('the text of a proposal that several write together', () => {
  let room: AmendmentsRoom;
  let proposal: string;

  beforeAll(async () => {
    room = await AmendmentsRoom.open();
  });
  beforeEach(async () => {
    await room.renew();
    proposal = await room.propose();
  });
  afterAll(() => room.close());

  const refused = (code: string) => expect.objectContaining({ code });
  const entries = () => room.here.entries(room.at.room);

  async function change(over: Partial<ChangeProposal>): Promise<string[]> {
    const { length } = await entries();
    await room.change(proposal, over);
    return (await entries()).slice(length).map(({ type }) => type);
  }

  /** What somebody reads who opens the document now. */
  async function typed(): Promise<string> {
    const key = { room: room.at.room, proposal };
    const reader = room.there.app.get(VersionReader);
    const [last] = (await reader.list(key)).slice(-1);
    if (!last) throw new Error('There is no version to compare with.');
    const { parts } = await reader.diff(key, last.version, null);
    return parts.flatMap(({ kind, words }) => (kind === 'removed' ? [] : [words])).join('');
  }

  it('stands in the proposal alone where nobody opened it', async () => {
    expect(await change({ text: 'Shorter.' })).toEqual(['proposals.changed']);
    expect(await room.text(proposal)).toBe('Shorter.');
  });

  it('takes a change of the proposal in as its next version, and the version after that keeps it', async () => {
    await room.type(proposal, 1, ' Always.');
    await room.fix(proposal);
    const before = await room.text(proposal);
    const text = before.replace(COSTS, 'Costs are shared by halves.');
    expect(await change({ text, title: 'Gauges' })).toEqual(['proposals.changed', 'documents.versioned']);
    expect([await room.text(proposal), await typed()]).toEqual([text, text]);
    await room.type(proposal, 4, ' For ever.', { at: room.there });
    await room.fix(proposal);
    expect(await room.text(proposal)).toBe(`${text} For ever.`);
  });

  it('refuses a change while it holds words of which there is no version, and loses neither', async () => {
    await room.type(proposal, 1, ' Always.');
    await expect(change({ text: SHARED_COSTS })).rejects.toEqual(refused('draft_ahead'));
    expect(await room.text(proposal)).toBe(AMENDED_TEXT);
    await room.fix(proposal);
    expect(await room.text(proposal)).toContain('Always.');
  });

  it('lets the other fields change while it holds such words', async () => {
    await room.type(proposal, 1, ' Always.');
    expect(await change({ responsible: 'Both sides' })).toEqual(['proposals.changed']);
  });

  it('refuses a change that would take away what somebody suggested, and no other', async () => {
    await room.type(proposal, 4, ' All of them.', { isSuggested: true });
    await expect(change({ text: SHARED_COSTS })).rejects.toEqual(refused('draft_ahead'));
    const text = AMENDED_TEXT.replace('read daily', 'read hourly');
    expect(await change({ text })).toEqual(['proposals.changed', 'documents.versioned']);
  });

  it('takes along the amendments on the text that is changed', async () => {
    const second = await room.table(room.experts[0], proposal, { kind: 'delete', paragraph: 2 });
    const last = await room.table(room.experts[0], proposal, { kind: 'delete', paragraph: 5 });
    const facts = await change({ text: `First.\n\n${SHARED_COSTS}` });
    expect(facts).toEqual(['proposals.changed', 'documents.versioned', 'amendments.carried']);
    const after = await Promise.all([second, last].map(({ id }) => room.one(proposal, id)));
    expect(after.map(({ state, version, paragraph }) => [state, version, paragraph])).toEqual([
      ['tabled', 2, 3],
      ['needs_rebase', 1, 5],
    ]);
  });

  it('refuses a text of which it would keep nothing', async () => {
    await room.type(proposal, 1, ' Always.');
    await room.fix(proposal);
    await expect(change({ text: '[a]: http://b.example' })).rejects.toEqual(refused('invalid'));
  });

  it('has its own form, and leaves the proposal the one in which it was written', async () => {
    await room.type(proposal, 1, ' Always.');
    await room.fix(proposal);
    await change({ text: '* one\n* two' });
    expect([await room.text(proposal), await typed()]).toEqual(['* one\n* two', '- one\n- two']);
    expect(await change({ text: '+ one\n+ two' })).toEqual(['proposals.changed']);
    const text = '+ one\n+ two\n+ three';
    expect(await change({ text })).toEqual(['proposals.changed', 'documents.versioned']);
  });
});
