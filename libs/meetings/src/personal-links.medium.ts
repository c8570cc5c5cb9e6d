import { afterAll, describe, expect, it } from '@jest/globals';
import type {
  EnterAnswer,
  InvitationMessage,
  InvitationView,
  JoinView,
  MeView,
  OutboxMail,
} from '@roundtable/contracts';
import { openDesk, HOSTILE } from '../../../test/support/meetings-desk.js';

const {
  close,
  node,
  secretary,
  administrator,
  createMeeting,
  addPerson,
  invitationOf,
  tokenOf,
  entered,
  act,
} = await openDesk();
afterAll(close);

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

  it('opens where many looked at dead ones, and made-up ones are borne sixty times', async () => {
    const { meeting } = await createMeeting();
    const [withdrawn, welcome] = [await addPerson(meeting.id), await addPerson(meeting.id)];
    const dead = await tokenOf(meeting.id, withdrawn.id);
    const valid = await tokenOf(meeting.id, welcome.id);
    await secretary.delete(`/meetings/${meeting.id}/participants/${withdrawn.id}/invitation`);
    const browser = node.browser();
    for (let look = 0; look < 70; look += 1)
      expect((await browser.get(`/join/${dead}`)).code).toBe('link_revoked');
    let borne = 0;
    while ((await browser.get('/join/nonsense')).code === 'link_invalid') borne += 1;
    expect(borne).toBeGreaterThan(0);
    expect(borne).toBeLessThanOrEqual(60);
    expect((await browser.get('/join/nonsense')).code).toBe('rate_limited');
    expect((await browser.get(`/join/${valid}`)).status).toBe(200);
    expect((await browser.get(`/join/${dead}`)).code).toBe('link_revoked');
  });
});
