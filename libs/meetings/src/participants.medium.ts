import { afterAll, describe, expect, it } from '@jest/globals';
import type {
  MeetingDetail,
  MeetingSummary,
  MeView,
  ParticipantImportPreview,
  ParticipantView,
} from '@roundtable/contracts';
import { Authenticator, newId } from '@roundtable/platform';
import { openDesk, HOSTILE } from '../../../test/support/meetings-desk.js';
import type { Browser } from '../../../test/support/meetings-node.js';

const { close, node, secretary, database, createMeeting, addPerson, invitationOf, entered, snapshotOf } =
  await openDesk();
afterAll(close);

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

  it('are told at the door that they were removed, or that their link was withdrawn, and nobody else is', async () => {
    const { meeting } = await createMeeting();
    const [removed, revoked, signedOut] = [
      await addPerson(meeting.id),
      await addPerson(meeting.id),
      await addPerson(meeting.id),
    ];
    const browsers: Browser[] = [];
    for (const person of [removed, revoked, signedOut]) browsers.push(await entered(meeting.id, person.id));
    const cookies = browsers.map(({ cookie }) => cookie);
    const path = `/meetings/${meeting.id}/participants`;
    await secretary.delete(`${path}/${removed.id}`, { clientId: newId() });
    await secretary.delete(`${path}/${revoked.id}/invitation`);
    await browsers[2]?.post('/logout');
    const door = node.app.get(Authenticator);
    const asked = [...cookies, 'roundtable=nonsense', undefined];
    expect(await Promise.all(asked.map((cookie) => door.whyNobody(cookie)))).toEqual([
      'participant_removed',
      'link_revoked',
      'unauthenticated',
      'unauthenticated',
      'unauthenticated',
    ]);
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
