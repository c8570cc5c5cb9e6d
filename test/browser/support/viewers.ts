import type { Browser, Cookie } from 'playwright-core';
import {
  newPerson,
  signInWithCookie,
  type PersonAtBrowser,
  type PersonOptions,
} from './person-at-browser.js';
import type { Screen, Viewer } from './screens.js';
import type { World } from './world.js';

/** Opens browsers as whoever looks at a screen, each once for one language and size. */
export class Viewers {
  private readonly people = new Map<string, Promise<PersonAtBrowser>>();
  /** A link is used once for each viewer: entering again and again is what the server limits. */
  private readonly logins = new Map<Viewer, Promise<Cookie[]>>();

  constructor(
    private readonly browser: Browser,
    private readonly world: World,
  ) {}

  as(viewer: Viewer, options: PersonOptions = {}): Promise<PersonAtBrowser> {
    const key = JSON.stringify([viewer, options]);
    const person = this.people.get(key) ?? this.bring(viewer, options);
    this.people.set(key, person);
    return person;
  }

  async problems(): Promise<string[]> {
    const people = await Promise.all(this.people.values());
    return people.flatMap(({ problems }) => problems.take());
  }

  /** Shows a screen in its state. False where this world has no such screen. */
  async show(screen: Screen, options: PersonOptions = {}): Promise<PersonAtBrowser | null> {
    const path = screen.path(this.world);
    if (path === null) return null;
    const person = await this.as(screen.viewer, options);
    await person.page.goto(path);
    await person.page.locator(screen.ready).first().waitFor();
    await person.page.locator('[aria-busy="true"]').first().waitFor({ state: 'hidden' });
    await screen.prepare?.(person.page);
    return person;
  }

  private async bring(viewer: Viewer, options: PersonOptions): Promise<PersonAtBrowser> {
    const person = await newPerson(this.browser, this.world.url, options);
    const login = this.logins.get(viewer) ?? this.login(viewer, person);
    this.logins.set(viewer, login);
    await person.context.addCookies(await login);
    return person;
  }

  private async login(viewer: Viewer, person: PersonAtBrowser): Promise<Cookie[]> {
    if (viewer === 'stranger') return [];
    if (viewer !== 'administrator') await person.enter(linkOf(viewer, this.world));
    else await signInWithCookie(person, this.world.administrator);
    return person.context.cookies();
  }
}

function linkOf(viewer: Exclude<Viewer, 'stranger' | 'administrator'>, world: World): string {
  const link = {
    sampleExpert: world.sample.links['expert'],
    sampleRapporteur: world.sample.links['rapporteur'],
    sampleSecretary: world.sample.links['secretary'],
    waiting: world.scheduled.links['expert'],
    emptyRoom: world.empty.links['expert'],
    hostileExpert: world.hostile.links['expert'],
    hostileRapporteur: world.hostile.links['rapporteur'],
    closedExpert: world.closed.links['expert'],
    boardChair: world.board.links['chair'],
    boardExpert: world.board.links['expert'],
    boardSecretary: world.board.links['secretary'],
  }[viewer];
  if (!link) throw new Error(`The world has no link for ${viewer}.`);
  return link;
}
