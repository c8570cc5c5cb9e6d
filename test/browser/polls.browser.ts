import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findViolations } from './support/accessibility.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { PHONE } from './support/person-at-browser.js';
import type { RoomPage } from './support/room-page.js';
import { Stage } from './support/stage.js';
import { castBallot, goToVote } from './support/voting.js';

describe('positions and polls', () => {
  let stage: Stage;
  let chair: RoomPage;
  let experts: RoomPage[];

  beforeAll(async () => {
    stage = await Stage.set();
    const { meeting } = await stage.meeting();
    chair = await stage.seat(meeting.id, 'Gulnara Ismailova', 'chair');
    const viewport = { viewport: PHONE };
    experts = [
      await stage.seat(meeting.id, 'Aigul Toktosunova'),
      await stage.seat(meeting.id, 'Bakyt Orozbekov', 'expert', viewport),
      await stage.seat(meeting.id, 'Dilnoza Rahimova'),
    ];
    await expert(0).say('We need a joint gauge at the border station.');
    await chair.sees('joint gauge');
    await chair.act('joint gauge', 'Capture');
    await chair.page.getByText('Proposal 1 is captured.').first().waitFor();
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  const expert = (index: number) => experts[index] as RoomPage;
  const poll = ({ page }: RoomPage, number: number) => page.getByRole('article', { name: `Poll ${number}` });

  it('takes a position in words, changes it, and shows it to the others', async () => {
    const panel = await expert(0).panel('Proposals');
    await panel.getByRole('button', { name: /joint gauge/ }).click();
    await panel.getByRole('radio', { name: 'Strongly for' }).check({ force: true });
    await panel.getByRole('textbox', { name: /Reason/ }).fill('Both sides need the same figures.');
    await panel.getByRole('button', { name: 'Take this position' }).click();
    await expert(0).page.getByText('Your position is on the record.').first().waitFor();
    const others = await expert(2).panel('Proposals');
    await others.getByRole('button', { name: /joint gauge/ }).click();
    await others.getByText('1 for').waitFor();
    await panel.getByRole('button', { name: 'Take it back' }).click();
    await others.getByText('1 for').waitFor({ state: 'detached' });
  });

  it('refuses a threshold above 100 % in the dialog, and puts the question once it is right', async () => {
    const { page } = chair;
    await page.getByRole('button', { name: 'All proposals' }).click();
    const panel = await chair.panel('Proposals');
    await panel.getByRole('button', { name: 'Start a poll' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start a poll' });
    await dialog.getByRole('textbox', { name: /Question/ }).fill('Shall there be a joint gauge?');
    await choose(dialog, page, /Needed to carry/, 'Another percentage');
    await dialog.getByRole('textbox', { name: /Percent of the valid/ }).fill('120');
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await dialog.getByText(/More than 100 %/).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: /Percent of the valid/ }).fill('60');
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await poll(chair, 1).getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('region', { name: 'Poll 1 is open' }).waitFor();
  });

  it('is voted on by keyboard alone, and on a phone', async () => {
    const { page } = expert(0);
    await goToVote(expert(0), 1);
    const form = poll(expert(0), 1);
    await form.getByRole('radio', { name: 'Yes' }).focus();
    await page.keyboard.press('Space');
    await form.getByRole('button', { name: 'Cast the ballot' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Your ballot is cast.').first().waitFor();
    await goToVote(expert(1), 1);
    await castBallot(poll(expert(1), 1), 'No');
    expect(await findLayoutFaults(expert(1).page)).toEqual([]);
    expect(await findViolations(expert(1).page)).toEqual([]);
  });

  it('shows the chair what is met while voting goes on', async () => {
    await poll(chair, 1).getByText('2 of 4 have cast').waitFor();
    await poll(chair, 1)
      .getByText(/1 of 2.*not met/)
      .waitFor();
    await goToVote(expert(2), 1);
    await castBallot(poll(expert(2), 1), 'Yes');
    await poll(chair, 1)
      .getByText(/2 of 3.*: met/)
      .waitFor();
  });

  it('reads the roll call into the record, with a table beside the chart', async () => {
    await poll(chair, 1).getByRole('button', { name: 'Close and publish' }).click();
    const result = poll(expert(0), 1).getByRole('region', { name: 'Result', exact: true });
    await result.getByText('carried', { exact: true }).waitFor();
    const counts = result.getByRole('table', { name: /Result:/ });
    await counts.getByRole('row', { name: /Yes 2 66\.7 %/ }).waitFor();
    const names = result.getByRole('table', { name: 'Roll call' });
    await names.getByRole('row', { name: /Bakyt Orozbekov No/ }).waitFor();
    await expert(0).page.getByRole('button', { name: 'Result of poll 1: carried' }).waitFor();
    expect(await findViolations(expert(0).page)).toEqual([]);
  });

  it('says what is secret, takes a secret ballot once, and shows no name afterwards', async () => {
    const { page } = chair;
    await page.getByRole('button', { name: 'All proposals and polls' }).click();
    const panel = await chair.panel('Proposals');
    await panel.getByRole('button', { name: 'Start a poll' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start a poll' });
    await dialog.getByRole('textbox', { name: /Question/ }).fill('Where shall it stand?');
    await choose(dialog, page, /Method/, 'Ranked, Schulze');
    await dialog.getByRole('textbox', { name: /Options/ }).fill('Bridge\nWeir\nFerry');
    await dialog.getByRole('radio', { name: /Secret/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await poll(chair, 2).getByRole('button', { name: 'Start', exact: true }).click();
    const receipts: string[] = [];
    for (const room of experts) {
      await goToVote(room, 2);
      const ballot = poll(room, 2);
      await ballot.getByText(/nobody sees how you vote/).waitFor();
      await ballot.getByRole('button', { name: 'Weir: add' }).click();
      await ballot.getByRole('button', { name: 'Bridge: add' }).click();
      await ballot.getByRole('button', { name: 'Bridge: up' }).click();
      await ballot.getByRole('button', { name: 'Cast the ballot' }).click();
      const said = await ballot.getByText(/Receipt: /).innerText();
      receipts.push(said.split('Receipt: ')[1] ?? '');
      await ballot.getByRole('button', { name: 'Cast the ballot' }).waitFor({ state: 'detached' });
    }
    await poll(chair, 2).getByRole('button', { name: 'Close and publish' }).click();
    const result = poll(expert(1), 2).getByRole('region', { name: 'Result', exact: true });
    await result.getByText(/Leading: Bridge/).waitFor();
    expect(await result.getByText(/Toktosunova|Orozbekov|Rahimova/).count()).toBe(0);
    await result.getByText('Receipts of the ballots counted').click();
    for (const receipt of receipts) await result.getByText(receipt).waitFor();
  });

  it('is prepared and cancelled from a phone as well', async () => {
    const { page } = chair;
    await page.setViewportSize(PHONE);
    await page.reload();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Proposals/ })
      .click();
    await page.getByRole('button', { name: 'Start a poll' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start a poll' });
    await dialog.getByRole('textbox', { name: /Question/ }).fill('Shall we go on after lunch?');
    expect(await findLayoutFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await poll(chair, 3).getByRole('button', { name: 'Cancel the poll' }).click();
    const question = page.getByRole('alertdialog', { name: 'Cancel poll 3?' });
    await question.getByRole('button', { name: 'Cancel the poll' }).click();
    await poll(chair, 3).getByText('cancelled', { exact: true }).waitFor();
  });

  /** Goes from the banner above the record to the ballot; on a phone the sheet before it is closed first. */
  async function choose(dialog: Locator, page: Page, field: RegExp, option: string): Promise<void> {
    await dialog.getByRole('button', { name: field }).click();
    await page.getByRole('option', { name: option }).click();
  }
});
