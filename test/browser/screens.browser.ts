import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findPoorContrast, findViolations } from './support/accessibility.js';
import { WAS_HARMED } from './support/hostile-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { DESK, PHONE } from './support/person-at-browser.js';
import { A_SCREEN_MS, SCREENS_OF_TOUR, Tour, withoutEmpty } from './support/tour.js';

describe('every screen', () => {
  let tour: Tour;

  beforeAll(async () => {
    tour = await Tour.begin();
  }, 120_000);

  afterAll(() => tour.end());
  afterEach(async () => expect(await tour.problems()).toEqual([]));

  it.each(SCREENS_OF_TOUR)(
    '$name has no barrier, no overlap, and nothing run that should be shown',
    async (screen) => {
      const faults: Record<string, string[]> = {};
      const sizes = Object.entries({ desk: DESK, phone: PHONE });
      const lookAt = async ([size, viewport]: (typeof sizes)[number]): Promise<void> => {
        const person = await tour.viewers.show(screen, { viewport });
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
});
