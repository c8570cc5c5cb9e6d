import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingDetail, WireError } from '@roundtable/contracts';
import { whenState } from '@roundtable/client';
import { v7 as uuidv7 } from 'uuid';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  enter,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { visit } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const WITHIN_MS = 2_500;

describe('access that is taken away', () => {
  let server: RunningRoundtable;
  let secretary: Person;
  let meeting: MeetingDetail['meeting'];

  beforeAll(async () => {
    server = await startRoundtable();
    secretary = await becomeAdministrator(server);
    ({ meeting } = await createMeeting(secretary));
    await actOnMeeting(secretary, meeting.id, 'open');
  }, 120_000);

  afterAll(() => server.dispose());

  it('ends within 2.5 seconds for whoever is inside on a withdrawn link', async () => {
    const { link, participant } = await inviteTo(secretary, meeting.id, { name: 'Bakyt Osmonov' });
    const inside = await visit(link);
    const asked = Date.now();
    await secretary.delete(`/api/v1/meetings/${meeting.id}/participants/${participant.id}/invitation`);
    await whenState(inside.room, ({ status }) => status === 'refused');
    expect(Date.now() - asked).toBeLessThan(WITHIN_MS);
    expect(inside.room.getView().record).toBeNull();
    inside.leave();
    await expect(enter(link)).rejects.toThrow('link_revoked');
  });

  it('ends for a participant who is removed, and their words stay', async () => {
    const { link, participant } = await inviteTo(secretary, meeting.id, { name: 'Gulzat Ismailova' });
    const inside = await visit(link);
    await inside.room.post({ body: 'These words stay.' }).done;
    const asked = Date.now();
    await secretary.delete(`/api/v1/meetings/${meeting.id}/participants/${participant.id}`, {
      clientId: uuidv7(),
    });
    await whenState(inside.room, ({ status }) => status === 'refused');
    expect(Date.now() - asked).toBeLessThan(WITHIN_MS);
    inside.leave();
    const transcript = await secretary.mustGet<{ passages: { body: string | null }[] }>(
      `/api/v1/meetings/${meeting.id}/transcript`,
    );
    expect(transcript.passages.map(({ body }) => body)).toContain('These words stay.');
  });

  it('does not consume a link that a mail scanner opens', async () => {
    const { link } = await inviteTo(secretary, meeting.id, { name: 'Samat Aitiev' });
    const token = link.slice(link.lastIndexOf('/') + 1);
    for (let scan = 0; scan < 3; scan += 1) {
      const seen = await secretary.get<{ participant: { name: string } }>(`/api/v1/join/${token}`);
      expect(seen.body.participant.name).toBe('Samat Aitiev');
    }
    await expect(enter(link)).resolves.toMatchObject({ meeting: meeting.id });
  });

  it.each([
    ['a forged link', (link: string) => `${link.slice(0, -3)}AAA`],
    ['a cut link', (link: string) => link.slice(0, -10)],
    ['no link at all', (link: string) => link.replace(/join\/.*/, 'join/%00%ff')],
  ])('refuses %s with a sentence', async (_, spoil) => {
    const { link } = await inviteTo(secretary, meeting.id, { name: `Person ${Math.random()}` });
    const { pathname } = new URL(spoil(link));
    const answer = await secretary.get<{ error: WireError }>(`/api/v1${pathname}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.error.message).toMatch(/\w+ .*\./);
  });
});
