import type { Locator, Page } from 'playwright-core';
import type { PersonAtBrowser } from './person-at-browser.js';

/** The room as one person sees it, in English. */
export class RoomPage {
  readonly page: Page;

  constructor(
    readonly person: PersonAtBrowser,
    readonly address: string,
  ) {
    this.page = person.page;
  }

  get record(): Locator {
    return this.page.locator('main').getByRole('log');
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Your words' });
  }

  /** Goes there and waits until the record shows. */
  async open(address = this.address): Promise<void> {
    await this.page.goto(address);
    await this.record.waitFor();
  }

  /** Writes and sends with the key that sends. */
  async say(words: string): Promise<void> {
    await this.composer.fill(words);
    await this.composer.press('Enter');
  }

  /** The entry with these words that the server has accepted. */
  entry(words: string | RegExp): Locator {
    return this.record.locator('article[id^="entry-"]').filter({ hasText: words });
  }

  /** Own words that are not accepted yet. */
  pending(words: string): Locator {
    return this.record.locator('article[data-pending]').filter({ hasText: words });
  }

  async sees(words: string | RegExp): Promise<Locator> {
    const entry = this.entry(words).first();
    await entry.waitFor();
    return entry;
  }

  /** Presses a button of the bar that shows at an entry under the mouse. */
  async act(words: string | RegExp, deed: string): Promise<void> {
    const entry = this.entry(words).first();
    await entry.hover();
    await entry.getByRole('toolbar').getByRole('button', { name: deed }).click();
  }

  /** Chooses from the menu behind "More" at an entry. */
  async choose(words: string | RegExp, deed: string): Promise<void> {
    await this.act(words, 'More');
    await this.page.getByRole('menuitem', { name: deed, exact: true }).click();
  }

  /** Brings a panel beside the record to the front. */
  async panel(name: 'People' | 'Speakers' | 'Proposals' | 'Agenda'): Promise<Locator> {
    await this.page.getByRole('tab', { name }).click();
    return this.page.getByRole('tabpanel', { name });
  }

  /** The words in the record from top to bottom, for records that fit the page. */
  async words(): Promise<string[]> {
    return this.record.locator('article[id^="entry-"] [data-seq]').allInnerTexts();
  }
}
