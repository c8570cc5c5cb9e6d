import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whenState, type RoomState } from '@roundtable/client';
import {
  PROTOCOL_VERSION,
  type FollowUpAcross,
  type FollowUpFile,
  type FollowUpUpdate,
  type FollowUpView,
  type MeetingDetail,
  type SyncAnswer,
  type WireError,
} from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  enter,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { caughtUp, visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

interface Answer {
  ok: boolean;
  seq: number;
  error?: WireError;
}

type FileContent = string | Uint8Array<ArrayBuffer>;

const PDF = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(600_000)}`);

describe('the follow-up over the wire', () => {
  let server: RunningRoundtable;
  let organiser: Person;
  let meeting: MeetingDetail['meeting'];
  let secretary: RoomVisitor;
  let expert: RoomVisitor;
  let observer: RoomVisitor;
  let expertAtDesk: Person;
  let observerAtDesk: Person;
  let proposal: string;

  beforeAll(async () => {
    server = await startRoundtable();
    organiser = await becomeAdministrator(server);
    ({ meeting } = await createMeeting(organiser));
    await actOnMeeting(organiser, meeting.id, 'open');
    const links = await Promise.all([
      inviteTo(organiser, meeting.id, { name: 'Gulnara Ismailova', roles: ['secretary', 'chair'] }),
      inviteTo(organiser, meeting.id, { name: '=HYPERLINK("x") Aigul', roles: ['expert'] }),
      inviteTo(organiser, meeting.id, { name: 'Timur Osmonov', roles: ['observer'] }),
    ]);
    [secretary, expert, observer] = (await Promise.all(links.map(({ link }) => visit(link)))) as [
      RoomVisitor,
      RoomVisitor,
      RoomVisitor,
    ];
    expertAtDesk = (await enter(links[1].link)).person;
    observerAtDesk = (await enter(links[2].link)).person;
    proposal = await adopt('A joint gauge at the border');
    await actOnMeeting(organiser, meeting.id, 'close');
    for (const visitor of [secretary, expert, observer])
      await whenState(visitor.room, ({ record }) => record?.snapshot.meetings.meeting.state === 'closed', {
        timeoutMs: 30_000,
      });
  }, 120_000);

  afterAll(async () => {
    for (const visitor of [secretary, expert, observer]) visitor.leave();
    await server.dispose();
  });

  const ask = (who: RoomVisitor, intent: string, fields: object) =>
    who.connection.request(
      intent as 'follow_up.begin',
      { v: PROTOCOL_VERSION, room: meeting.plenary, clientId: uuidv7(), ...fields } as never,
    ) as Promise<Answer>;

  async function adopt(words: string): Promise<string> {
    const posted = await ask(expert, 'discussion.post', { body: words });
    const sources = [{ seq: posted.seq, from: 0, to: words.length, words }];
    await ask(secretary, 'proposals.capture', { sources });
    const found = async () => {
      const { snapshot } = (await secretary.connection.request('record.sync', {
        v: PROTOCOL_VERSION,
        room: meeting.plenary,
        since: null,
        epoch: null,
      })) as SyncAnswer;
      return snapshot.proposals.proposals.find(({ title }) => title.startsWith(words.slice(0, 10)));
    };
    const { id } = (await found()) as { id: string };
    for (const act of ['submit', 'admit', 'discuss', 'put']) {
      const { version } = (await found()) as { version: number };
      expect(await ask(secretary, 'proposals.move', { proposal: id, version, act })).toMatchObject({
        ok: true,
      });
    }
    const { version } = (await found()) as { version: number };
    const decided = { proposal: id, version, result: 'adopted', reason: 'By consensus' };
    expect(await ask(secretary, 'proposals.decide', decided)).toMatchObject({ ok: true });
    return id;
  }

  const responsible = () => ({ kind: 'participant', id: expert.participant, words: null });
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const at = (path: string) => `/api/v1/meetings/${meeting.id}/${path}`;
  const followUp = async (): Promise<FollowUpView> =>
    (await organiser.mustGet<FollowUpView[]>(at('follow-up')))[0] as FollowUpView;
  const followed = ({ record }: RoomState) => record?.snapshot.followUp.followUps[0];

  async function upload(who: Person, content: FileContent, name: string) {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const { id } = await followUp();
    return who.post<FollowUpFile & { error: WireError }>(at(`follow-up/${id}/files`), form);
  }

  async function report(who: RoomVisitor, over: object = {}): Promise<Answer> {
    const { id, version } = await followUp();
    const said = { words: 'The gauge is ordered.', state: 'under_way', progress: 20, proofs: [] };
    return ask(who, 'follow_up.report', { followUp: id, version, ...said, ...over });
  }

  it('is set up by the secretary when the meeting is closed, and seen by everybody in the room', async () => {
    const intent = {
      proposal,
      responsible: responsible(),
      dueOn: day(40),
      reviewOn: day(20),
      clientId: uuidv7(),
    };
    for (const who of [expert, observer])
      expect(await ask(who, 'follow_up.begin', { ...intent, clientId: uuidv7() })).toMatchObject({
        error: { code: 'forbidden' },
      });
    const done = await ask(secretary, 'follow_up.begin', intent);
    expect(done).toMatchObject({ ok: true });
    expect(await ask(secretary, 'follow_up.begin', intent)).toMatchObject({
      ok: true,
      seq: done.seq,
      duplicate: true,
    });
    expect(await ask(secretary, 'follow_up.begin', { ...intent, dueOn: day(41) })).toMatchObject({
      error: { code: 'client_id_reused' },
    });
    await caughtUp(observer, done.seq);
    expect(followed(observer.room.getView())).toMatchObject({ proposal, state: 'planned', dueOn: day(40) });
  });

  it('takes a file of who is responsible, judged by its content, and hands it out for saving only', async () => {
    const kept = await upload(expertAtDesk, PDF, '../Өлчөө\u202egnp.exe');
    expect(kept.status).toBe(201);
    expect(kept.body).toMatchObject({ name: 'Өлчөөgnp.exe.pdf', type: 'application/pdf', bytes: PDF.length });
    const path = at(`follow-up/files/${kept.body.id}`);
    expect((await observerAtDesk.get(path)).status).toBe(404);
    const done = await report(expert, {
      proofs: [
        { kind: 'link', url: 'https://example.org/contract', title: 'The contract' },
        { kind: 'file', file: kept.body.id },
      ],
    });
    expect(done).toMatchObject({ ok: true });
    const { status, headers, body } = await observerAtDesk.get<string>(path);
    expect([status, body.length]).toEqual([200, PDF.length]);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect((await fetch(server.url + path)).status).toBe(401);
    const { id } = await followUp();
    const timeline = await organiser.mustGet<FollowUpUpdate[]>(at(`follow-up/${id}/updates`));
    expect(timeline).toMatchObject([
      {
        progress: 20,
        proofs: [{ kind: 'link', url: 'https://example.org/contract' }, { file: { id: kept.body.id } }],
      },
    ]);
  });

  it.each<[string, FileContent, string, number, string]>([
    ['a program called a PDF', 'MZ\x90\0\x03', 'plan.pdf', 400, 'file_refused'],
    ['a web page', '<!doctype html><script>alert(1)</script>', 'plan.html', 400, 'file_refused'],
    ['nothing', '', 'plan.pdf', 400, 'file_refused'],
    ['more than ten megabytes', new Uint8Array(10 * 1024 * 1024 + 1), 'plan.pdf', 413, 'payload_too_large'],
  ])('refuses %s by name', async (_, content, name, status, code) => {
    const answer = await upload(expertAtDesk, content, name);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message.length).toBeGreaterThan(10);
  });

  it('takes no file and no report of those who have nothing to do with it', async () => {
    expect((await upload(observerAtDesk, PDF, 'a.pdf')).body.error.code).toBe('not_responsible');
    expect(await report(observer)).toMatchObject({ error: { code: 'not_responsible' } });
    const form = new FormData();
    form.append('file', new Blob([PDF]), 'a.pdf');
    expect((await expertAtDesk.post(at(`follow-up/${uuidv7()}/files`), form)).status).toBe(404);
    expect((await expertAtDesk.post(at('follow-up/x/files'), new FormData())).status).toBe(400);
  });

  it.each<[string, object, string, string]>([
    ['a share of 101 %', { progress: 101 }, 'invalid', 'progress'],
    ['half a percent', { progress: 0.5 }, 'invalid', 'progress'],
    ['what is done by half', { state: 'done', progress: 50 }, 'invalid', 'progress'],
    ['a state that there is not', { state: 'forgotten' }, 'invalid', 'state'],
    ['a report of no words', { words: '  ' }, 'invalid', 'words'],
    ['something dropped without a reason', { state: 'dropped' }, 'reason_required', 'reason'],
    [
      'a link that is not https',
      { proofs: [{ kind: 'link', url: 'http://a.example' }] },
      'invalid',
      'proofs.0.url',
    ],
    [
      'a script for a link',
      { proofs: [{ kind: 'link', url: 'javascript:alert(1)' }] },
      'invalid',
      'proofs.0.url',
    ],
    ['a file that is not there', { proofs: [{ kind: 'file', file: uuidv7() }] }, 'invalid', 'proofs.0.file'],
    ['an older version', { version: 1 }, 'stale_version', ''],
    ['a follow-up that is not there', { followUp: uuidv7() }, 'not_found', ''],
    ['a field that there is not', { by: 'somebody' }, 'invalid', 'by'],
  ])('refuses %s by name', async (_, over, code, field) => {
    const answer = await report(expert, over);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    if (field) expect(answer.error?.data).toMatchObject({ field });
    expect(answer.error?.message.length).toBeGreaterThan(10);
  });

  it('corrects one’s own report and keeps what it said', async () => {
    const { id, version, latest } = await followUp();
    const said = {
      words: 'Two gauges are ordered.',
      state: 'delayed',
      progress: 25,
      reason: 'Spring floods',
      proofs: [],
    };
    const intent = { followUp: id, version, update: latest?.id, ...said };
    expect(await ask(secretary, 'follow_up.correct', intent)).toMatchObject({ error: { code: 'not_yours' } });
    const done = await ask(expert, 'follow_up.correct', intent);
    expect(done).toMatchObject({ ok: true });
    await caughtUp(observer, done.seq);
    expect(followed(observer.room.getView())).toMatchObject({
      state: 'delayed',
      progress: 25,
      reason: 'Spring floods',
    });
    const [update] = await organiser.mustGet<FollowUpUpdate[]>(at(`follow-up/${id}/updates`));
    expect(update?.earlier).toMatchObject([{ words: 'The gauge is ordered.', proofs: [{}, {}] }]);
  });

  it('stands in the list over all meetings, and in a file that no spreadsheet computes', async () => {
    const mine = await expertAtDesk.mustGet<FollowUpAcross[]>('/api/v1/follow-up');
    expect(mine).toMatchObject([{ meeting: { id: meeting.id }, isMine: true, isOverdue: false }]);
    const theirs = await observerAtDesk.mustGet<FollowUpAcross[]>('/api/v1/follow-up');
    expect(theirs).toMatchObject([{ isMine: false, responsible: '=HYPERLINK("x") Aigul' }]);
    expect((await fetch(`${server.url}/api/v1/follow-up`)).status).toBe(401);
    for (const path of ['/api/v1/follow-up.csv?lang=ky', at('follow-up.csv?lang=ky')]) {
      const { status, headers, body } = await observerAtDesk.get<string>(path);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toContain('attachment');
      expect(body).toContain(`"'=HYPERLINK(""x"") Aigul"`);
      expect(body).toContain('Жооптуу');
    }
    expect((await observerAtDesk.get(at('follow-up.csv?lang=de'))).status).toBe(400);
  });

  it('stands in the record in words', async () => {
    const { body } = await organiser.get<string>(at('export.md?lang=en'));
    expect(body).toContain('is being followed up');
    expect(body).toContain('under way, 20 %');
  });

  it('comes back with a meeting that was exported, but for the bytes of its files', async () => {
    const exported = await organiser.mustGet<object>(at('export.json'));
    expect(JSON.stringify(exported)).toContain('follow_up.corrected');
    const other = await startRoundtable();
    try {
      const reader = await becomeAdministrator(other);
      const form = new FormData();
      form.append('file', new Blob([JSON.stringify(exported)]), 'export.json');
      expect((await reader.post('/api/v1/imports/json', form)).status).toBe(201);
      const [back] = await reader.mustGet<FollowUpView[]>(at('follow-up'));
      expect(back).toEqual(await followUp());
    } finally {
      await other.dispose();
    }
  });
});
