import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whenState, type RoomState } from '@roundtable/client';
import { PROTOCOL_VERSION, type MeetingDetail, type SyncAnswer, type WireError } from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import { addDelegation } from '../../support/delegations.js';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const SHORTEST_SILENCE_MS = 60_000;

interface Answer {
  ok: boolean;
  seq?: number;
  error?: WireError;
}

describe('the outcome over the wire', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: MeetingDetail['meeting'];
  let links: string[];
  let chair: RoomVisitor;
  let expert: RoomVisitor;

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    ({ meeting } = await createMeeting(secretary));
    await actOnMeeting(secretary, meeting.id, 'open');
    const delegation = await addDelegation(secretary, meeting.id, 'Northern basin');
    const invite = async (name: string, role: 'chair' | 'expert', more = {}) =>
      (await inviteTo(secretary, meeting.id, { name, roles: [role], ...more })).link;
    links = [
      await invite('Gulnara Ismailova', 'chair'),
      await invite('Aigul Toktosunova', 'expert', { delegation }),
    ];
    await enter();
  }, 120_000);

  afterAll(async () => {
    for (const visitor of [chair, expert]) visitor.leave();
    await server.dispose();
  });

  async function enter(): Promise<void> {
    [chair, expert] = (await Promise.all(links.map((link) => visit(link)))) as [RoomVisitor, RoomVisitor];
  }

  const ask = (who: RoomVisitor, intent: string, fields: object) =>
    who.connection.request(
      intent as 'publications.adopt_set',
      { v: PROTOCOL_VERSION, room: meeting.plenary, clientId: uuidv7(), ...fields } as never,
    ) as Promise<Answer>;

  const seen = ({ room }: RoomVisitor) => room.getView().record?.snapshot.publications.communique;

  async function captured(words: string): Promise<void> {
    const posted = await ask(expert, 'discussion.post', { body: words });
    const sources = [{ seq: posted.seq, from: 0, to: words.length, words }];
    expect(await ask(chair, 'proposals.capture', { sources })).toMatchObject({ ok: true });
  }

  const download = (path: string) => secretary.get<string>(`/api/v1/meetings/${meeting.id}/${path}`);

  it('refuses to draft a set of nothing, and files of a set that is not there', async () => {
    const answer = await ask(chair, 'publications.draft_set', { title: 'Set' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', data: { field: 'proposals' } } });
    for (const file of ['set.docx', 'set.pdf', 'set.csv', 'communique.docx', 'communique.pdf'])
      expect([file, (await download(file)).status]).toEqual([file, 404]);
  });

  it('hands the set out to members in three kinds of files, with names that are safe', async () => {
    await captured('=HYPERLINK("http://evil.example") Ө Ү Ң');
    const request = { v: PROTOCOL_VERSION, room: meeting.plenary, since: null, epoch: null };
    const { snapshot } = (await chair.connection.request('record.sync', request)) as SyncAnswer;
    const proposals = snapshot.proposals.proposals.map(({ id }) => id);
    const title = '../../Свод "x"\u2028'.replace('\u2028', '');
    expect(await ask(chair, 'publications.draft_set', { title, proposals })).toMatchObject({ ok: true });
    for (const [file, type] of [
      ['set.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['set.pdf', 'application/pdf'],
      ['set.csv', 'text/csv; charset=utf-8'],
    ] as const) {
      const { status, headers, body } = await download(`${file}?lang=ky`);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('content-disposition')).not.toMatch(/\.\.|\//);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(body.length).toBeGreaterThan(100);
      if (file === 'set.csv') expect(body).toContain(`"'=HYPERLINK(""http://evil.example"") Ө Ү Ң"`);
    }
    expect((await download('set.pdf?lang=de')).status).toBe(400);
    const stranger = await fetch(`${server.url}/api/v1/meetings/${meeting.id}/set.pdf`);
    expect(stranger.status).toBe(401);
  });

  it.each<[string, string, object, string]>([
    ['a version that is no number', 'publications.adopt_set', { version: 'one' }, 'invalid'],
    ['a field that there is not', 'publications.adopt_set', { version: 1, state: 'adopted' }, 'invalid'],
    ['a line that is no id', 'publications.reserve', { line: 'x', text: 'y' }, 'invalid'],
    ['a reservation of nothing', 'publications.reserve', { line: uuidv7(), text: ' ' }, 'invalid'],
    ['a line that is not there', 'publications.reserve', { line: uuidv7(), text: 'y' }, 'not_found'],
    ['a communique that is not there', 'publications.adopt_communique', { version: 1 }, 'not_found'],
    ['a time that is none', 'publications.circulate', { version: 1, until: 'soon' }, 'invalid'],
  ])('refuses %s by name', async (_, intent, fields, code) => {
    const answer = await ask(intent === 'publications.reserve' ? expert : chair, intent, fields);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.error?.message.length).toBeGreaterThan(10);
  });

  it('lets no expert draft, adopt or circulate', async () => {
    for (const [intent, fields] of [
      ['publications.draft_communique', { title: 'Communique', lines: [] }],
      ['publications.adopt_set', { version: 1 }],
      ['publications.circulate', { version: 1, until: new Date(Date.now() + 3_600_000).toISOString() }],
    ] as const)
      expect(await ask(expert, intent, fields)).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('is adopted by silence at its time though the server was killed meanwhile', async () => {
    expect(
      await ask(chair, 'publications.draft_communique', { title: 'Communique', lines: [] }),
    ).toMatchObject({
      ok: true,
    });
    const parts = [{ text: 'The figures are published monthly.' }];
    await ask(chair, 'publications.change_communique', { version: 1, title: 'Communique', parts });
    const until = new Date(Date.now() + SHORTEST_SILENCE_MS + 3_000).toISOString();
    expect(await ask(chair, 'publications.circulate', { version: 2, until })).toMatchObject({ ok: true });
    await server.kill();
    for (const visitor of [chair, expert]) visitor.leave();
    await server.restart();
    await enter();
    expect(seen(chair)?.state).toBe('circulated');
    const isAdopted = (state: RoomState) =>
      state.record?.snapshot.publications.communique?.state === 'adopted';
    await whenState(expert.room, isAdopted, { timeoutMs: SHORTEST_SILENCE_MS + 60_000 });
    const communique = seen(expert);
    expect(communique).toMatchObject({ state: 'adopted', adoption: { by: null } });
    expect((communique?.adoption?.at ?? '') >= until).toBe(true);
    expect(await ask(expert, 'publications.object', { reason: 'Too late' })).toMatchObject({
      error: { code: 'publication_state' },
    });
  }, 180_000);

  it('hands the communique out in both views, and to nobody who is not in the meeting', async () => {
    for (const [file, type] of [
      ['communique.docx?lang=ru', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['communique.pdf?lang=ky&view=clean', 'application/pdf'],
    ] as const) {
      const { status, headers, body } = await download(file);
      expect([file, status, headers.get('content-type')]).toEqual([file, 200, type]);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"/);
      expect(body.length).toBeGreaterThan(1_000);
    }
    expect((await download('communique.pdf?view=secret')).status).toBe(400);
    const stranger = await fetch(`${server.url}/api/v1/meetings/${meeting.id}/communique.pdf`);
    expect(stranger.status).toBe(401);
  });
});
