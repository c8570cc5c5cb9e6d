import type { InvitationView, MeetingDetail, ParticipantView, Role, WireError } from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import { pause } from './wait.js';

const TRIED_FOR_MS = 90_000;

/** The secretariat: acts over HTTP until it is answered, on whichever node answers, each act with one client id. */
export class Desk {
  private cookie = '';

  constructor(private readonly nodeUrls: () => readonly string[]) {}

  async becomeAdministrator(setupLink: string): Promise<void> {
    const token = setupLink.slice(setupLink.lastIndexOf('/') + 1);
    await this.ask('POST', `/api/v1/setup/${token}`, {
      name: 'Nurlan Asanbekov',
      email: 'nurlan@secretariat.example',
      password: 'a quiet river in autumn',
    });
  }

  /** A new, open meeting. */
  async openMeeting(title: string): Promise<MeetingDetail> {
    const { meeting } = await this.ask<MeetingDetail>('POST', '/api/v1/meetings', {
      clientId: uuidv7(),
      title,
      host: 'Institute of Basin Studies',
      startsAt: '2026-11-24T04:00:00.000Z',
      endsAt: '2026-11-24T10:00:00.000Z',
      zone: 'Asia/Bishkek',
      languages: ['en', 'ru', 'ky'],
      venue: 'Hall 2',
      remote: true,
      confidentiality: 'members',
    });
    await this.ask('POST', `/api/v1/meetings/${meeting.id}/open`, { clientId: uuidv7() });
    return this.ask<MeetingDetail>('GET', `/api/v1/meetings/${meeting.id}`);
  }

  add(meeting: string, name: string, roles: Role[]): Promise<ParticipantView> {
    const participant = { clientId: uuidv7(), name, roles };
    return this.ask('POST', `/api/v1/meetings/${meeting}/participants`, participant);
  }

  /** Personal links by participant. */
  async links(meeting: string): Promise<Map<string, string>> {
    const all = await this.ask<InvitationView[]>('GET', `/api/v1/meetings/${meeting}/invitations`);
    return new Map(all.flatMap(({ participant, link }) => (link ? [[participant, link]] : [])));
  }

  async changeRoles(meeting: string, { id, name }: ParticipantView, roles: Role[]): Promise<void> {
    const change = { clientId: uuidv7(), name, roles };
    await this.ask('PUT', `/api/v1/meetings/${meeting}/participants/${id}`, change);
  }

  async remove(meeting: string, participant: string): Promise<void> {
    await this.ask('DELETE', `/api/v1/meetings/${meeting}/participants/${participant}`, {
      clientId: uuidv7(),
    });
  }

  /** @throws Error where it is refused for good, or nobody answers for long. */
  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const deadline = Date.now() + TRIED_FOR_MS;
    let last = 'nobody answered';
    for (let attempt = 0; Date.now() < deadline; attempt += 1) {
      const urls = this.nodeUrls();
      const url = urls[attempt % Math.max(1, urls.length)];
      const answer = url === undefined ? null : await this.askOnce<T>(url, method, path, body);
      if (answer !== null && 'value' in answer) return answer.value;
      if (answer !== null) last = answer.error;
      if (answer?.isFinal) break;
      await pause(100);
    }
    throw new Error(`${method} ${path}: ${last}`);
  }

  private async askOnce<T>(
    url: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<{ value: T } | { error: string; isFinal: boolean } | null> {
    try {
      const response = await fetch(url + path, {
        method,
        signal: AbortSignal.timeout(10_000),
        headers: {
          'X-Roundtable': '1',
          ...(this.cookie && { cookie: this.cookie }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
      const value = (await response.json()) as T | { error: WireError };
      if (response.ok) return { value: value as T };
      const isFinal = response.status < 500 && response.status !== 429;
      return { error: JSON.stringify(value), isFinal };
    } catch {
      return null;
    }
  }
}
