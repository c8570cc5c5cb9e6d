import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PROTOCOL_VERSION,
  type AccountSetupLink,
  type AuditView,
  type MeetingDetail,
} from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import { mustRun } from '../../support/command-line.js';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  enter,
  inviteTo,
  Person,
} from '../../support/person.js';
import { visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const AIGUL = 'Aigul Toktosunova';
const FARRUKH = 'Farrukh Nazarov';
const SECRETARY = 'Nurlan Asanbekov';

describe('acts of power', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: string;
  let aigul: Person;

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    meeting = (await createMeeting(secretary)).meeting.id;
    await actOnMeeting(secretary, meeting, 'open');
    const first = await inviteTo(secretary, meeting, { name: AIGUL });
    const second = await inviteTo(secretary, meeting, { name: FARRUKH, roles: ['observer'] });
    aigul = (await enter(first.link)).person;
    await secretary.mustPost(`/api/v1/meetings/${meeting}/participants/${second.participant.id}/invitation`);
    await secretary.delete(`/api/v1/meetings/${meeting}/participants/${second.participant.id}/invitation`);
    await secretary.mustGet(`/api/v1/meetings/${meeting}/export.json`);
  }, 120_000);
  afterAll(() => server.dispose());

  const actsFor = async (person: Person) =>
    (await person.mustGet<AuditView[]>(`/api/v1/meetings/${meeting}/audit`)).map(
      ({ act, actor, subject }) => [act, actor, subject],
    );

  it('are all shown to the secretary, the newest first, with who did them and to whom', async () => {
    const acts = await actsFor(secretary);
    expect(acts.slice(0, 3)).toEqual([
      ['transcript.exported', SECRETARY, null],
      ['invitation.revoked', SECRETARY, FARRUKH],
      ['invitation.renewed', SECRETARY, FARRUKH],
    ]);
    expect(acts).toContainEqual(['meetings.opened', SECRETARY, null]);
    expect(acts).toContainEqual(['meetings.participant_added', SECRETARY, AIGUL]);
    const [added] = (await secretary.mustGet<AuditView[]>(`/api/v1/meetings/${meeting}/audit`)).filter(
      ({ subject, act }) => subject === FARRUKH && act === 'meetings.participant_added',
    );
    expect(added).toMatchObject({ roles: ['observer'], seq: expect.any(Number) });
  });

  it('are shown to a participant where they concern them or everybody, and not otherwise', async () => {
    const acts = await actsFor(aigul);
    expect(acts).toContainEqual(['meetings.opened', SECRETARY, null]);
    expect(acts).toContainEqual(['transcript.exported', SECRETARY, null]);
    expect(acts).toContainEqual(['meetings.participant_added', SECRETARY, AIGUL]);
    expect(acts.filter(([, , subject]) => subject === FARRUKH)).toEqual([]);
  });

  it('show that the staff withdrew somebody’s words, and not that people withdrew their own', async () => {
    const rapporteur = await visit(
      (await inviteTo(secretary, meeting, { name: 'Dinara Omarova', roles: ['rapporteur'] })).link,
    );
    const author = await visit((await inviteTo(secretary, meeting, { name: 'Meerim Sultanova' })).link);
    const own = await author.room.post({ body: 'taken back' }).done;
    const stated = await act(rapporteur, 'discussion.state', {
      speaker: author.participant,
      body: 'taken away',
    });
    await act(author, 'discussion.withdraw', { target: own.ok ? own.seq : 0, reason: null });
    await act(rapporteur, 'discussion.withdraw', { target: stated.seq, reason: 'Said in error.' });
    const withdrawn = (await actsFor(secretary)).filter(([name]) => name === 'discussion.withdrawn');
    expect(withdrawn).toEqual([['discussion.withdrawn', 'Dinara Omarova', 'Meerim Sultanova']]);
    for (const visitor of [rapporteur, author]) visitor.leave();
  });

  it('are not there for a stranger', async () => {
    expect((await new Person(server.url).get(`/api/v1/meetings/${meeting}/audit`)).status).toBe(401);
    expect((await new Person(server.url).get('/api/v1/audit')).status).toBe(401);
    const other = (await createMeeting(secretary)).meeting.id;
    expect((await aigul.get(`/api/v1/meetings/${other}/audit`)).status).toBe(404);
  });

  it('over accounts are shown to administrators, and to the person with the account', async () => {
    const bakyt = await addAccount('bakyt@secretariat.example', 'Bakyt Alymkulov');
    const dinara = await addAccount('dinara@secretariat.example', 'Dinara Omarova');
    const change = { role: null };
    await secretary.patch(`/api/v1/accounts/${dinara.id}`, change);
    const seen = async (person: Person) =>
      (await person.mustGet<AuditView[]>('/api/v1/audit')).map(({ act, actor, subject }) => [
        act,
        actor,
        subject,
      ]);
    const ofBakyt = [
      ['account.link_used', 'Bakyt Alymkulov', 'Bakyt Alymkulov'],
      ['account.created', SECRETARY, 'Bakyt Alymkulov'],
    ];
    expect((await seen(secretary)).slice(0, 5)).toEqual([
      ['account.changed', SECRETARY, 'Dinara Omarova'],
      ['account.link_used', 'Dinara Omarova', 'Dinara Omarova'],
      ['account.created', SECRETARY, 'Dinara Omarova'],
      ...ofBakyt,
    ]);
    expect(await seen(bakyt.person)).toEqual(ofBakyt);
  });

  it('of somebody against their own login are noted too', async () => {
    const [login] = await aigul.mustGet<{ id: string }[]>('/api/v1/logins');
    await aigul.delete(`/api/v1/logins/${login?.id}`);
    expect((await actsFor(secretary))[0]).toEqual(['login.ended', AIGUL, AIGUL]);
  });

  it.each(['md', 'json'])('name nobody for an export to %s on the command line', async (format) => {
    const before = await actsFor(secretary);
    await mustRun(['export', meeting, '--format', format], server.settings);
    expect(await actsFor(secretary)).toEqual([['transcript.exported', null, null], ...before]);
  });

  async function act(
    { connection }: RoomVisitor,
    intent: 'discussion.state' | 'discussion.withdraw',
    fields: Record<string, unknown>,
  ): Promise<{ seq: number }> {
    const detail = await secretary.mustGet<MeetingDetail>(`/api/v1/meetings/${meeting}`);
    const room = detail.meeting.plenary;
    const payload = { v: PROTOCOL_VERSION, room, clientId: uuidv7(), ...fields };
    const answer = (await connection.request(intent, payload as never)) as unknown as {
      ok: boolean;
      seq: number;
    };
    expect(answer).toMatchObject({ ok: true });
    return answer;
  }

  async function addAccount(email: string, name: string): Promise<{ id: string; person: Person }> {
    const { account, link } = await secretary.mustPost<AccountSetupLink>('/api/v1/accounts', {
      email,
      name,
      role: 'organiser',
    });
    const person = new Person(server.url);
    const token = link.slice(link.lastIndexOf('/') + 1);
    await person.mustPost(`/api/v1/setup/${token}`, { name, email, password: 'a quiet river in autumn' });
    return { id: account.id, person };
  }
});
