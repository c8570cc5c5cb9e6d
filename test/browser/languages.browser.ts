import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findForeignWords } from './support/foreign-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { PHONE } from './support/person-at-browser.js';
import { A_SCREEN_MS, SCREENS_OF_TOUR, Tour, withoutEmpty } from './support/tour.js';

/** The same screens with worse names say nothing more of the languages. */
const screens = SCREENS_OF_TOUR.filter(({ name }) => !name.includes('hostile'));

describe('every screen', () => {
  let tour: Tour;

  beforeAll(async () => {
    tour = await Tour.begin();
  }, 120_000);

  afterAll(() => tour.end());
  afterEach(async () => expect(await tour.problems()).toEqual([]));

  it.each(screens)(
    '$name speaks Russian and Kyrgyz throughout and has room for both',
    async (screen) => {
      const faults: Record<string, string[]> = {};
      const lookAt = async (locale: 'ru' | 'ky'): Promise<void> => {
        const person = await tour.viewers.show(screen, { locale, viewport: PHONE });
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
