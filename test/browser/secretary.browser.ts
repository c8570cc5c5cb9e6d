import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startRoundtable, type RunningRoundtable } from '../support/roundtable.js';
import { launchChromium } from './support/chromium.js';
import { newPerson, type PersonAtBrowser } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';

const REVOKED_WITHIN_MS = 2_500;
/** What the press of the button itself may take on a busy machine. */
const PRESS_MS = 500;
/** The list as a spreadsheet saves it: UTF-16, semicolons, quotes. */
const LIST =
  'Name;E-mail;Roles\r\n"Rustam ""Rus"" Ergashev";rustam@rail.example;expert\r\nZarina Holova;;observer\r\n';
const WRONG_LIST = 'name,roles\nRustam,astronaut\nZarina Holova,expert\n';

describe('the secretariat', () => {
  let server: RunningRoundtable;
  let browser: Browser;
  let secretary: PersonAtBrowser;
  let expert: PersonAtBrowser;
  let link: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startRoundtable(), launchChromium()]);
    secretary = await newPerson(browser, server.url);
    expert = await newPerson(browser, server.url);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });
  afterEach(() => {
    expect([...secretary.problems.take(), ...expert.problems.take()]).toEqual([]);
  });

  it('signs up by the link the server printed', async () => {
    const { page } = secretary;
    await page.goto(server.links().find((each) => each.includes('/setup/')) ?? '');
    await page.getByLabel('Your name').fill('Nurlan Asanbekov');
    await page.getByLabel('E-mail address').fill('nurlan@secretariat.example');
    await page.getByLabel('Password').fill('a quiet river in autumn');
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByText('No meetings yet').waitFor();
  });

  it('creates a meeting as a draft', async () => {
    const { page } = secretary;
    await page.getByRole('link', { name: 'New meeting' }).first().click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Signals without a network');
    await page.getByRole('textbox', { name: 'Host' }).fill('Institute of Rail Safety');
    for (const [group, hour] of [
      ['Begins', '10'],
      ['Ends', '13'],
    ] as const) {
      const when = page.getByRole('group', { name: group });
      await when.getByRole('textbox', { name: 'Day' }).fill('24');
      await when.getByRole('button', { name: /Month/ }).click();
      await page.getByRole('option', { name: 'November' }).click();
      await when.getByRole('textbox', { name: 'Year' }).fill('2027');
      await when.getByRole('textbox', { name: 'Hour' }).fill(hour);
      await when.getByRole('textbox', { name: 'Minute' }).fill('00');
    }
    await page.getByRole('textbox', { name: 'Venue' }).fill('Hall 2, Osh');
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await page.getByRole('heading', { name: 'Signals without a network' }).waitFor();
    await page.getByText('24 November 2027').first().waitFor();
  });

  it('adds a participant with a new delegation and copies the personal link', async () => {
    const { page } = secretary;
    await page.getByRole('tab', { name: /Participants/ }).click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Aigul Toktosunova');
    await dialog.getByRole('combobox', { name: 'Delegation' }).fill('Railway of the Upper Valley');
    await dialog.getByRole('textbox', { name: 'Position' }).fill('Signal engineer');
    if (!(await dialog.getByRole('checkbox', { name: 'expert' }).isChecked()))
      await dialog.getByText('expert', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: 'Aigul Toktosunova' });
    await row.getByText('Railway of the Upper Valley').waitFor();
    await row.getByRole('button', { name: 'Copy the link of Aigul Toktosunova' }).click();
    await row.getByRole('button', { name: 'Copied' }).waitFor();
    link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${server.url}/join/[\\w-]+$`));
  });

  it('is shown what each row of a list would do, and that a wrong row stops all of it', async () => {
    const { page } = secretary;
    await page.getByRole('link', { name: 'From a file' }).click();
    await choose('people.csv', Buffer.from(WRONG_LIST));
    await page.getByText('One row is wrong.').waitFor();
    await page.getByText('“astronaut” is not a role').waitFor();
    expect(await page.getByRole('button', { name: /^Take/ }).isDisabled()).toBe(true);
  });

  it('takes a list a spreadsheet saved in UTF-16 with quotes and semicolons', async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: /^Remove people.csv/ }).click();
    await choose('people.csv', Buffer.from(`\uFEFF${LIST}`, 'utf16le'));
    await page.getByText(/separated by semicolons/).waitFor();
    await page.getByRole('row').filter({ hasText: 'Rustam "Rus" Ergashev' }).getByText('new').waitFor();
    await page.getByRole('button', { name: 'Take 2 rows' }).click();
    await page.getByText('2 people added, nobody changed.').first().waitFor();
    await page.getByRole('row').filter({ hasText: 'Zarina Holova' }).waitFor();
  });

  it('opens, suspends and resumes the meeting', async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: 'Schedule' }).click();
    await page.getByText('Scheduled').first().waitFor();
    await page.getByRole('button', { name: 'Open the meeting' }).click();
    await confirm('Open the meeting');
    await page.getByText('Open now').first().waitFor();
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('button', { name: 'Resume the meeting' }).click();
    await page.getByText('Open now').first().waitFor();
  });

  it('withdraws a link, and whoever is inside on it is out within two and a half seconds', async () => {
    const { meeting, room } = await expert.enter(link);
    await expert.page.goto(`/m/${meeting}/${room}`);
    await expert.page.getByRole('textbox', { name: 'Your words' }).waitFor();
    // What the page asks for afterwards is refused, as it should be.
    expert.problems.allow(LOST_LINE);
    const { page } = secretary;
    await page.getByRole('button', { name: 'Actions for Aigul Toktosunova' }).click();
    await page.getByRole('menuitem', { name: 'Withdraw the link' }).click();
    const since = Date.now();
    await confirm('Withdraw the link');
    await expert.page.locator('main').getByRole('log').waitFor({ state: 'detached' });
    expect(Date.now() - since).toBeLessThan(REVOKED_WITHIN_MS + PRESS_MS);
    expect(await expert.page.getByRole('textbox', { name: 'Your words' }).count()).toBe(0);
    expect(await expert.page.getByRole('heading', { level: 1 }).innerText()).toMatch(
      /no longer|cannot be shown/,
    );
  });

  it('closes the meeting after asking', async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: 'Close the meeting' }).click();
    await confirm('Close the meeting');
    await page.getByText('Closed', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Read the transcript' }).waitFor();
  });

  async function confirm(deed: string): Promise<void> {
    await secretary.page.getByRole('alertdialog').getByRole('button', { name: deed }).click();
  }

  async function choose(name: string, buffer: Buffer): Promise<void> {
    const chooser = secretary.page.waitForEvent('filechooser');
    await secretary.page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer });
  }
});
