import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  EnterAnswer,
  InvitationMessage,
  InvitationView,
  ItemView,
  JoinView,
  LobbyView,
  MeetingDetail,
  MeetingSummary,
  MeetingView,
  MeView,
  OutboxMail,
  ParticipantImportPreview,
  ParticipantView,
  RoomSnapshot,
} from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { RecordFeatures } from '@roundtable/record';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.js';
import {
  startMeetingsNode,
  wantedMeeting,
  type Browser,
  type MeetingsNode,
} from '../../../test/support/meetings-node.js';

const HOSTILE = `<script>alert(1)</script> ${'Ә'.repeat(250)}`;

let database: FreshDatabase;
let node: MeetingsNode;
let secretary: Browser;
let administrator: Browser;

beforeAll(async () => {
  database = await freshDatabase();
  node = await startMeetingsNode(database.dataSource);
  secretary = await node.signedIn('organiser');
  administrator = await node.signedIn('administrator');
});
afterAll(async () => {
  await node?.close();
  await database?.drop();
});

async function createMeeting(by = secretary): Promise<MeetingDetail> {
  const answer = await by.post<MeetingDetail>('/meetings', wantedMeeting());
  expect(answer.status).toBe(201);
  return answer.body;
}

async function addPerson(meeting: string, change: object = {}): Promise<ParticipantView> {
  const wanted = {
    clientId: newId(),
    name: 'Aigul Temirova',
    email: `${newId()}@basin.example`,
    roles: ['expert'],
    ...change,
  };
  const answer = await secretary.post<ParticipantView>(`/meetings/${meeting}/participants`, wanted);
  expect([answer.status, answer.code]).toEqual([201, undefined]);
  return answer.body;
}

async function invitationOf(meeting: string, participant: string): Promise<InvitationView> {
  const { body } = await secretary.get<InvitationView[]>(`/meetings/${meeting}/invitations`);
  const found = body.find((invitation) => invitation.participant === participant);
  if (!found) throw new Error('no invitation');
  return found;
}

async function tokenOf(meeting: string, participant: string): Promise<string> {
  return (await invitationOf(meeting, participant)).link?.split('/join/')[1] ?? '';
}

async function entered(meeting: string, participant: string): Promise<Browser> {
  const browser = node.browser();
  const answer = await browser.post(`/join/${await tokenOf(meeting, participant)}`, {
    consent: true,
    attendance: 'remote',
  });
  expect(answer.status).toBe(200);
  return browser;
}

function act(by: Browser, meeting: string, name: string) {
  return by.post<MeetingView>(`/meetings/${meeting}/${name}`, { clientId: newId() });
}

/** What a fresh reader is told must be what the facts made of the tables. */
async function snapshotOf(room: string): Promise<RoomSnapshot['meetings'] | undefined> {
  const feature = node.app.get(RecordFeatures).of('meetings.opened');
  return (await feature.snapshot?.(database.dataSource.manager, room, 'staff'))?.meetings;
}

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

describe('people', () => {
  it('are shown without their addresses, which are in no fact', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id, { name: HOSTILE, email: 'very.private@basin.example' });
    const browser = await entered(meeting.id, person.id);
    expect(JSON.stringify((await browser.get(`/meetings/${meeting.id}`)).body)).not.toContain('very.private');
    const rows: { data: object }[] = await database.dataSource.query(
      'SELECT data FROM record_entries WHERE room_id = $1',
      [meeting.plenary],
    );
    expect(JSON.stringify(rows)).not.toContain('very.private');
    expect((await invitationOf(meeting.id, person.id)).email).toBe('very.private@basin.example');
    expect((await browser.get(`/meetings/${meeting.id}/invitations`)).code).toBe('forbidden');
  });

  it('keep an address that a change does not name, and lose it when told so', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id, { email: 'kept@basin.example' });
    const path = `/meetings/${meeting.id}/participants/${person.id}`;
    const base = { name: person.name, roles: ['expert', 'rapporteur'] };
    expect((await secretary.put<ParticipantView>(path, { clientId: newId(), ...base })).body.roles).toEqual([
      'expert',
      'rapporteur',
    ]);
    expect((await invitationOf(meeting.id, person.id)).email).toBe('kept@basin.example');
    expect((await secretary.put(path, { clientId: newId(), ...base })).code).toBe('nothing_changed');
    expect((await secretary.put(path, { clientId: newId(), ...base, email: null })).status).toBe(200);
    expect((await invitationOf(meeting.id, person.id)).email).toBeNull();
  });

  it('always include a secretary', async () => {
    const { meeting, me } = await createMeeting();
    const path = `/meetings/${meeting.id}/participants/${me.participant}`;
    expect((await secretary.delete(path, { clientId: newId() })).code).toBe('last_secretary');
    expect((await secretary.put(path, { clientId: newId(), name: 'X', roles: ['chair'] })).code).toBe(
      'last_secretary',
    );
  });

  it('are out when removed, and their words stay theirs', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id);
    const browser = await entered(meeting.id, person.id);
    const path = `/meetings/${meeting.id}/participants/${person.id}`;
    expect((await secretary.delete(path, { clientId: newId() })).status).toBe(200);
    expect((await browser.get<MeView>('/me')).body.login).toBeNull();
    expect((await secretary.delete(path, { clientId: newId() })).code).toBe('participant_removed');
    const snapshot = await snapshotOf(meeting.plenary);
    expect(snapshot?.participants.find(({ id }) => id === person.id)).toMatchObject({
      name: person.name,
      removed: true,
    });
  });

  it('of another meeting are not found', async () => {
    const { meeting } = await createMeeting();
    const other = await createMeeting();
    const person = await addPerson(other.meeting.id);
    for (const tail of ['', '/invitation']) {
      const path = `/meetings/${meeting.id}/participants/${person.id}${tail}`;
      expect((await secretary.delete(path, tail ? {} : { clientId: newId() })).code).toBe('not_found');
    }
    const nonsense = { clientId: newId(), name: 'X', roles: ['expert'] };
    for (const kind of ['participants', 'delegations', 'items'])
      expect(
        (await secretary.delete(`/meetings/${meeting.id}/${kind}/nonsense`, { clientId: newId() })).code,
      ).toBe('not_found');
    expect((await secretary.put(`/meetings/${meeting.id}/participants/%00`, nonsense)).code).toBe(
      'not_found',
    );
    const inside = await entered(other.meeting.id, person.id);
    expect((await inside.get(`/meetings/${meeting.id}`)).code).toBe('not_found');
  });

  it('belong to delegations that cannot go while they do', async () => {
    const { meeting } = await createMeeting();
    const path = `/meetings/${meeting.id}/delegations`;
    const { body } = await secretary.post<{ id: string }>(path, {
      clientId: newId(),
      name: HOSTILE,
      country: 'KG',
    });
    const person = await addPerson(meeting.id, { delegation: body.id });
    expect((await secretary.delete(`${path}/${body.id}`, { clientId: newId() })).code).toBe(
      'delegation_in_use',
    );
    await secretary.delete(`/meetings/${meeting.id}/participants/${person.id}`, { clientId: newId() });
    expect((await secretary.delete(`${path}/${body.id}`, { clientId: newId() })).status).toBe(200);
    const wrong = { clientId: newId(), name: 'X', roles: ['expert'], delegation: newId() };
    expect((await secretary.post(`/meetings/${meeting.id}/participants`, wrong)).code).toBe('invalid');
  });

  it('with an account find the meeting by it', async () => {
    const { meeting } = await createMeeting();
    const colleague = await node.signedIn(null);
    const email = (await colleague.get<MeView>('/me')).body.account?.email;
    await addPerson(meeting.id, { email, roles: ['secretary'] });
    expect((await colleague.get<MeetingSummary[]>('/meetings')).body.map((each) => each.meeting.id)).toEqual([
      meeting.id,
    ]);
  });
});

describe('a personal link', () => {
  it('shows and consumes nothing, lets in with consent, on several devices', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id);
    const token = await tokenOf(meeting.id, person.id);
    const browser = node.browser();
    for (let look = 0; look < 3; look += 1)
      expect((await browser.get<JoinView>(`/join/${token}`)).body).toMatchObject({
        participant: { id: person.id },
        entered: false,
      });
    expect((await browser.post(`/join/${token}`, { consent: false, attendance: 'remote' })).code).toBe(
      'consent_required',
    );
    const answer = await browser.post<EnterAnswer>(`/join/${token}`, { consent: true, attendance: 'onSite' });
    expect(answer.body).toEqual({ meeting: meeting.id, room: meeting.plenary });
    expect((await browser.get<JoinView>(`/join/${token}`)).body).toMatchObject({
      entered: true,
      participant: { attendance: 'onSite' },
    });
    await entered(meeting.id, person.id);
    expect((await browser.get<MeView>('/me')).body).toMatchObject({
      participant: { id: person.id, meeting: meeting.id },
    });
    expect((await secretary.get<JoinView>(`/join/${token}`)).body.signedInAs).toBe('Bermet Asanova');
  });

  it('is out of order once withdrawn, with everybody who came in on it', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id);
    const token = await tokenOf(meeting.id, person.id);
    const browser = await entered(meeting.id, person.id);
    await secretary.delete(`/meetings/${meeting.id}/participants/${person.id}/invitation`);
    expect((await node.browser().get(`/join/${token}`)).code).toBe('link_revoked');
    expect((await browser.get(`/meetings/${meeting.id}`)).code).toBe('unauthenticated');
    const renewed = await secretary.post<InvitationView>(
      `/meetings/${meeting.id}/participants/${person.id}/invitation`,
    );
    expect(renewed.body.link).not.toContain(token);
    await entered(meeting.id, person.id);
  });

  it('expires 30 days after the meeting was closed', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id);
    await act(secretary, meeting.id, 'open');
    const browser = await entered(meeting.id, person.id);
    const token = await tokenOf(meeting.id, person.id);
    await act(secretary, meeting.id, 'close');
    expect((await browser.get(`/meetings/${meeting.id}`)).status).toBe(200);
    node.clock.forward(31 * 86_400_000);
    expect((await node.browser().get(`/join/${token}`)).code).toBe('link_expired');
    expect((await browser.get(`/meetings/${meeting.id}`)).code).toBe('unauthenticated');
    node.clock.forward(-31 * 86_400_000);
  });

  it('is refused where it was forged', async () => {
    for (const token of ['x', 'A'.repeat(46), '%00', '..%2f..'])
      expect((await node.browser().get(`/join/${token}`)).code).toBe('link_invalid');
  });

  it('is written in three languages and as a calendar file, and mailed', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id, { name: HOSTILE, language: 'ky' });
    const path = `/meetings/${meeting.id}/participants/${person.id}/invitation`;
    const { link, email } = await invitationOf(meeting.id, person.id);
    for (const [language, word] of [
      ['en', 'Monday, 2 March 2026'],
      ['ru', 'понедельник, 2 марта 2026 г.'],
      ['ky', '2026-жылдын 2-марты, дүйшөмбү'],
    ]) {
      const { body } = await secretary.get<InvitationMessage>(`${path}/message?language=${language}`);
      expect(body.text).toContain(word);
      expect(body.text).toContain(`10:00–16:00 (Asia/Bishkek, UTC+6)`);
      expect(body.text).toContain(link);
    }
    expect((await secretary.get<string>(`${path}/calendar.ics`)).body).toContain('METHOD:PUBLISH');
    expect((await secretary.post<InvitationView>(`${path}/send`)).body.sentAt).not.toBeNull();
    const mails = (await administrator.get<OutboxMail[]>('/outbox')).body.filter(({ to }) => to === email);
    expect(mails).toMatchObject([{ attachments: [{ name: 'meeting.ics' }] }]);
    expect(mails[0]?.subject).toMatch(/^Чакыруу: /);
    expect((await secretary.get('/outbox')).code).toBe('forbidden');
  });

  it('is sent again to whoever asks, with the same answer for everybody', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id);
    const { email } = await invitationOf(meeting.id, person.id);
    const known = await node.browser().post('/join/resend', { email: email?.toUpperCase() });
    const unknown = await node.browser().post('/join/resend', { email: 'nobody@basin.example' });
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const deadline = Date.now() + 5_000;
    let sent: OutboxMail[] = [];
    while (sent.length === 0 && Date.now() < deadline)
      sent = (await administrator.get<OutboxMail[]>('/outbox')).body.filter(({ to }) => to === email);
    expect(sent).toHaveLength(1);
  });
});

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

describe('an uploaded list of people', () => {
  const list =
    'ФИО;Почта;Делегация;Роль\r\n"Назарова; Жылдыз";zh@basin.example;Кыргызстан;эксперт, докладчик\r\nДмитрий Ольхов;;Казахстан;наблюдатель\r\n';

  it('is shown first, then taken, then unchanged', async () => {
    const { meeting } = await createMeeting();
    const path = `/meetings/${meeting.id}/participants`;
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(list, 'utf16le')]);
    const preview = await secretary.upload<ParticipantImportPreview>(`${path}/preview`, bytes);
    expect(preview.body).toMatchObject({ encoding: 'UTF-16LE', separator: ';' });
    expect(preview.body.rows.map(({ line, status, name, roles }) => [line, status, name, roles])).toEqual([
      [2, 'new', 'Назарова; Жылдыз', ['expert', 'rapporteur']],
      [3, 'new', 'Дмитрий Ольхов', ['observer']],
    ]);
    expect((await snapshotOf(meeting.plenary))?.participants).toHaveLength(1);
    const taken = await secretary.upload(`${path}/import`, bytes, { clientId: newId() });
    expect(taken.body).toEqual({ added: 2, changed: 0, unchanged: 0 });
    const detail = (await secretary.get<MeetingDetail>(`/meetings/${meeting.id}`)).body;
    expect(detail.delegations.map(({ name }) => name)).toEqual(['Кыргызстан', 'Казахстан']);
    expect((await secretary.upload(`${path}/import`, bytes, { clientId: newId() })).body).toEqual({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
  });

  it('is refused as a whole where one row is wrong', async () => {
    const { meeting } = await createMeeting();
    const wrong = Buffer.from(`${list}Тимур Саидов;not-an-address;;эксперт\r\n`);
    const answer = await secretary.upload(`/meetings/${meeting.id}/participants/import`, wrong, {
      clientId: newId(),
    });
    expect(answer.code).toBe('invalid');
    expect((await snapshotOf(meeting.plenary))?.participants).toHaveLength(1);
  });

  it('is refused where it is no list', async () => {
    const { meeting } = await createMeeting();
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      Buffer.from('a,b\n1,2'),
      Buffer.from('name\n"open'),
    ])
      expect((await secretary.upload(`/meetings/${meeting.id}/participants/preview`, bytes)).code).toBe(
        'unreadable_file',
      );
    expect((await secretary.post(`/meetings/${meeting.id}/participants/preview`)).code).toBe(
      'unreadable_file',
    );
  });
});
