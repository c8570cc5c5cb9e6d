import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startRoundtable, type RunningRoundtable } from '../support/roundtable.js';
import { findPoorContrast, findViolations } from './support/accessibility.js';
import { launchChromium } from './support/chromium.js';
import { findForeignWords } from './support/foreign-words.js';
import { WAS_HARMED } from './support/hostile-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { DESK, PHONE } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';
import { SCREENS } from './support/screens.js';
import { Viewers } from './support/viewers.js';
import { makeWorld } from './support/world.js';

/** Shown by looking for something that is not there, or signing in as nobody: the answer 4xx is what it is about. */
const NOT_THERE = LOST_LINE;
/** Those that need ten thousand entries are looked at by `npm run screenshots`. */
const screens = SCREENS.filter(({ name }) => !name.endsWith('-long'));
/** The same screens with worse names say nothing more of the languages. */
const plainScreens = screens.filter(({ name }) => !name.includes('hostile'));
/** Bounds a screen that never comes; a busy machine takes its time. */
const A_SCREEN_MS = 240_000;

describe('every screen', () => {
  let server: RunningRoundtable;
  let browser: Browser;
  let viewers: Viewers;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startRoundtable({ ROUNDTABLE_SAMPLE: '1' }), launchChromium()]);
    viewers = new Viewers(browser, await makeWorld(server));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });
  afterEach(async () => {
    const problems = await viewers.problems();
    expect(problems.filter((each) => !NOT_THERE.test(each))).toEqual([]);
  });

  it.each(screens)(
    '$name has no barrier, no overlap, and nothing run that should be shown',
    async (screen) => {
      const faults: Record<string, string[]> = {};
      const sizes = Object.entries({ desk: DESK, phone: PHONE });
      const lookAt = async ([size, viewport]: (typeof sizes)[number]): Promise<void> => {
        const person = await viewers.show(screen, { viewport });
        if (!person) return;
        const { page } = person;
        faults[`${size}, layout`] = await findLayoutFaults(page);
        faults[`${size}, light`] = await findViolations(page);
        if (viewport === DESK) {
          await page.emulateMedia({ colorScheme: 'dark' });
          await page.locator('html[data-theme="dark"]').waitFor();
          faults[`${size}, dark`] = await findPoorContrast(page);
          await page.emulateMedia({ colorScheme: 'light' });
        }
        expect(await page.evaluate(WAS_HARMED)).toBe(false);
      };
      await Promise.all(sizes.map(lookAt));
      expect(withoutEmpty(faults)).toEqual({});
    },
    A_SCREEN_MS,
  );

  it.each(plainScreens)(
    '$name speaks Russian and Kyrgyz throughout and has room for both',
    async (screen) => {
      const faults: Record<string, string[]> = {};
      const lookAt = async (locale: 'ru' | 'ky'): Promise<void> => {
        const person = await viewers.show(screen, { locale, viewport: PHONE });
        if (!person) return;
        faults[`${locale}, words`] = await findForeignWords(person.page, locale);
        faults[`${locale}, layout`] = await findLayoutFaults(person.page);
      };
      await Promise.all([lookAt('ru'), lookAt('ky')]);
      expect(withoutEmpty(faults)).toEqual({});
    },
    A_SCREEN_MS,
  );
});

function withoutEmpty(faults: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(faults).filter(([, list]) => list.length > 0));
}
