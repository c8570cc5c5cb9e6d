import type {
  EnterAnswer,
  InvitationView,
  MeetingDetail,
  ParticipantView,
  Role,
  SaveParticipant,
  WireError,
} from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { RunningRoundtable } from './roundtable.js';

/** What a request was answered with: the body as it came, success or not. */
export interface HttpAnswer<T> {
  status: number;
  headers: Headers;
  body: T;
}

/** A browser without a screen: keeps its cookie, sends what the web app sends. */
export class Person {
  cookie = '';

  constructor(readonly url: string) {}

  get<T>(path: string) {
    return this.ask<T>('GET', path);
  }
  post<T>(path: string, body?: unknown) {
    return this.ask<T>('POST', path, body);
  }
  put<T>(path: string, body?: unknown) {
    return this.ask<T>('PUT', path, body);
  }
  patch<T>(path: string, body?: unknown) {
    return this.ask<T>('PATCH', path, body);
  }
  delete<T>(path: string, body?: unknown) {
    return this.ask<T>('DELETE', path, body);
  }

  /** Like `post`, but a refusal throws: for the set-up of a test, where success is taken for granted. */
  async mustPost<T>(path: string, body?: unknown): Promise<T> {
    const answer = await this.post<T | { error: WireError }>(path, body);
    if (answer.status >= 300)
      throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  async mustGet<T>(path: string): Promise<T> {
    const answer = await this.get<T>(path);
    if (answer.status >= 300) throw new Error(`GET ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<HttpAnswer<T>> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'X-Roundtable': '1',
        ...(this.cookie && { Cookie: this.cookie }),
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(text) : text) as T,
    };
  }
}

/** Uses the one-time link a fresh server printed. */
export async function becomeAdministrator(server: RunningRoundtable): Promise<Person> {
  const link = server.links().find((each) => each.includes('/setup/'));
  if (!link) throw new Error(`The server printed no set-up link:\n${server.output()}`);
  const person = new Person(server.url);
  const token = link.slice(link.lastIndexOf('/') + 1);
  await person.mustPost(`/api/v1/setup/${token}`, {
    name: 'Nurlan Asanbekov',
    email: 'nurlan@secretariat.example',
    password: 'a quiet river in autumn',
  });
  return person;
}

/** A meeting as a test needs it; only what matters to the test is given. */
export async function createMeeting(
  secretary: Person,
  overrides: Record<string, unknown> = {},
): Promise<MeetingDetail> {
  const created = await secretary.mustPost<MeetingDetail | { meeting: { id: string } }>('/api/v1/meetings', {
    clientId: uuidv7(),
    title: 'Water and energy in the upper basin',
    host: 'Institute of Basin Studies',
    startsAt: '2026-11-24T04:00:00.000Z',
    endsAt: '2026-11-24T10:00:00.000Z',
    zone: 'Asia/Bishkek',
    languages: ['en', 'ru', 'ky'],
    venue: 'Hall 2',
    remote: true,
    confidentiality: 'members',
    ...overrides,
  });
  return secretary.mustGet<MeetingDetail>(`/api/v1/meetings/${created.meeting.id}`);
}

export async function actOnMeeting(
  secretary: Person,
  meeting: string,
  act: 'schedule' | 'open' | 'suspend' | 'close',
) {
  await secretary.mustPost(`/api/v1/meetings/${meeting}/${act}`, { clientId: uuidv7() });
}

/** Adds a participant and gives their personal link. */
export async function inviteTo(
  secretary: Person,
  meeting: string,
  participant: Partial<SaveParticipant> & { roles?: Role[] } = {},
): Promise<{ participant: ParticipantView; invitation: InvitationView; link: string }> {
  const name = participant.name ?? 'Aigul Toktosunova';
  await secretary.mustPost(`/api/v1/meetings/${meeting}/participants`, {
    clientId: uuidv7(),
    name,
    roles: ['expert'],
    ...participant,
  });
  const detail = await secretary.mustGet<MeetingDetail>(`/api/v1/meetings/${meeting}`);
  const found = detail.participants.find((each) => each.name === name && !each.removed);
  if (!found) throw new Error(`${name} was not added.`);
  const invitations = await secretary.mustGet<InvitationView[]>(`/api/v1/meetings/${meeting}/invitations`);
  const invitation = invitations.find((each) => each.participant === found.id && !each.revokedAt);
  if (!invitation?.link) throw new Error(`${name} has no valid link.`);
  return { participant: found, invitation, link: invitation.link };
}

/** Opens a personal link and enters, as one click in the browser does. */
export async function enter(
  link: string,
  attendance: 'remote' | 'onSite' = 'remote',
): Promise<{ person: Person } & EnterAnswer> {
  const { origin, pathname } = new URL(link);
  const person = new Person(origin);
  const token = pathname.slice(pathname.lastIndexOf('/') + 1);
  const answer = await person.mustPost<EnterAnswer>(`/api/v1/join/${token}`, { consent: true, attendance });
  return { person, ...answer };
}
