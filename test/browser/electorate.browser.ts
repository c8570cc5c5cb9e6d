import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findViolations } from './support/accessibility.js';
import { findForeignWords } from './support/foreign-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { PHONE } from './support/person-at-browser.js';
import type { RoomPage } from './support/room-page.js';
import { Stage, type Seat } from './support/stage.js';
import { takePicture } from './support/take-picture.js';
import { castBallot, goToVote } from './support/voting.js';

describe('an electorate chosen at the table', () => {
  let stage: Stage;
  let chair: Seat;
  let aigul: RoomPage;
  let bakyt: RoomPage;
  let dilnoza: RoomPage;

  beforeAll(async () => {
    stage = await Stage.set();
    const { meeting } = await stage.meeting();
    chair = await stage.seat(meeting.id, 'Gulnara Ismailova', 'chair');
    aigul = await stage.seat(meeting.id, 'Aigul Toktosunova');
    bakyt = await stage.seat(meeting.id, 'Bakyt Orozbekov', 'expert', { viewport: PHONE });
    dilnoza = await stage.seat(meeting.id, 'Dilnoza Rahimova');
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  const poll = ({ page }: RoomPage, number: number) => page.getByRole('article', { name: `Poll ${number}` });
  const row = (dialog: Locator, name: string) => dialog.getByRole('group', { name, exact: true });

  it('leaves a simple poll as simple as it was: everybody entitled, folded away', async () => {
    const dialog = await begin(chair.page, 'Shall we begin?');
    await dialog.getByText('May vote: 4', { exact: true }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Add a proxy' }).isVisible()).toBe(false);
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await poll(chair, 1).getByText('May vote: 4').waitFor();
    expect(await poll(chair, 1).getByText('Proxies and weights').count()).toBe(0);
    await chair.page.getByRole('button', { name: 'All proposals and polls' }).click();
  });

  it('refuses a weight of 0, a proxy circle and a proxy of somebody outside, each in its row', async () => {
    const { page } = chair;
    const dialog = await begin(page, 'Shall the gauge be joint?');
    await dialog.getByText('May vote: 4', { exact: true }).click();
    await dialog.getByRole('radio', { name: 'Only these' }).check({ force: true });
    await dialog.getByRole('checkbox', { name: 'Gulnara Ismailova' }).uncheck({ force: true });
    await dialog.getByRole('button', { name: 'Add a weight' }).click();
    await choose(page, row(dialog, 'Weight 1'), 'Whose vote', 'Aigul Toktosunova');
    await row(dialog, 'Weight 1').getByRole('textbox', { name: 'Weight' }).fill('0');
    await addProxy(dialog, 1, 'Bakyt', 'Dilnoza');
    await addProxy(dialog, 2, 'Dilnoza', 'Bakyt');
    await addProxy(dialog, 3, 'Gulnara', 'Aigul');
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await row(dialog, 'Weight 1')
      .getByText(/A number above 0/)
      .waitFor();
    for (const name of ['Proxy 1', 'Proxy 2'])
      await row(dialog, name)
        .getByText(/form a circle/)
        .waitFor();
    await row(dialog, 'Proxy 3')
      .getByText(/not in the electorate/)
      .waitFor();
    expect(await findViolations(page)).toEqual([]);
    await takePicture(page, 'electorate-faults');
    await row(dialog, 'Weight 1').getByRole('textbox', { name: 'Weight' }).fill('2,5');
    await dialog.getByRole('button', { name: 'Remove: Proxy 3' }).click();
    await dialog.getByRole('button', { name: 'Remove: Proxy 2' }).click();
    await dialog.getByText('May vote: 3 · weights: 1 · proxies: 1').waitFor();
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await poll(chair, 2).getByText('Aigul Toktosunova: weight 2.5').waitFor();
    await poll(chair, 2).getByText('Bakyt Orozbekov: by proxy, Dilnoza Rahimova votes').waitFor();
    await poll(chair, 2).getByRole('button', { name: 'Start', exact: true }).click();
  });

  it('shows to those who vote what their vote weighs and who holds it', async () => {
    for (const room of [aigul, bakyt, dilnoza]) await goToVote(room, 2);
    await poll(aigul, 2).getByText('Weight 2.5', { exact: true }).waitFor();
    await poll(bakyt, 2)
      .getByText(/Dilnoza Rahimova votes by proxy here/)
      .waitFor();
    expect(await findLayoutFaults(bakyt.page)).toEqual([]);
    await takePicture(bakyt.page, 'ballot-held');
    expect(await findViolations(bakyt.page)).toEqual([]);
    await poll(dilnoza, 2).getByRole('heading', { name: 'Vote of Bakyt Orozbekov' }).waitFor();
    await poll(dilnoza, 2).getByText('You hold this vote as a proxy.').waitFor();
  });

  it('reads weights and proxies in the result', async () => {
    await castBallot(poll(aigul, 2), 'Yes');
    const held = poll(dilnoza, 2).locator('form').first();
    const isHeld = await poll(dilnoza, 2).locator('h3').first().innerText();
    const form = isHeld.startsWith('Vote of') ? held : poll(dilnoza, 2).locator('form').nth(1);
    await form.getByRole('radio', { name: 'No', exact: true }).check({ force: true });
    await form.getByRole('button', { name: 'Cast the ballot' }).click();
    await poll(chair, 2).getByText('2 of 3 have cast').waitFor();
    await poll(chair, 2).getByRole('button', { name: 'Close and publish' }).click();
    await takePicture(aigul.page, 'electorate-result');
    const names = poll(aigul, 2).getByRole('table', { name: 'Roll call' });
    await names.getByRole('row', { name: /Aigul Toktosunova Weight 2\.5 Yes/ }).waitFor();
    await names.getByRole('row', { name: /Bakyt Orozbekov cast by Dilnoza Rahimova No/ }).waitFor();
    await poll(aigul, 2).getByText('Bakyt Orozbekov: by proxy, Dilnoza Rahimova votes').waitFor();
  });

  it.each(['ru', 'ky'] as const)(
    'takes weights and proxies over into the next poll, on a phone, in %s',
    async (locale) => {
      const person = await stage.person({ locale, viewport: PHONE });
      await person.enter(chair.link);
      const { page } = person;
      await page.goto(chair.address);
      const words = { ru: /Предложения/, ky: /Сунуштар/ }[locale];
      await page.getByRole('navigation').getByRole('button', { name: words }).click();
      const start = { ru: 'Провести голосование', ky: 'Добуш берүү өткөрүү' }[locale];
      await page.getByRole('button', { name: start }).click();
      const dialog = page.getByRole('dialog', { name: start });
      await dialog.locator('summary').click();
      expect(await dialog.locator('summary').innerText()).toMatch(/4 · .*1 · .*1$/);
      expect(await findForeignWords(page, locale)).toEqual([]);
      await takePicture(page, `electorate-${locale}`);
      expect(await findLayoutFaults(page)).toEqual([]);
      await person.close();
    },
  );

  async function begin(page: Page, question: string): Promise<Locator> {
    const panel = await chair.panel('Proposals');
    await panel.getByRole('button', { name: 'Start a poll' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start a poll' });
    await dialog.getByRole('textbox', { name: /Question/ }).fill(question);
    return dialog;
  }

  async function choose(page: Page, group: Locator, field: string, name: string): Promise<void> {
    await group.getByRole('combobox', { name: field }).fill(name);
    await page.getByRole('option', { name }).click();
  }

  /** By keyboard alone: the focus goes into the new row. */
  async function addProxy(dialog: Locator, number: number, from: string, to: string): Promise<void> {
    const { keyboard } = dialog.page();
    await dialog.getByRole('button', { name: 'Add a proxy' }).focus();
    await keyboard.press('Enter');
    const fields = { 'The vote of': from, 'Is cast by': to };
    for (const [field, name] of Object.entries(fields)) {
      const box = row(dialog, `Proxy ${number}`).getByRole('combobox', { name: field });
      await box.and(dialog.page().locator(':focus')).waitFor();
      await keyboard.type(name);
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await dialog.page().getByRole('listbox').waitFor({ state: 'detached' });
      if (name === from) await keyboard.press('Tab');
    }
  }
});
