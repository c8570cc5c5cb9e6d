import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addDelegation } from '../support/delegations.js';
import type { RoomPage } from './support/room-page.js';
import { Stage } from './support/stage.js';
import { takePicture } from './support/take-picture.js';

const GAUGE = 'We need a joint gauge at the border station.';
const FIGURES = 'Publish the figures, at best every month.';
/** The server takes no silence shorter than a minute, and the field knows whole minutes. */
const SHORTEST_SILENCE_MS = 65_000;
const SILENCE_DEADLINE_MS = 180_000;

describe('one outcome, from words in the record to the communique', () => {
  let stage: Stage;
  let meeting: string;
  let chair: RoomPage;
  let rapporteur: RoomPage;
  let north: RoomPage;
  let south: RoomPage;

  beforeAll(async () => {
    stage = await Stage.set();
    ({ id: meeting } = (await stage.meeting()).meeting);
    const [first, second] = [
      await addDelegation(stage.secretary, meeting, 'Северный бассейн'),
      await addDelegation(stage.secretary, meeting, 'Түштүк өрөөнү'),
    ];
    chair = await stage.seat(meeting, 'Gulnara Ismailova', 'chair');
    rapporteur = await stage.seat(meeting, 'Dinara Seitkali', 'rapporteur');
    north = await stage.seat(meeting, 'Aigul Toktosunova', 'expert', {}, { delegation: first });
    south = await stage.seat(meeting, 'Bakyt Orozbekov', 'expert', {}, { delegation: second });
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('begins with proposals captured from what two delegations said', async () => {
    await north.say(GAUGE);
    await south.say(FIGURES);
    for (const [at, words] of [GAUGE, FIGURES].entries()) {
      await rapporteur.sees(words);
      await rapporteur.act(words, 'Capture');
      await rapporteur.page
        .getByText(`Proposal ${String(at + 1)} is captured.`)
        .first()
        .waitFor();
    }
  });

  it('is drafted into a text with an open bracket, fixed as a version', async () => {
    const { page } = rapporteur;
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.getByText(FIGURES).waitFor();
    await text.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('The figures [shall || should] be published every month.');
    await page.getByRole('tab', { name: 'Versions' }).click();
    await press(page, 'Save a version');
    await page.getByRole('textbox', { name: /What is it called/ }).fill('After the first reading');
    await page.keyboard.press('Enter');
    await page.getByText('After the first reading').first().waitFor();
    await chair.page.goto(`/m/${meeting}/proposals/2`);
    await chair.page.getByText('The figures [shall || should] be published every month.').waitFor();
  });

  it('is admitted, discussed and decided, each proposal under its own number', async () => {
    const { page } = chair;
    for (const number of ['1', '2']) {
      await page.goto(`/m/${meeting}/proposals/${number}`);
      for (const step of ['Submit', 'Admit', 'Open the discussion', 'Put to the decision'])
        await pressTwice(page, step);
      await page.getByText(`P-${number}`, { exact: true }).waitFor();
      await press(page, 'Record the decision');
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: 'adopted', exact: true })
        .check({ force: true });
      await press(page.getByRole('dialog'), 'Record the decision');
      await page.getByRole('listitem').filter({ hasText: 'decided: adopted' }).waitFor();
    }
  });

  it('becomes a set with the reservations of two delegations, and is adopted', async () => {
    const { page } = chair;
    await page.goto(`/m/${meeting}/set`);
    await press(page, 'Draft the set');
    await press(page.getByRole('dialog'), 'Draft the set');
    const table = page.getByRole('table');
    for (const [room, number, words] of [
      [north, '2', 'Резервируем позицию до согласования сметы.'],
      [south, '1', 'Биз мөөнөткө эскертүү калтырабыз.'],
    ] as const) {
      await room.page.goto(`/m/${meeting}/set`);
      await press(room.page, `Reservation on proposal ${number}`);
      const form = room.page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Reservation' }).fill(words);
      await press(form, 'Enter a reservation');
      await table.getByText(words).waitFor();
    }
    const line = table.locator('tbody tr').nth(0);
    await line.getByText('Түштүк өрөөнү').waitFor();
    await press(page, 'Adopt the set');
    await press(page.getByRole('alertdialog'), 'Adopt the set');
    await south.page.getByText(/^Adopted by/).waitFor();
    await takePicture(page, 'outcome-set');
  });

  it('becomes a communique of parts of the set, whose bracket is settled', async () => {
    const { page } = chair;
    await page.goto(`/m/${meeting}/communique`);
    await press(page, 'Draft the communique');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().uncheck({ force: true });
    await press(dialog, 'Draft the communique');
    const text = page.getByRole('article', { name: 'Communique' });
    await text.getByText('be published every month.').waitFor();
    expect(await text.getByText(GAUGE).count()).toBe(0);
    await page.getByText('It can be adopted when no bracket is open.').waitFor();
    await press(page, 'Settle: shall / should');
    await dialog.getByRole('radio', { name: 'A: shall' }).check({ force: true });
    await press(dialog, 'Settle');
    await text.getByText('The figures shall be published every month.').waitFor();
  });

  it('is brought back to the table by an objection before the silence is over', async () => {
    await circulate();
    await south.page.goto(`/m/${meeting}/communique`);
    await press(south.page, 'Object');
    const form = south.page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Reason' }).fill('Not without the cost.');
    await press(form, 'Object');
    await chair.page.getByText('Not without the cost.').waitFor();
    await chair.page.getByText('draft', { exact: true }).waitFor();
  });

  it(
    'is adopted when the silence runs out, which everybody sees and the record says',
    async () => {
      await circulate(new Date(Date.now() + SHORTEST_SILENCE_MS));
      await south.page.getByRole('timer').waitFor();
      await south.page.getByText(/^Adopted by silence, .*\d$/).waitFor({ timeout: SILENCE_DEADLINE_MS });
      await chair.page.getByText(/^Adopted by silence/).waitFor();
      expect(await south.page.getByRole('button', { name: 'Object' }).count()).toBe(0);
      for (const words of [
        'The set of proposals was adopted',
        /broke the silence: .?Not without the cost/,
        'The communique was adopted by silence',
      ])
        await rapporteur.page.locator('main').getByRole('log').getByText(words).waitFor();
      await takePicture(chair.page, 'outcome-communique');
    },
    SILENCE_DEADLINE_MS + 30_000,
  );

  /** Circulates for as long as the dialog offers, or until the first whole minute after a time. */
  async function circulate(after?: Date): Promise<void> {
    const { page } = chair;
    await press(page, 'Circulate');
    const dialog = page.getByRole('dialog');
    if (after) await setTime(dialog, new Date(Math.ceil(after.getTime() / 60_000) * 60_000));
    await press(dialog, 'Circulate');
    await page.getByRole('timer').waitFor();
  }
});

/** Fills the boxes for a date and a time as somebody does who reads the clock of the meeting. */
async function setTime(dialog: Locator, at: Date): Promise<void> {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Bishkek', ...options }).format(at);
  const [hour = '', minute = ''] = part({ hour: '2-digit', minute: '2-digit' }).split(':');
  for (const [box, digits] of [
    ['Day', part({ day: 'numeric' })],
    ['Year', part({ year: 'numeric' })],
    ['Hour', hour],
    ['Minute', minute],
  ] as const)
    await dialog.getByRole('textbox', { name: box, exact: true }).fill(digits);
  await dialog.getByRole('button', { name: /Month/ }).click();
  await dialog
    .page()
    .getByRole('option', { name: part({ month: 'long' }), exact: true })
    .click();
}

async function press(within: Page | Locator, name: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click();
}

/** A step asks once more, in a dialog, before it is taken. */
async function pressTwice(page: Page, step: string): Promise<void> {
  await press(page, step);
  await press(page.getByRole('dialog'), step);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
