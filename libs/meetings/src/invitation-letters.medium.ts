import { afterAll, describe, expect, it, jest } from '@jest/globals';
import type { AuditView, InvitationView, OutboxMail, ParticipantView } from '@roundtable/contracts';
import { InvitationsService } from '@roundtable/identity';
import { newId } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { eventually } from '../../../test/support/live-client.js';
import { openDesk } from '../../../test/support/meetings-desk.js';
import { ContactsRepository } from './contacts.repository.js';

const {
  close,
  database,
  node,
  secretary,
  administrator,
  createMeeting,
  addPerson,
  invitationOf,
  tokenOf,
  entered,
} = await openDesk();
afterAll(close);

const newAddress = () => `${newId()}@basin.example`;

const sendAll = (meeting: string) =>
  secretary.post<{ sent: number }>(`/meetings/${meeting}/invitations/send`);

async function sendTo(meeting: string, participant: string): Promise<InvitationView> {
  return (
    await secretary.post<InvitationView>(`/meetings/${meeting}/participants/${participant}/invitation/send`)
  ).body;
}

async function lettersTo(address: string | null): Promise<OutboxMail[]> {
  return (await administrator.get<OutboxMail[]>('/outbox')).body.filter(({ to }) => to === address);
}

/** A meeting with so many people, each with an address. */
async function meetingOf(count: number): Promise<{ meeting: string; people: ParticipantView[] }> {
  const { meeting } = await createMeeting();
  const people: ParticipantView[] = [];
  while (people.length < count) people.push(await addPerson(meeting.id));
  return { meeting: meeting.id, people };
}

describe('letters to everybody who got none', () => {
  /** Sends to all and changes something at the moment when the letter of one person is next. */
  async function sendWhile(
    meeting: string,
    participant: string,
    change: (tx: EntityManager) => Promise<unknown>,
  ): Promise<number> {
    const sending = await database.dataSource.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM identity_invitations WHERE participant_id = $1 FOR UPDATE', [
        participant,
      ]);
      const answer = sendAll(meeting);
      await eventually('the sending waits for the link', async () => {
        const waiting: unknown[] = await database.dataSource.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return waiting.length > 0;
      });
      await change(tx);
      return { answer };
    });
    return (await sending.answer).body.sent;
  }

  it('are written once to each, however many send them at the same time', async () => {
    const { meeting, people } = await meetingOf(5);
    const answers = await Promise.all([1, 2, 3].map(() => sendAll(meeting)));
    expect(answers.reduce((sum, { body }) => sum + body.sent, 0)).toBe(5);
    for (const { id } of people) {
      const { email, sentAt } = await invitationOf(meeting, id);
      expect(sentAt).not.toBeNull();
      expect(await lettersTo(email)).toHaveLength(1);
    }
    expect((await sendAll(meeting)).body).toEqual({ sent: 0 });
  });

  it('are written again to one person who is chosen', async () => {
    const { meeting, people } = await meetingOf(1);
    const id = people[0]?.id ?? '';
    await sendAll(meeting);
    const { email } = await sendTo(meeting, id);
    expect(await lettersTo(email)).toHaveLength(2);
  });

  it('cost one reading of each list, not one for each person', async () => {
    const { meeting } = await meetingOf(4);
    const contacts = jest.spyOn(node.app.get(ContactsRepository), 'list');
    const links = jest.spyOn(node.app.get(InvitationsService), 'listOf');
    expect((await sendAll(meeting)).body).toEqual({ sent: 4 });
    const readings = [contacts.mock.calls.length, links.mock.calls.length];
    jest.restoreAllMocks();
    expect(readings).toEqual([1, 1]);
  });

  it('pass over whoever is removed meanwhile, and reach the others', async () => {
    const { meeting, people } = await meetingOf(3);
    const gone = people[1]?.id ?? '';
    const { email } = await invitationOf(meeting, gone);
    const sent = await sendWhile(meeting, gone, async (tx) => {
      await tx.query('UPDATE identity_invitations SET revoked_at = now() WHERE participant_id = $1', [gone]);
      await tx.query('UPDATE meetings_participants SET removed_at = now() WHERE id = $1', [gone]);
    });
    expect(sent).toBe(2);
    expect(await lettersTo(email)).toEqual([]);
  });

  it('go to an address as it was corrected meanwhile, and nowhere where it was taken away', async () => {
    const { meeting, people } = await meetingOf(2);
    const id = people[0]?.id ?? '';
    const { email: astray } = await invitationOf(meeting, id);
    const right = newAddress();
    const change = (email: string | null) => (tx: EntityManager) =>
      tx.query('UPDATE meetings_participants SET email = $2 WHERE id = $1', [id, email]);
    expect(await sendWhile(meeting, id, change(null))).toBe(1);
    expect((await invitationOf(meeting, id)).sentAt).toBeNull();
    await change(astray)(database.dataSource.manager);
    expect(await sendWhile(meeting, id, change(right))).toBe(1);
    expect([await lettersTo(astray), (await lettersTo(right)).length]).toEqual([[], 1]);
  });
});

describe('a corrected address', () => {
  function correct(meeting: string, { id, name, roles }: ParticipantView, email: string, by = secretary) {
    const wanted = { clientId: newId(), name, roles, email };
    return by.put<ParticipantView>(`/meetings/${meeting}/participants/${id}`, wanted);
  }

  it('makes the letter that went astray open nothing, and gets the next one', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id);
    const astray = await tokenOf(meeting.id, person.id);
    await sendTo(meeting.id, person.id);
    const right = newAddress();
    expect((await correct(meeting.id, person, right)).status).toBe(200);
    expect((await node.browser().get(`/join/${astray}`)).code).toBe('link_revoked');
    const { link, email, sentAt } = await invitationOf(meeting.id, person.id);
    expect([email, sentAt]).toEqual([right, null]);
    expect((await sendAll(meeting.id)).body).toEqual({ sent: 1 });
    expect((await lettersTo(right)).map(({ text }) => text.includes(link ?? 'no link'))).toEqual([true]);
    await entered(meeting.id, person.id);
    const acts = (await secretary.get<AuditView[]>(`/meetings/${meeting.id}/audit`)).body;
    expect(acts.filter(({ act }) => act === 'invitation.renewed')).toMatchObject([
      { actor: 'Bermet Asanova', subject: person.name },
    ]);
  });

  it('puts nobody out who came in on the link, and gets a letter with the same one', async () => {
    const { meeting } = await createMeeting();
    const person = await addPerson(meeting.id);
    const { link } = await sendTo(meeting.id, person.id);
    const browser = await entered(meeting.id, person.id);
    const right = newAddress();
    await correct(meeting.id, person, right);
    expect((await browser.get(`/meetings/${meeting.id}`)).status).toBe(200);
    expect(await invitationOf(meeting.id, person.id)).toMatchObject({ link, email: right, sentAt: null });
    expect((await sendAll(meeting.id)).body).toEqual({ sent: 1 });
    expect((await lettersTo(right)).map(({ text }) => text.includes(link ?? 'no link'))).toEqual([true]);
  });

  it('leaves a secretary inside who corrects their own', async () => {
    const { meeting } = await createMeeting();
    const colleague = await addPerson(meeting.id, { roles: ['secretary'] });
    const { link } = await sendTo(meeting.id, colleague.id);
    const browser = await entered(meeting.id, colleague.id);
    expect((await correct(meeting.id, colleague, newAddress(), browser)).status).toBe(200);
    expect((await browser.get(`/meetings/${meeting.id}/invitations`)).status).toBe(200);
    expect((await invitationOf(meeting.id, colleague.id)).link).toBe(link);
  });

  it('changes nothing about the link where only its case differs, or no letter was sent', async () => {
    const { meeting } = await createMeeting();
    const written = await addPerson(meeting.id);
    const before = await sendTo(meeting.id, written.id);
    await correct(meeting.id, written, before.email?.toUpperCase() ?? '');
    const { link, sentAt } = await invitationOf(meeting.id, written.id);
    expect([link, sentAt]).toEqual([before.link, before.sentAt]);
    const unwritten = await addPerson(meeting.id);
    const handedOver = (await invitationOf(meeting.id, unwritten.id)).link;
    await correct(meeting.id, unwritten, newAddress());
    expect((await invitationOf(meeting.id, unwritten.id)).link).toBe(handedOver);
  });
});
