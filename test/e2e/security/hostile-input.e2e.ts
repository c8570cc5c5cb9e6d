import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERROR_CODES, PROTOCOL_VERSION, type MeetingDetail, type WireError } from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo, Person } from '../../support/person.js';
import { visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const HOSTILE_NAME = `<script>alert(1)</script> "&' ${'Ж'.repeat(270)}`.slice(0, 300);

describe('hostile input', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: MeetingDetail['meeting'];
  let expert: RoomVisitor;
  let bystander: RoomVisitor;

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    ({ meeting } = await createMeeting(secretary));
    await actOnMeeting(secretary, meeting.id, 'open');
    expert = await visit((await inviteTo(secretary, meeting.id, { name: 'Meerim Sultanova' })).link);
    bystander = await visit((await inviteTo(secretary, meeting.id, { name: 'Jasur Karimov' })).link);
  }, 120_000);

  afterAll(async () => {
    expert.leave();
    bystander.leave();
    await server.dispose();
  });

  const post = (fields: Record<string, unknown>) =>
    expert.connection.request('discussion.post', {
      v: PROTOCOL_VERSION,
      room: meeting.plenary,
      clientId: uuidv7(),
      body: 'words',
      ...fields,
    } as never) as Promise<{ ok: boolean; error?: WireError }>;

  it.each([
    ['an unknown field', { colour: 'red' }, 'invalid'],
    ['empty words', { body: '' }, 'invalid'],
    ['only white space', { body: ' \n\t ' }, 'invalid'],
    ['over-long words', { body: 'a'.repeat(10_001) }, 'invalid'],
    ['a NUL', { body: 'a\u0000b' }, 'invalid'],
    ['a control character', { body: 'a\u0007b' }, 'invalid'],
    ['a number for words', { body: 42 }, 'invalid'],
    ['an object for words', { body: { toString: 1 } }, 'invalid'],
    ['an array for the client id', { clientId: [uuidv7()] }, 'invalid'],
    ['a client id that is none', { clientId: 'one' }, 'invalid'],
    ['a room that is none', { room: 'plenary' }, 'not_found'],
    ['a room of nobody', { room: uuidv7() }, 'not_found'],
    ['a reply to nothing', { replyTo: 999_999 }, 'target_missing'],
    ['a mention of a stranger', { mentions: [uuidv7()] }, 'invalid'],
    ['the wrong protocol', { v: 99 }, 'invalid'],
  ])('refuses %s by name', async (_, fields, code) => {
    const answer = await post(fields);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.error?.message.length).toBeGreaterThan(10);
  });

  it('refuses the same client id with other words', async () => {
    const clientId = uuidv7();
    expect(await post({ clientId, body: 'first' })).toMatchObject({ ok: true });
    expect(await post({ clientId, body: 'first' })).toMatchObject({ ok: true, duplicate: true });
    expect(await post({ clientId, body: 'second' })).toMatchObject({
      ok: false,
      error: { code: 'client_id_reused' },
    });
  });

  it('survives 10 MB in one frame and raw garbage, and others go on undisturbed', async () => {
    const { hostname, port } = new URL(server.url);
    for (const bytes of [
      Buffer.alloc(10 * 1024 * 1024, 0xff),
      Buffer.from('GET / HTTP/1.1\r\n\0\0\0'),
      Buffer.from('\x16\x03\x01'),
    ]) {
      await throwAt(Number(port), hostname, bytes);
    }
    const flooder = await visit((await inviteTo(secretary, meeting.id, { name: 'Flooder' })).link);
    flooder.connection
      .request('discussion.post', {
        v: 1,
        room: meeting.plenary,
        clientId: uuidv7(),
        body: 'x'.repeat(10_000_000),
      } as never)
      .catch(() => undefined);
    expect(await bystander.room.post({ body: 'Still here.' }).done).toMatchObject({ ok: true });
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    flooder.leave();
  });

  it('keeps hostile names as they are and shows them as text only', async () => {
    const { participant } = await inviteTo(secretary, meeting.id, { name: HOSTILE_NAME });
    const markdown = await secretary.mustGet<string>(`/api/v1/meetings/${meeting.id}/export.md`);
    expect(participant.name).toBe(HOSTILE_NAME);
    expect(markdown).not.toContain('<script>');
  });

  it('refuses a name that would turn the words around it', async () => {
    const answer = await secretary.post<{ error: WireError }>(`/api/v1/meetings/${meeting.id}/participants`, {
      clientId: uuidv7(),
      name: 'Aman\u202Etxet',
      roles: ['expert'],
    });
    expect(answer.body.error).toMatchObject({ code: 'invalid', data: { field: 'name' } });
  });

  it('answers every broken request with a code of the list, never with a stack', async () => {
    const tries: [string, string, unknown][] = [
      ['POST', '/api/v1/meetings', { title: 1 }],
      ['POST', '/api/v1/meetings', '{"broken":'],
      ['GET', '/api/v1/meetings/not-an-id', undefined],
      ['GET', `/api/v1/rooms/${uuidv7()}/entries?before=abc`, undefined],
      ['GET', `/api/v1/meetings/${meeting.id}/transcript/search?q=${'%27'.repeat(3000)}`, undefined],
      ['GET', `/api/v1/meetings/${meeting.id}/transcript?from=yesterday`, undefined],
      ['PATCH', `/api/v1/meetings/${meeting.id}`, { clientId: uuidv7(), version: 1, zone: 'Mars/Olympus' }],
      ['GET', '/api/v1/nothing/here', undefined],
      ['POST', `/api/v1/meetings/${meeting.id}/participants/preview`, { csv: 5 }],
    ];
    for (const [method, path, body] of tries) {
      const answer = await fetch(`${server.url}${path}`, {
        method,
        headers: { Cookie: secretary.cookie, 'X-Roundtable': '1', 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const { error } = JSON.parse(text) as { error: WireError };
      expect({ path, known: ERROR_CODES.includes(error.code), internal: error.code === 'internal' }).toEqual({
        path,
        known: true,
        internal: false,
      });
      expect(text).not.toMatch(/node_modules|at \w+ \(/);
    }
  });

  it('refuses a request from another site and one without the header of the page', async () => {
    const answer = await fetch(`${server.url}/api/v1/meetings/${meeting.id}/suspend`, {
      method: 'POST',
      headers: {
        Cookie: secretary.cookie,
        'Content-Type': 'application/json',
        Origin: 'https://elsewhere.example',
      },
      body: JSON.stringify({ clientId: uuidv7() }),
    });
    expect(answer.status).toBe(403);
  });

  it('marks every answer of a signed-in person as private', async () => {
    const { headers } = await secretary.get('/api/v1/me');
    expect(headers.get('cache-control')).toContain('no-store');
  });
});

/** Sends raw bytes and waits until the other side has had enough of them. */
function throwAt(port: number, host: string, bytes: Buffer): Promise<void> {
  return new Promise((done) => {
    const socket = connect(port, host, () => socket.end(bytes));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => done());
    socket.resume();
  });
}
