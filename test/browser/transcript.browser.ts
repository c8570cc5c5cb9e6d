import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { INVENTED_LOG } from '../support/invented-log.js';
import { eventually } from './support/eventually.js';
import { longLog } from './support/long-log.js';
import { signInWithCookie, type PersonAtBrowser } from './support/person-at-browser.js';
import { Stage } from './support/stage.js';

const REMARKS = 10_000;
const LONG_MS = 60_000;

describe('transcripts of meetings held elsewhere', () => {
  let stage: Stage;
  let reader: PersonAtBrowser;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.set();
    reader = await stage.person();
    page = reader.page;
    await signInWithCookie(reader, stage.secretary);
  }, 120_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('shows what a log holds, lets a name be corrected, and imports it', async () => {
    await page.goto('/imports');
    await choose({ 'irc.log': INVENTED_LOG });
    await page.getByText('16 of 17 lines understood').waitFor();
    await page.getByText('1 topic, 1 proposal, 1 decision').waitFor();
    await page.locator('summary').filter({ hasText: '1 line that was not understood' }).click();
    await page.locator('summary').filter({ hasText: '3 speakers' }).click();
    await page.getByRole('textbox', { name: 'Name of timur' }).fill('Timur Beknazarov');
    await page.getByRole('button', { name: 'Import 1 meeting' }).click();
    await page.getByText('1 meeting was imported').waitFor();
    await page.getByRole('link', { name: 'Open the transcript' }).click();
    const statement = page
      .getByRole('article')
      .filter({ hasText: 'The canal needs a gauge at the border.' })
      .first();
    await statement.getByText('Timur Beknazarov').first().waitFor();
    await page.getByText('the old gauge stood at the upper weir').waitFor();
    const contents = page.getByRole('tabpanel', { name: 'Contents' });
    await contents.getByText('Build a joint gauge at the border.').first().waitFor();
  });

  it('does not import the very same log twice', async () => {
    await page.goto('/imports');
    await choose({ 'irc.log': INVENTED_LOG });
    await page.getByText('The very same file was imported before').waitFor();
    expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
  });

  it('says which of several files is no log', async () => {
    await page.goto('/imports');
    await choose({ 'poem.txt': 'The river\nruns\n' });
    await page.getByText('This is not a meeting log').waitFor();
  });

  it(
    'reads ten thousand entries: search with highlights, a jump into context, a filter, the end',
    async () => {
      await page.goto('/imports');
      await choose({ 'irc.log': longLog(REMARKS) });
      await page.getByRole('button', { name: 'Import 1 meeting' }).click();
      await page.getByRole('link', { name: 'Open the transcript' }).click({ timeout: LONG_MS });
      await page.getByText('Remark 1.', { exact: false }).first().waitFor();
      await countLongTasks(page);

      await page.keyboard.press('/');
      await page.getByRole('searchbox', { name: 'Find words' }).fill('"Remark 7777"');
      await page.getByText('1 passage', { exact: true }).waitFor();
      const hit = page.getByRole('tabpanel').getByRole('listitem').getByRole('button').first();
      expect(await hit.locator('mark').allInnerTexts()).not.toEqual([]);
      await hit.click();
      const found = page.locator('article[data-pointed]');
      await found.getByText('Remark 7777.').waitFor();
      await found.locator('mark').first().waitFor();
      await page.getByRole('article').filter({ hasText: 'Remark 7776.' }).waitFor();

      const record = page.getByRole('region', { name: 'Record of the discussion' });
      await record.hover();
      for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, turn % 2 === 0 ? 2_400 : -2_400);
      await eventually(
        'the place is kept',
        () => record.getByText(/Remark 77\d\d\./).count(),
        (count) => count > 0,
      );
      const tasks = await page.evaluate<number[]>('window.__longTasks');
      process.stdout.write(
        `Long tasks while reading ${REMARKS} entries: ${tasks.length}, the longest ${Math.round(Math.max(0, ...tasks))} ms.\n`,
      );

      await page.getByRole('searchbox', { name: 'Find words' }).fill('');
      await page
        .getByRole('button', { name: /Filters/ })
        .or(page.getByText('Filters', { exact: true }))
        .first()
        .click();
      await page.getByRole('combobox', { name: 'Speaker' }).fill('nodira');
      await page.getByRole('option', { name: /nodira/i }).click();
      await page.getByRole('listbox').waitFor({ state: 'detached' });
      await eventually(
        'only one speaker is left',
        () => record.getByRole('article').allInnerTexts(),
        (texts) =>
          texts.length > 0 &&
          texts.every((words) => !/Remark \d*[013468]\./.test(words) || /nodira/i.test(words)),
      );
      const filters = record.page().getByRole('group', { name: 'Filters' });
      await filters.getByRole('button', { name: /nodira/ }).waitFor();
      await page.goto(`${page.url()}&kind=message`);
      await filters
        .getByRole('button', { name: /^Remove/ })
        .nth(1)
        .waitFor();
      await filters.evaluate((group) => {
        for (const chip of group.querySelectorAll<HTMLElement>('button[aria-label]')) chip.click();
      });
      await filters.waitFor({ state: 'detached' });
      expect(new URL(page.url()).search).not.toMatch(/speaker|kind/);
    },
    LONG_MS * 2,
  );

  it(
    'prints every entry',
    async () => {
      const { pathname } = new URL(page.url());
      await page.goto(`${pathname}/print`);
      await page.getByRole('button', { name: 'Print', exact: true }).and(page.locator(':enabled')).waitFor({
        timeout: LONG_MS,
      });
      const words = await page.locator('main').evaluate((main) => main.textContent ?? '');
      const missing = Array.from({ length: REMARKS }, (_, index) => index + 1).filter(
        (number) => !words.includes(`Remark ${number}.`),
      );
      expect(missing).toEqual([]);
    },
    LONG_MS * 2,
  );

  async function choose(files: Record<string, string>): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (
      await chooser
    ).setFiles(
      Object.entries(files).map(([name, text]) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })),
    );
  }
});

/** Counts what keeps the page from answering for more than half a second. */
async function countLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { __longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > 500) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}
