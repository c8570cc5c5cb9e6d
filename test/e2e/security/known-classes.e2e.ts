import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL_VERSION, type MeetingDetail, type WireError } from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo, Person } from '../../support/person.js';
import { caughtUp, visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

type Refusal = { error: WireError };

/** Holes that were published in systems like this one, each tried here; docs/security-classes.md has the whole list. */
describe('a known class of hole', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let ours: MeetingDetail['meeting'];
  let theirs: MeetingDetail['meeting'];
  /** Takes part in our meeting only. */
  let expert: RoomVisitor;
  let expertAtWeb: Person;
  /** Takes part in their meeting only. */
  let other: RoomVisitor;
  /** Keeps their meeting, and has no part in ours. */
  let otherSecretary: Person;

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    ours = (await createMeeting(secretary)).meeting;
    theirs = (await createMeeting(secretary, { title: 'Grid codes' })).meeting;
    for (const { id } of [ours, theirs]) await actOnMeeting(secretary, id, 'open');
    expert = await visit((await inviteTo(secretary, ours.id, { name: 'Meerim Sultanova' })).link);
    expertAtWeb = personOf(expert);
    other = await visit((await inviteTo(secretary, theirs.id, { name: 'Jasur Karimov' })).link);
    const { link } = await inviteTo(secretary, theirs.id, { name: 'Dilnoza Rahimova', roles: ['secretary'] });
    const keeper = await visit(link);
    otherSecretary = personOf(keeper);
    keeper.leave();
  }, 120_000);
  afterAll(async () => {
    for (const visitor of [expert, other]) visitor.leave();
    await server.dispose();
  });

  function personOf({ cookie }: RoomVisitor): Person {
    const person = new Person(server.url);
    person.cookie = cookie;
    return person;
  }

  async function sayThere(body: string): Promise<number> {
    const done = await other.room.post({ body }).done;
    if (!done.ok) throw new Error(done.error.message);
    return done.seq;
  }

  it('2: a change of roles reaches the room it happened in and nobody else', async () => {
    const first = await sayThere('A line in the other meeting.');
    await inviteTo(secretary, ours.id, { name: 'Farrukh Nazarov', roles: ['moderator'] });
    expect(await sayThere('And the next.')).toBe(first + 1);
    // The acknowledgement may come before the entry.
    await caughtUp(other, first + 1);
    expect(other.room.getView().record?.head).toBe(first + 1);
    expect(JSON.stringify(other.room.getView().record?.snapshot)).not.toContain('Farrukh');
  });

  it('3 and 9: whoever was removed finds neither a passage nor that there is a meeting', async () => {
    const { link, participant } = await inviteTo(secretary, ours.id, { name: 'Samat Aitiev' });
    const gone = await visit(link);
    const person = personOf(gone);
    const addresses = ['', '/transcript', '/lobby', '/calendar.ics', '/proposals', '/audit', '/export.json'];
    const entry = `/api/v1/rooms/${ours.plenary}/entries?around=1`;
    expect((await person.get(entry)).status).toBe(200);
    await secretary.delete(`/api/v1/meetings/${ours.id}/participants/${participant.id}`, {
      clientId: uuidv7(),
    });
    gone.leave();
    expect((await person.get(entry)).status).toBe(401);
    for (const address of addresses)
      expect([address, (await person.get(`/api/v1/meetings/${ours.id}${address}`)).status]).toEqual([
        address,
        401,
      ]);
  });

  it('6: the keeper of one meeting has no power over people and items of another, whatever the path says', async () => {
    const { participant } = await inviteTo(secretary, ours.id, { name: 'Nazira Bekova' });
    const body = { clientId: uuidv7() };
    const tries = [
      () =>
        otherSecretary.delete<Refusal>(`/api/v1/meetings/${theirs.id}/participants/${participant.id}`, body),
      () =>
        otherSecretary.delete<Refusal>(
          `/api/v1/meetings/${theirs.id}/participants/${participant.id}/invitation`,
        ),
      () =>
        otherSecretary.delete<Refusal>(`/api/v1/meetings/${ours.id}/participants/${participant.id}`, body),
      () => otherSecretary.post<Refusal>(`/api/v1/meetings/${ours.id}/close`, body),
    ];
    for (const attempt of tries) expect((await attempt()).body.error.code).toBe('not_found');
    const people = (await secretary.mustGet<MeetingDetail>(`/api/v1/meetings/${ours.id}`)).participants;
    expect(people.find(({ id }) => id === participant.id)?.removed).toBe(false);
  });

  it('10: a personal link opens its own meeting in its own role, whatever the request asks for', async () => {
    const { link } = await inviteTo(secretary, ours.id, { name: 'Ulan Sydykov', roles: ['observer'] });
    const token = link.slice(link.lastIndexOf('/') + 1);
    const wish = { consent: true, attendance: 'remote', roles: ['secretary'], meeting: theirs.id };
    const refused = await new Person(server.url).post<Refusal>(`/api/v1/join/${token}`, wish);
    expect(refused.body.error.code).toBe('invalid');
    const guest = await visit(link);
    expect((await personOf(guest).get(`/api/v1/meetings/${theirs.id}`)).status).toBe(404);
    guest.leave();
  });

  it('11: nobody gives themselves a role by changing their own entry', async () => {
    const answer = await expertAtWeb.put<Refusal>(
      `/api/v1/meetings/${ours.id}/participants/${expert.participant}`,
      { clientId: uuidv7(), name: 'Meerim Sultanova', roles: ['secretary'] },
    );
    expect([answer.status, answer.body.error.code]).toEqual([403, 'forbidden']);
  });

  it('16: attempts at a password are counted whatever browser and address the caller claims', async () => {
    const email = 'nobody@secretariat.example';
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 15; attempt += 1) {
      const answer = await fetch(`${server.url}/api/v1/login`, {
        method: 'POST',
        headers: {
          'X-Roundtable': '1',
          'Content-Type': 'application/json',
          'User-Agent': `Browser ${attempt}`,
          'X-Forwarded-For': `203.0.113.${attempt}`,
        },
        body: JSON.stringify({ email, password: `wrong password ${attempt}` }),
      });
      statuses.add(answer.status);
    }
    expect(statuses).toContain(429);
  });

  it('17: a meeting named in query or body does not stand in for the one in the path', async () => {
    const { id } = ours;
    const path = `/api/v1/meetings/${id}/transcript?meeting=${theirs.id}&room=${theirs.plenary}`;
    expect((await personOf(other).get(path)).status).toBe(404);
    const body = { clientId: uuidv7(), meeting: theirs.id };
    expect((await otherSecretary.post(`/api/v1/meetings/${id}/suspend`, body)).status).toBe(404);
  });

  it.each([
    ['21: a placeholder for a file in place of words', { body: { _placeholder: true, num: 0 } }],
    ['27: an operator in place of an id', { room: { $ne: null } }],
    ['27: an object in place of a client id', { clientId: { toString: 'x' } }],
  ])('%s is refused', async (_, fields) => {
    const answer = (await expert.connection.request('discussion.post', {
      v: PROTOCOL_VERSION,
      room: ours.plenary,
      clientId: uuidv7(),
      body: 'words',
      ...fields,
    } as never)) as { ok: boolean; error?: WireError };
    expect(answer).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(invalid|not_found)$/) },
    });
  });

  it('22: no other site is allowed to read an answer', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await fetch(`${server.url}/api/v1/me`, {
        method,
        headers: { Origin: 'https://evil.example' },
      });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('23: no way of writing a path gets around who may use it', async () => {
    const stranger = new Person(server.url);
    const paths = ['/api/v1/accounts', '/api/v1/outbox', `/api/v1/meetings/${ours.id}/export.json`];
    const spellings = (path: string) => [
      path,
      `${path}/`,
      path.replace('/v1/', '/v1//'),
      path.replace('/api/', '/API/'),
      path.replace('/v1/', '/v1%2F'),
      path.replace('/v1/', '/./v1/x/../'),
    ];
    for (const spelling of paths.flatMap(spellings)) {
      const { status, body } = await stranger.get<unknown>(spelling);
      // The shell of the web app is all that an address without meaning may give.
      const isShell = status === 200 && typeof body === 'string' && body.includes('<div id="root"');
      expect([spelling, isShell || (status >= 400 && status < 500)]).toEqual([spelling, true]);
    }
    const head = await fetch(`${server.url}/api/v1/accounts`, { method: 'HEAD' });
    expect(head.status).toBe(401);
  });

  it.each([
    ['18 and 20', 'ws', '8.21.0'],
    ['19', 'socket.io-parser', '4.2.6'],
    ['18', 'engine.io', '6.6.9'],
    ['25', 'multer', '2.4.0'],
    ['27', 'typeorm', '1.1.0'],
  ])('%s: %s is at least %s', (_, name, least) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
      version: string;
    };
    expect(version.localeCompare(least, 'en', { numeric: true })).toBeGreaterThanOrEqual(0);
  });
});
