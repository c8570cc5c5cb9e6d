import { afterAll, describe, expect, it } from '@jest/globals';
import type { ItemView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { openDesk, HOSTILE } from '../../../test/support/meetings-desk.js';

const { close, secretary, createMeeting, addPerson, entered, act, snapshotOf } = await openDesk();
afterAll(close);

describe('the agenda', () => {
  it('is numbered, moved, and one item open at a time', async () => {
    const { meeting } = await createMeeting();
    const path = `/meetings/${meeting.id}/items`;
    const add = async (title: string, parent: string | null = null) =>
      (await secretary.post<ItemView>(path, { clientId: newId(), title, parent })).body;
    const [first, second] = [await add('Water'), await add(HOSTILE)];
    const under = await add('Gauges', first.id);
    expect([first, under, second].map(({ number }) => number)).toEqual(['1', '1.1', '2']);
    await secretary.post(`${path}/${second.id}/move`, { clientId: newId(), place: 0 });
    const snapshot = async () => (await snapshotOf(meeting.plenary))?.items ?? [];
    expect((await snapshot()).map(({ title, number, order }) => [title, number, order])).toEqual([
      [HOSTILE, '1', 0],
      ['Water', '2', 1],
      ['Gauges', '2.1', 2],
    ]);
    expect((await secretary.post(`${path}/${first.id}/open`, { clientId: newId() })).code).toBe(
      'meeting_state',
    );
    await act(secretary, meeting.id, 'open');
    await secretary.post(`${path}/${first.id}/open`, { clientId: newId() });
    await secretary.post(`${path}/${second.id}/open`, { clientId: newId() });
    expect((await snapshot()).map(({ state }) => state)).toEqual(['open', 'closed', 'planned']);
    expect((await secretary.delete(`${path}/${first.id}`, { clientId: newId() })).code).toBe('item_state');
    expect((await secretary.delete(`${path}/${under.id}`, { clientId: newId() })).status).toBe(200);
    expect(await snapshot()).toHaveLength(2);
    const expert = await entered(meeting.id, (await addPerson(meeting.id)).id);
    expect((await expert.post(path, { clientId: newId(), title: 'Mine' })).code).toBe('forbidden');
  });
});
