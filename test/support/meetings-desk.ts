import { expect } from '@jest/globals';
import type {
  InvitationView,
  MeetingDetail,
  MeetingView,
  ParticipantView,
  RoomSnapshot,
} from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { RecordFeatures } from '@roundtable/record';
import { freshDatabase } from './postgres.js';
import { startMeetingsNode, wantedMeeting, type Browser } from './meetings-node.js';

/** A name as nobody should have one: script, and nearly as long as names may be. */
export const HOSTILE = `<script>alert(1)</script> ${'Ә'.repeat(250)}`;

/** A node with a secretary and an administrator at work, and what they do most. Call `close` in afterAll. */
export async function openDesk() {
  const database = await freshDatabase();
  const node = await startMeetingsNode(database.dataSource);
  const secretary = await node.signedIn('organiser');
  const administrator = await node.signedIn('administrator');
  async function createMeeting(by = secretary): Promise<MeetingDetail> {
    const answer = await by.post<MeetingDetail>('/meetings', wantedMeeting());
    expect(answer.status).toBe(201);
    return answer.body;
  }

  async function addPerson(meeting: string, change: object = {}): Promise<ParticipantView> {
    const wanted = {
      clientId: newId(),
      name: 'Aigul Temirova',
      email: `${newId()}@basin.example`,
      roles: ['expert'],
      ...change,
    };
    const answer = await secretary.post<ParticipantView>(`/meetings/${meeting}/participants`, wanted);
    expect([answer.status, answer.code]).toEqual([201, undefined]);
    return answer.body;
  }

  async function invitationOf(meeting: string, participant: string): Promise<InvitationView> {
    const { body } = await secretary.get<InvitationView[]>(`/meetings/${meeting}/invitations`);
    const found = body.find((invitation) => invitation.participant === participant);
    if (!found) throw new Error('no invitation');
    return found;
  }

  async function tokenOf(meeting: string, participant: string): Promise<string> {
    return (await invitationOf(meeting, participant)).link?.split('/join/')[1] ?? '';
  }

  async function entered(meeting: string, participant: string): Promise<Browser> {
    const browser = node.browser();
    const answer = await browser.post(`/join/${await tokenOf(meeting, participant)}`, {
      consent: true,
      attendance: 'remote',
    });
    expect(answer.status).toBe(200);
    return browser;
  }

  function act(by: Browser, meeting: string, name: string) {
    return by.post<MeetingView>(`/meetings/${meeting}/${name}`, { clientId: newId() });
  }

  /** What a fresh reader is told must be what the facts made of the tables. */
  async function snapshotOf(room: string): Promise<RoomSnapshot['meetings'] | undefined> {
    const feature = node.app.get(RecordFeatures).of('meetings.opened');
    return (await feature.snapshot?.(database.dataSource.manager, room, 'staff'))?.meetings;
  }

  return {
    database,
    node,
    secretary,
    administrator,
    createMeeting,
    addPerson,
    invitationOf,
    tokenOf,
    entered,
    act,
    snapshotOf,
    close: async () => {
      await node.close();
      await database.drop();
    },
  };
}
