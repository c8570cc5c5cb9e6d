import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingDetail } from '@roundtable/contracts';
import type { Page } from 'playwright-core';
import { visit } from '../support/room-visitor.js';
import { findViolations } from './support/accessibility.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { PHONE } from './support/person-at-browser.js';
import type { RoomPage } from './support/room-page.js';
import { Stage, type Seat } from './support/stage.js';
import { takePicture } from './support/take-picture.js';

const SAID = [
  'A joint gauge at the border station is built before winter.',
  'Winter releases are agreed before the first of October.',
  'One telephone number serves all failures of railway signals.',
];

describe('the life of proposals on the screen', () => {
  let stage: Stage;
  let meeting: MeetingDetail['meeting'];
  let chair: RoomPage;
  let moderator: Seat;
  let rapporteur: RoomPage;

  beforeAll(async () => {
    stage = await Stage.set();
    ({ meeting } = await stage.meeting());
    chair = await stage.seat(meeting.id, 'Gulnara Ismailova', 'chair');
    moderator = await stage.seat(meeting.id, 'Temirbek Asanov', 'moderator');
    rapporteur = await stage.seat(meeting.id, 'Dinara Seitkali', 'rapporteur');
    for (const words of SAID) await rapporteur.say(words);
    for (const [at, words] of SAID.entries()) {
      await rapporteur.sees(words);
      await rapporteur.act(words, 'Capture');
      await rapporteur.page
        .getByText(`Proposal ${String(at + 1)} is captured.`)
        .first()
        .waitFor();
    }
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  const board = (page: Page) => page.getByRole('region', { name: 'Board of proposals' });
  const column = (page: Page, name: RegExp) => page.getByRole('region', { name });
  const dialog = (page: Page) => page.getByRole('dialog');

  it('is a board that the arrow keys walk and M moves on, without a mouse', async () => {
    const { page } = chair;
    await page.goto(`/m/${meeting.id}/proposals?view=board`);
    await board(page).waitFor();
    await page.locator('[data-steps="1"]').waitFor();
    await page.keyboard.press('ArrowDown');
    await focused(page, 'A joint gauge');
    await page.keyboard.press('ArrowDown');
    await focused(page, 'Winter releases');
    await page.keyboard.press('m');
    await page.locator('[role="menuitem"]:focus').filter({ hasText: 'Submit' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: 'Submit' }).focus();
    await page.keyboard.press('Enter');
    await column(page, /^Submitted, 1 proposal$/)
      .getByText('Winter releases')
      .waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    await card(page, 'A joint gauge').focus();
    await page.keyboard.press('ArrowRight');
    await focused(page, 'Winter releases');
    expect(await findViolations(page)).toEqual([]);
    expect(await findLayoutFaults(page)).toEqual([]);
  });

  it('lists its keys in the help', async () => {
    const { page } = chair;
    await page.keyboard.press('?');
    for (const words of ['Go to the next card', 'Steps for the proposal', 'Show the table'])
      await dialog(page).getByText(words).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('leaves a list open that was opened before the page followed the room', async () => {
    const { page, line } = moderator;
    line.hold();
    await page.goto(`/m/${meeting.id}/proposals`);
    await page.getByText('3 proposals', { exact: true }).waitFor();
    await page.getByRole('button', { name: /State/ }).click();
    const option = page.getByRole('option').first();
    await option.waitFor();
    expect(await page.locator('[data-steps]').count()).toBe(0);
    line.release();
    await page.locator('[data-steps]').first().waitFor({ state: 'attached' });
    expect(await option.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await option.waitFor({ state: 'detached' });
    await moderator.open();
  });

  it('keeps filters and the view in the address, counts, and says when nothing fits', async () => {
    const { page } = chair;
    await page.keyboard.press('t');
    await page.getByRole('table', { name: 'Table of proposals' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('october');
    await page.getByText('1 proposal of 3').waitFor();
    await page.waitForURL(/\?q=october$/);
    await page.reload();
    await page.getByText('1 proposal of 3').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await page.getByRole('searchbox', { name: 'Words in proposals' }).fill('nothing like it');
    await page.getByText('No proposal fits').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByText('3 proposals', { exact: true }).waitFor();
    await page.getByRole('button', { name: /State/ }).click();
    await page.getByRole('option', { name: 'submitted (1)' }).click();
    await page.waitForURL(/\?state=submitted$/);
    await page.getByText('1 proposal of 3').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('shows a step to others at once, asks why where it must, and gives the number at admission', async () => {
    const { page } = moderator;
    await page.goto(`/m/${meeting.id}/proposals/2`);
    await page.getByRole('button', { name: 'Steps for proposal 2' }).click();
    await page.getByRole('menuitem', { name: 'Do not admit' }).click();
    await dialog(page).getByRole('button', { name: 'Do not admit' }).click();
    await dialog(page).getByText('Give a reason: it stands in the record.').waitFor();
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Admit', exact: true }).click();
    await dialog(page)
      .getByRole('textbox', { name: /Reason/ })
      .fill('within the mandate');
    await dialog(page).getByRole('button', { name: 'Admit', exact: true }).click();
    await page.getByText('P-1', { exact: true }).waitFor();
    const life = page.getByRole('listitem').filter({ hasText: 'admitted as P-1' });
    await life.getByText('within the mandate').waitFor();
    await life.getByText('Temirbek Asanov').waitFor();
    await life.getByRole('link', { name: /Go to entry/ }).waitFor();
    await chair.page.getByText('No proposal fits').waitFor();
    await rapporteur.page.getByText('Proposal 2 was admitted as P-1: within the mandate').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  it('takes no step on words that nobody looked at', async () => {
    const { page } = moderator;
    await press(page, 'Open the discussion');
    await page.getByRole('button', { name: 'Put to the decision', exact: true }).click();
    await plan(2, 'by September');
    await dialog(page).locator('ins').getByText('by September').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await takePicture(page, 'proposal-moved-on');
    const put = dialog(page).getByRole('button', { name: 'Put to the decision', exact: true });
    await put.click();
    // It was refused where one can still go on.
    await dialog(page).getByRole('button', { name: 'Go on with the newest' }).click();
    await put.click();
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('tells the second of two chairs who decide what was decided by whom', async () => {
    await chair.page.goto(`/m/${meeting.id}/proposals/2`);
    for (const [{ page }, result] of [
      [chair, 'adopted'],
      [moderator, 'rejected'],
    ] as const) {
      await page.getByRole('button', { name: 'Record the decision' }).click();
      await dialog(page).getByRole('radio', { name: result, exact: true }).check({ force: true });
    }
    await dialog(chair.page).getByRole('button', { name: 'Record the decision' }).click();
    await dialog(chair.page).waitFor({ state: 'detached' });
    await dialog(moderator.page).getByRole('button', { name: 'Record the decision' }).click();
    await dialog(moderator.page)
      .getByText(/Gulnara Ismailova.* recorded a decision in the meantime: adopted/)
      .waitFor();
    await dialog(moderator.page).getByRole('button', { name: 'Cancel' }).click();
  });

  it('offers a similar proposal before a new one is made, and takes the words in with two acts', async () => {
    const { page } = rapporteur;
    const words = 'The joint gauge at the border must be built before the winter.';
    await rapporteur.say(words);
    await rapporteur.sees(words);
    await rapporteur.entry(words).focus();
    await page.keyboard.press('p');
    await dialog(page).getByText('There are similar proposals').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Add these words to proposal 1' }).click();
    await page.getByText('The words were added to proposal 1.').first().waitFor();
    await rapporteur.entry(words).getByRole('button', { name: 'Proposal 1' }).waitFor();
  });

  it('makes a new one all the same where Enter is pressed', async () => {
    const { page } = rapporteur;
    const words = 'A joint gauge is built at the border station.';
    await rapporteur.say(words);
    await rapporteur.sees(words);
    await rapporteur.entry(words).focus();
    await page.keyboard.press('p');
    await dialog(page).getByText('There are similar proposals').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Proposal 4 is captured.').first().waitFor();
  });

  it('merges two with both provenances, and takes them apart again', async () => {
    const { page } = rapporteur;
    await page.goto(`/m/${meeting.id}/proposals/4`);
    await page.getByRole('button', { name: 'Steps for proposal 4' }).click();
    await page.getByRole('menuitem', { name: 'Merge into another' }).click();
    await dialog(page).getByRole('combobox', { name: 'Into which proposal' }).fill('1.');
    await page.getByRole('option', { name: /^1\. / }).click();
    await dialog(page).getByRole('button', { name: 'Merge into another' }).click();
    await page.getByText('merged into another').first().waitFor();
    await page.getByRole('link', { name: /^1\. / }).click();
    await page.getByText('took in the words of proposal 4').waitFor();
    expect(await page.locator('blockquote').count()).toBe(3);
    await page.goBack();
    await page.getByRole('button', { name: 'Steps for proposal 4' }).click();
    await page.getByRole('menuitem', { name: 'Reopen' }).click();
    await dialog(page)
      .getByRole('textbox', { name: /Reason/ })
      .fill('not the same');
    await dialog(page).getByRole('button', { name: 'Reopen' }).click();
    await page.getByText('reopened: captured').waitFor();
  });

  it('is read and moved on a phone as well', async () => {
    const { page } = chair;
    await page.setViewportSize(PHONE);
    for (const view of ['table', 'board']) {
      await page.goto(`/m/${meeting.id}/proposals?view=${view}`);
      await page.locator('[data-steps="1"]').waitFor();
      expect(await findLayoutFaults(page)).toEqual([]);
      expect(await findViolations(page)).toEqual([]);
    }
    await page.locator('[data-steps="3"]').click();
    await page.getByRole('menuitem', { name: 'Adjourn' }).click();
    await dialog(page).getByRole('button', { name: 'Adjourn' }).click();
    await column(page, /^Set aside, 1 proposal$/)
      .getByText('One telephone number')
      .waitFor();
  });

  /** Changes a proposal as somebody else does, without a screen. */
  async function plan(number: number, timeline: string): Promise<void> {
    const { room, leave } = await visit((await stage.invite(meeting.id, 'Nurlan Bekov', 'secretary')).link);
    const proposals = room.getView().record?.snapshot.proposals.proposals ?? [];
    const { id = '', version = 0 } = proposals.find((each) => each.number === number) ?? {};
    const done = await room.changeProposal({ proposal: id, version, timeline }).done;
    expect(done).toMatchObject({ ok: true });
    leave();
  }

  const card = (page: Page, words: string) => page.locator('[data-card]').filter({ hasText: words });

  async function focused(page: Page, words: string): Promise<void> {
    await page.locator('[data-card]:focus').filter({ hasText: words }).waitFor();
  }

  async function press(page: Page, step: string): Promise<void> {
    await page.getByRole('button', { name: step, exact: true }).click();
    await dialog(page).getByRole('button', { name: step, exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
  }
});
