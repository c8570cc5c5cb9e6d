import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  LobbyView,
  MeetingDetail,
  MeetingExport,
  SearchAnswer,
  TranscriptPage,
  WireError,
} from '@roundtable/contracts';
import { whenState } from '@roundtable/client';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  enter,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { caughtUp, visit, wordsIn, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

describe('a meeting from the invitation to the transcript', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: MeetingDetail;
  const links = { expert: '', guest: '', rapporteur: '', observer: '' };
  const visitors: RoomVisitor[] = [];

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    meeting = await createMeeting(secretary);
    const id = meeting.meeting.id;
    links.expert = (await inviteTo(secretary, id, { name: 'Aigul Toktosunova' })).link;
    links.guest = (await inviteTo(secretary, id, { name: 'Farrukh Nazarov' })).link;
    links.rapporteur = (
      await inviteTo(secretary, id, { name: 'Dinara Seitkali', roles: ['rapporteur'] })
    ).link;
    links.observer = (await inviteTo(secretary, id, { name: 'Rustam Yuldashev', roles: ['observer'] })).link;
    await actOnMeeting(secretary, id, 'schedule');
  }, 120_000);

  afterAll(async () => {
    for (const visitor of visitors) visitor.leave();
    await server.dispose();
  });

  const come = async (link: string) => {
    const visitor = await visit(link);
    visitors.push(visitor);
    return visitor;
  };

  it('lets an expert wait before it opens, and refuses the room until then', async () => {
    const { person, meeting: id, room } = await enter(links.expert);
    const lobby = await person.mustGet<LobbyView>(`/api/v1/meetings/${id}/lobby`);
    expect(lobby).toMatchObject({ mayRead: false, meeting: { state: 'scheduled' } });
    const history = await person.get<{ error: WireError }>(`/api/v1/rooms/${room}/entries`);
    expect(history.status).toBeGreaterThanOrEqual(400);
  });

  it('refuses to let anybody in without consent', async () => {
    const token = links.guest.slice(links.guest.lastIndexOf('/') + 1);
    const answer = await secretary.post<{ error: WireError }>(`/api/v1/join/${token}`, {
      consent: false,
      attendance: 'remote',
    });
    expect(answer.body.error.code).toBe('consent_required');
  });

  it('carries a conversation to everybody in the same order', async () => {
    await actOnMeeting(secretary, meeting.meeting.id, 'open');
    // One after the other, so that everybody below is found at their place.
    for (const link of [links.expert, links.guest, links.rapporteur, links.observer]) await come(link);
    const [expert, guest, rapporteur, observer] = visitors as [
      RoomVisitor,
      RoomVisitor,
      RoomVisitor,
      RoomVisitor,
    ];
    const first = await expert.room.post({ body: 'The winter releases come too early for **our** fields.' })
      .done;
    const second = await guest.room.post({ body: 'And too late for the turbines.' }).done;
    const said = await rapporteur.room.state({
      speaker: expert.participant,
      body: 'A joint gauge at the border would end the dispute about volumes.',
    }).done;
    expect([first.ok, second.ok, said.ok]).toEqual([true, true, true]);
    const head = said.ok ? said.seq : 0;
    await Promise.all(visitors.map((visitor) => caughtUp(visitor, head)));
    const expected = [
      [expert.participant, 'The winter releases come too early for **our** fields.'],
      [guest.participant, 'And too late for the turbines.'],
      [expert.participant, 'A joint gauge at the border would end the dispute about volumes.'],
    ];
    for (const visitor of [expert, guest, rapporteur, observer]) expect(wordsIn(visitor)).toEqual(expected);
  });

  it('shows an edit, a withdrawal and a reaction to everybody', async () => {
    const [expert, guest] = visitors as [RoomVisitor, RoomVisitor];
    const own = [...(guest.room.getView().record?.messages.values() ?? [])].find(
      ({ author }) => author === guest.participant,
    );
    const target = own?.seq ?? 0;
    await guest.room.edit({ target, body: 'And too late for the turbines downstream.' }).done;
    await expert.room.react({ target, reaction: '👍', on: true }).done;
    const slip = await guest.room.post({ body: 'Sorry, wrong window.' }).done;
    const gone = await guest.room.withdraw({ target: slip.ok ? slip.seq : 0, reason: 'a slip' }).done;
    await caughtUp(expert, gone.ok ? gone.seq : 0);
    const seen = expert.room.getView().record?.messages;
    expect(seen?.get(target)).toMatchObject({
      body: 'And too late for the turbines downstream.',
      version: 2,
      reactions: [{ reaction: '👍', participants: [expert.participant] }],
    });
    expect(seen?.get(slip.ok ? slip.seq : 0)).toMatchObject({ body: null, withdrawn: { reason: 'a slip' } });
  });

  it('refuses the words of an observer with a reason', async () => {
    const observer = visitors[3] as RoomVisitor;
    const refused = await observer.room.post({ body: 'May I say something?' }).done;
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('keeps the list of speakers', async () => {
    const [expert, guest] = visitors as [RoomVisitor, RoomVisitor];
    expect(await expert.room.requestFloor({ note: 'on the gauge' }).done).toMatchObject({ ok: true });
    expect(await expert.room.requestFloor({}).done).toMatchObject({
      ok: false,
      error: { code: 'hand_already_raised' },
    });
    await whenState(guest.room, ({ record }) => record?.snapshot.floor.requests.length === 1);
    expect(guest.room.getView().record?.snapshot.floor.requests[0]).toMatchObject({
      participant: expert.participant,
      note: 'on the gauge',
      state: 'waiting',
    });
    expect(await expert.room.withdrawRequest().done).toMatchObject({ ok: true });
  });

  it('captures a proposal whose words, speaker and place are fixed for good', async () => {
    const [expert, guest, rapporteur] = visitors as [RoomVisitor, RoomVisitor, RoomVisitor];
    const source = [...(rapporteur.room.getView().record?.messages.values() ?? [])].find(
      ({ kind }) => kind === 'statement',
    );
    const words = 'A joint gauge at the border';
    const from = source?.body?.indexOf(words) ?? -1;
    const seq = source?.seq ?? 0;
    const wrong = await rapporteur.room.capture({ sources: [{ seq, from, to: from + 5, words }] }).done;
    expect(wrong).toMatchObject({ ok: false, error: { code: 'words_mismatch' } });
    const captured = await rapporteur.room.capture({
      sources: [{ seq, from, to: from + words.length, words }],
    }).done;
    expect(captured.ok).toBe(true);
    await whenState(guest.room, ({ record }) => record?.snapshot.proposals.proposals.length === 1);
    expect(guest.room.getView().record?.snapshot.proposals.proposals[0]).toMatchObject({
      number: 1,
      sources: [{ seq, words, speaker: expert.participant, from, to: from + words.length }],
    });
  });

  it('leaves a transcript that can be read, searched and exported after it closed', async () => {
    await actOnMeeting(secretary, meeting.meeting.id, 'close');
    const expert = visitors[0] as RoomVisitor;
    const late = await expert.room.post({ body: 'One more thing.' }).done;
    expect(late).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/meeting_not_open|room_closed/) },
    });
    const { person, meeting: id } = await enter(links.guest);
    const transcript = await person.mustGet<TranscriptPage>(`/api/v1/meetings/${id}/transcript?limit=500`);
    const words = transcript.passages.filter(({ kind }) => kind !== 'event');
    expect(words.map(({ body }) => body)).toEqual([
      'The winter releases come too early for **our** fields.',
      'And too late for the turbines downstream.',
      'A joint gauge at the border would end the dispute about volumes.',
      null,
    ]);
    const found = await person.mustGet<SearchAnswer>(`/api/v1/meetings/${id}/transcript/search?q=turbine`);
    expect(found.total).toBe(1);
    const markdown = await person.mustGet<string>(`/api/v1/meetings/${id}/export.md`);
    expect(markdown).toContain('A joint gauge at the border would end the dispute about volumes.');
    const exported = await person.mustGet<MeetingExport>(`/api/v1/meetings/${id}/export.json`);
    expect(exported.entries.map(({ seq }) => seq)).toEqual(exported.entries.map((_, index) => index + 1));
    expect(exported.entries.filter(({ type }) => type === 'discussion.edited')).toHaveLength(1);
    expect(exported.proposals[0]?.sources[0]?.words).toBe('A joint gauge at the border');
  });

  it('shows nothing of it to a stranger', async () => {
    const stranger = await becomeStranger(server);
    for (const path of ['', '/transcript', '/export.json', '/lobby', '/proposals']) {
      const answer = await stranger.get<{ error: WireError }>(
        `/api/v1/meetings/${meeting.meeting.id}${path}`,
      );
      expect({ path, code: answer.body.error.code }).toEqual({ path, code: 'not_found' });
    }
  });

  /** Somebody who is signed in, but belongs to another meeting. */
  async function becomeStranger({ url }: RunningRoundtable): Promise<Person> {
    const other = await createMeeting(secretary, { title: 'Another meeting' });
    const { link } = await inviteTo(secretary, other.meeting.id, { name: 'Timur Beknazarov' });
    expect(link.startsWith(url)).toBe(true);
    return (await enter(link)).person;
  }
});
