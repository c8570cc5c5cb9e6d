import type { Browser } from 'playwright-core';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';
import { launchChromium } from './chromium.js';
import { LOST_LINE } from './problems.js';
import { SCREENS } from './screens.js';
import { Viewers } from './viewers.js';
import { makeWorld } from './world.js';

/** Those that need ten thousand entries are looked at by `npm run screenshots`. */
export const SCREENS_OF_TOUR = SCREENS.filter(({ name }) => !name.endsWith('-long'));
/** Bounds a screen that never comes; a busy machine takes its time. */
export const A_SCREEN_MS = 240_000;

/** A server with the sample and a world of meetings beside it, and a browser for all who look at its screens. */
export class Tour {
  private constructor(
    private readonly server: RunningRoundtable,
    private readonly browser: Browser,
    readonly viewers: Viewers,
  ) {}

  static async begin(): Promise<Tour> {
    const [server, browser] = await Promise.all([
      startRoundtable({ ROUNDTABLE_SAMPLE: '1' }),
      launchChromium(),
    ]);
    return new Tour(server, browser, new Viewers(browser, await makeWorld(server)));
  }

  /** What pages complained of. Looking for something that is not there, the answer 4xx is what a screen is about. */
  async problems(): Promise<string[]> {
    return (await this.viewers.problems()).filter((each) => !LOST_LINE.test(each));
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.server.dispose();
  }
}

/** What was found, where something was. */
export function withoutEmpty(faults: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(faults).filter(([, list]) => list.length > 0));
}
