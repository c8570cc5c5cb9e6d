import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PHONE } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';
import { Stage, type Seat } from './support/stage.js';

/** Many keys, one after the other, on a machine that may be busy. */
const PATIENCE_MS = 60_000;

describe('the room, however one comes to it', () => {
  let stage: Stage;
  let meeting: string;
  let colleague: Seat;

  beforeAll(async () => {
    stage = await Stage.set();
    meeting = (await stage.meeting()).meeting.id;
    colleague = await stage.seat(meeting, 'Farrukh Nazarov');
    await colleague.say('Who is with us from outside?');
    await colleague.sees('Who is with us');
  }, 120_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('can be used on a phone: read, write, raise the hand, look at every panel', async () => {
    const phone = await stage.seat(meeting, 'Aigul Toktosunova', 'expert', { viewport: PHONE });
    const { page } = phone;
    await phone.sees('Who is with us');
    await phone.composer.fill('I am, from the bus.');
    await page.getByRole('button', { name: 'Send' }).tap();
    await colleague.sees('I am, from the bus.');
    await page.getByRole('button', { name: 'Raise hand', exact: true }).tap();
    await page.getByRole('button', { name: /^Lower hand/ }).waitFor();
    for (const [button, words] of [
      ['People', '2 people here'],
      ['Speakers', 'List of speakers'],
      ['Proposals', 'No proposals yet'],
      ['Agenda', 'No agenda yet'],
    ] as const) {
      await page
        .getByRole('navigation', { name: 'Beside the record' })
        .getByRole('button', { name: button })
        .tap();
      await page.getByRole('tabpanel').getByText(words).first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('tabpanel').waitFor({ state: 'detached' });
    }
    expect(await tooSmall(page)).toEqual([]);
  });

  it('takes up another theme at once in all that it shows, where motion is reduced', async () => {
    const { page } = colleague;
    await colleague.sees('Who is with us');
    const late = await page.evaluate(() => {
      const elements = [...document.querySelectorAll('main *')];
      const colors = (): string[] => elements.map((element) => getComputedStyle(element).color);
      const root = document.documentElement;
      const before = root.dataset['theme'] ?? 'light';
      root.dataset['theme'] = before === 'light' ? 'dark' : 'light';
      const atOnce = colors();
      document.getAnimations().forEach((animation) => animation.finish());
      const atLast = colors();
      root.dataset['theme'] = before;
      return atLast.filter((color, index) => color !== atOnce[index]).length;
    });
    expect(late).toBe(0);
  });

  it(
    'can be used by the keyboard alone, from the invitation to a raised hand',
    async () => {
      const { link } = await stage.invite(meeting, 'Jyldyz Nazarova');
      const person = await stage.person();
      // Asking who one is before entering is answered with 401.
      person.problems.allow(LOST_LINE);
      const { page } = person;
      await page.goto(link);
      await page.getByRole('button', { name: 'Enter the room' }).waitFor();
      await tabTo(page, 'I agree that a record of the meeting is kept.');
      await page.keyboard.press('Space');
      await tabTo(page, 'Enter the room');
      await page.keyboard.press('Enter');
      await page.locator('main').getByRole('log').waitFor();
      await tabTo(page, 'Your words');
      await page.keyboard.type('Written without a mouse.');
      await page.keyboard.press('Enter');
      await colleague.sees('Written without a mouse.');
      await page.keyboard.press('Control+Shift+KeyY');
      await page.getByRole('button', { name: /^Lower hand/ }).waitFor();
      await page.keyboard.press('Escape');
      const focused = page.locator('article[id^="entry-"]:focus');
      // Tab went by the entry that was the last then; the arrows and letters go on from it.
      await page.keyboard.press('k');
      await focused.filter({ hasText: 'Who is with us from outside?' }).waitFor();
      await page.keyboard.press('j');
      await focused.filter({ hasText: 'I am, from the bus.' }).waitFor();
      await page.keyboard.press('r');
      await page.getByText(/^In reply to/).waitFor();
      // Leaves the reply, then the field: single keys are for words there.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      const help = page.getByRole('dialog', { name: 'Keyboard and screen reader' });
      await help.getByText('Raise or lower your hand').waitFor();
      await page.keyboard.press('Escape');
      await help.waitFor({ state: 'detached' });
    },
    PATIENCE_MS,
  );

  it.each([
    ['ru', 'вторник, 24 ноября 2026', 'Поднять руку'],
    ['ky', '2026-жылдын 24-ноябры, шейшемби', 'Кол көтөрүү'],
    ['en', 'Tuesday, 24 November 2026', 'Raise hand'],
  ] as const)('speaks %s, with the names of its own months and days', async (locale, day, raise) => {
    const { link } = await stage.invite(meeting, `A reader of ${locale}`);
    const person = await stage.person({ locale });
    const { room } = await person.enter(link);
    await person.page.goto(`/m/${meeting}/${room}`);
    await person.page.getByRole('button', { name: raise, exact: true }).waitFor();
    expect(await person.page.locator('html').getAttribute('lang')).toBe(locale);
    await person.page.goto(`/m/${meeting}`);
    await person.page.getByText(day).first().waitFor();
  });

  it('changes its language without losing what was begun', async () => {
    const { page } = colleague;
    await colleague.composer.fill('Begun in English');
    await page.getByRole('button', { name: /^Language and appearance/ }).click();
    await page.getByRole('menuitemradio', { name: 'Кыргызча' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Кол көтөрүү', exact: true }).waitFor();
    expect(await page.locator('main textarea').inputValue()).toBe('Begun in English');
  });
});

/** Presses Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.closest('label')?.textContent ?? '';
      return [element?.getAttribute('aria-label') ?? '', label, element?.textContent ?? ''];
    });
    if (focused.some((words) => words.startsWith(name))) return;
  }
  throw new Error(`Tab never came to "${name}".`);
}

/** Controls too small for a finger (WCAG 2.2, 2.5.8). Links in running text are exempt. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, [role="tab"], textarea, input')]
      .filter((each) => each.checkVisibility() && !each.closest('article p'))
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2 && (box.width < 24 || box.height < 24))
      .map(
        ({ each, box }) =>
          `${each.getAttribute('aria-label') ?? each.textContent}: ${box.width} x ${box.height}`,
      ),
  );
}
