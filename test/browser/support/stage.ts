import type { MeetingDetail, ParticipantView, Role } from '@roundtable/contracts';
import type { Browser } from 'playwright-core';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';
import { launchChromium } from './chromium.js';
import { Line } from './line.js';
import { newPerson, type PersonAtBrowser, type PersonOptions } from './person-at-browser.js';
import { RoomPage } from './room-page.js';

/** Somebody in a room, with what brought them there. */
export type Seat = RoomPage & { link: string; line: Line; participant: ParticipantView };

/** A server, a browser and a secretariat: what every test of a screen begins with. */
export class Stage {
  private readonly people: PersonAtBrowser[] = [];

  private constructor(
    readonly server: RunningRoundtable,
    readonly browser: Browser,
    readonly secretary: Person,
  ) {}

  static async set(env: Record<string, string> = {}): Promise<Stage> {
    const [server, browser] = await Promise.all([startRoundtable(env), launchChromium()]);
    return new Stage(server, browser, await becomeAdministrator(server));
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.server.dispose();
  }

  async person(options: PersonOptions = {}): Promise<PersonAtBrowser> {
    const person = await newPerson(this.browser, this.server.url, options);
    this.people.push(person);
    return person;
  }

  /** Makes a meeting that is open, unless `state` says otherwise. */
  async meeting(
    overrides: Record<string, unknown> = {},
    state: 'draft' | 'scheduled' | 'open' = 'open',
  ): Promise<MeetingDetail> {
    const detail = await createMeeting(this.secretary, overrides);
    if (state !== 'draft') await actOnMeeting(this.secretary, detail.meeting.id, 'schedule');
    if (state === 'open') await actOnMeeting(this.secretary, detail.meeting.id, 'open');
    return detail;
  }

  invite(meeting: string, name: string, role: Role = 'expert', more: Record<string, unknown> = {}) {
    return inviteTo(this.secretary, meeting, { name, roles: [role], ...more });
  }

  /** Invites somebody and brings them into the room, up to date. */
  async seat(
    meeting: string,
    name: string,
    role: Role = 'expert',
    options: PersonOptions = {},
    more: Record<string, unknown> = {},
  ): Promise<Seat> {
    const { link, participant } = await this.invite(meeting, name, role, more);
    const person = await this.person(options);
    const { room } = await person.enter(link, options.attendance);
    const line = await Line.on(person.page);
    const page = new RoomPage(person, `/m/${meeting}/${room}`);
    await page.open();
    return Object.assign(page, { link, line, participant });
  }

  /** Everything that went wrong in any page since it was last asked; ask after each test. */
  problems(): string[] {
    return this.people.flatMap(({ problems }) => problems.take());
  }
}
