import { afterAll, describe, expect, it } from '@jest/globals';
import type { LobbyView, MeetingDetail, MeetingSummary, MeetingView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { openDesk, HOSTILE } from '../../../test/support/meetings-desk.js';
import { wantedMeeting } from '../../../test/support/meetings-node.js';

const {
  close,
  node,
  secretary,
  administrator,
  database,
  createMeeting,
  addPerson,
  invitationOf,
  entered,
  act,
  snapshotOf,
} = await openDesk();
afterAll(close);

describe('a meeting', () => {
  it('is created once for one client id, with its creator as secretary', async () => {
    const wanted = wantedMeeting({ title: HOSTILE });
    const first = await secretary.post<MeetingDetail>('/meetings', wanted);
    const second = await secretary.post<MeetingDetail>('/meetings', wanted);
    expect(second.body).toEqual(first.body);
    expect(first.body.meeting).toMatchObject({
      title: HOSTILE,
      state: 'draft',
      startsAt: '2026-03-02T04:00:00.000Z',
    });
    expect(first.body.participants.map(({ roles }) => roles)).toEqual([['secretary']]);
    const listed = (await secretary.get<MeetingSummary[]>('/meetings')).body;
    expect(listed.filter(({ meeting }) => meeting.title === HOSTILE)).toHaveLength(1);
  });

  it('is created by organisers only', async () => {
    const nobody = await node.signedIn(null);
    expect((await nobody.post('/meetings', wantedMeeting())).code).toBe('forbidden');
    expect((await node.browser().post('/meetings', wantedMeeting())).code).toBe('unauthenticated');
  });

  it.each([
    { zone: 'Atlantis/Capital' },
    { endsAt: '2026-03-02T04:00:00Z' },
    { startsAt: '2026-02-30T04:00:00Z' },
    { startsAt: 'tomorrow' },
    { languages: [] },
    { languages: ['xx-!!'] },
    { title: ' ' },
    { title: 'x'.repeat(301) },
    { title: 'a\u0000b' },
    { host: 'a\u202Eb' },
    { conferenceUrl: 'javascript:alert(1)' },
    { state: 'open' },
    { confidentiality: 'public' },
    { clientId: 'x' },
  ])('refuses %j', async (change) => {
    expect((await secretary.post('/meetings', wantedMeeting(change))).code).toBe('invalid');
  });

  it('is not there for strangers, administrators among them', async () => {
    const { meeting } = await createMeeting();
    const stranger = await node.signedIn('organiser');
    for (const browser of [stranger, administrator])
      for (const path of ['', '/lobby', '/invitations', '/calendar.ics'])
        expect((await browser.get(`/meetings/${meeting.id}${path}`)).code).toBe('not_found');
    expect((await act(stranger, meeting.id, 'open')).code).toBe('not_found');
    expect((await stranger.get('/meetings/nonsense')).code).toBe('not_found');
  });

  it('is judged by the path alone, whatever room the caller names beside it', async () => {
    const own = await createMeeting();
    const stranger = await node.signedIn('organiser');
    const { meeting } = (await stranger.post<MeetingDetail>('/meetings', wantedMeeting())).body;
    const beside = `?room=${meeting.plenary}&meeting=${meeting.id}`;
    expect((await stranger.get(`/meetings/${own.meeting.id}${beside}`)).code).toBe('not_found');
    expect((await stranger.get(`/meetings/${own.meeting.id}/invitations${beside}`)).code).toBe('not_found');
  });

  it('is changed against its version, and says what is wrong', async () => {
    const { meeting } = await createMeeting();
    const path = `/meetings/${meeting.id}`;
    const changed = await secretary.patch<MeetingView>(path, {
      clientId: newId(),
      version: 1,
      title: 'Water',
      venue: null,
    });
    expect(changed.body).toMatchObject({ title: 'Water', venue: null, version: 2, host: meeting.host });
    expect((await secretary.patch(path, { clientId: newId(), version: 1, title: 'x' })).code).toBe(
      'stale_version',
    );
    expect((await secretary.patch(path, { clientId: newId(), version: 2, title: 'Water' })).code).toBe(
      'nothing_changed',
    );
    expect(
      (await secretary.patch(path, { clientId: newId(), version: 2, endsAt: '2026-01-01T00:00:00Z' })).code,
    ).toBe('invalid');
  });

  it('goes from draft to closed through states that its facts can tell', async () => {
    const { meeting } = await createMeeting();
    const chair = await addPerson(meeting.id, { roles: ['chair'] });
    const moderator = await addPerson(meeting.id, { roles: ['moderator'] });
    const expert = await addPerson(meeting.id);
    const expertBrowser = await entered(meeting.id, expert.id);
    const moderatorBrowser = await entered(meeting.id, moderator.id);
    expect((await expertBrowser.get<LobbyView>(`/meetings/${meeting.id}/lobby`)).body.mayRead).toBe(false);
    expect((await act(expertBrowser, meeting.id, 'open')).code).toBe('forbidden');
    expect((await act(secretary, meeting.id, 'suspend')).code).toBe('meeting_state');
    expect((await act(moderatorBrowser, meeting.id, 'open')).body.state).toBe('open');
    expect((await expertBrowser.get<LobbyView>(`/meetings/${meeting.id}/lobby`)).body.mayRead).toBe(true);
    expect((await act(moderatorBrowser, meeting.id, 'suspend')).body.state).toBe('suspended');
    expect((await act(moderatorBrowser, meeting.id, 'close')).code).toBe('forbidden');
    const closed = await act(await entered(meeting.id, chair.id), meeting.id, 'close');
    expect(closed.body).toMatchObject({ state: 'closed', version: 5 });
    expect((await snapshotOf(meeting.plenary))?.meeting).toEqual(closed.body);
    const types: { type: string }[] = await database.dataSource.query(
      `SELECT type FROM record_entries WHERE room_id = $1 AND type ~ 'scheduled|opened|suspended|closed' ORDER BY seq`,
      [meeting.plenary],
    );
    expect(types.map(({ type }) => type.slice(9))).toEqual(['scheduled', 'opened', 'suspended', 'closed']);
    const { expiresAt } = await invitationOf(meeting.id, expert.id);
    expect(Date.parse(expiresAt ?? '') - Date.parse(closed.body.closedAt ?? '')).toBe(30 * 86_400_000);
  });

  it('does once what was asked twice', async () => {
    const { meeting } = await createMeeting();
    const body = { clientId: newId() };
    await secretary.post(`/meetings/${meeting.id}/open`, body);
    expect((await secretary.post<MeetingView>(`/meetings/${meeting.id}/open`, body)).body.state).toBe('open');
    expect((await secretary.post(`/meetings/${meeting.id}/suspend`, body)).code).toBe('client_id_reused');
  });
});
