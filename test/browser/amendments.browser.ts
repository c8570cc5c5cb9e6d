import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addDelegation } from '../support/delegations.js';
import { visit } from '../support/room-visitor.js';
import { findPoorContrast, findViolations } from './support/accessibility.js';
import { eventually } from './support/eventually.js';
import { findForeignWords } from './support/foreign-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { joinSponsors, overtake, preface } from './support/moved-on.js';
import { DESK, PHONE } from './support/person-at-browser.js';
import { Stage, type Seat } from './support/stage.js';
import { takePicture } from './support/take-picture.js';

const TEXT = [
  'The gauge at the border station is read daily.',
  'Winter releases are agreed before the first of October.',
  'One telephone number serves all failures.',
];
const VIEWS = ['Original', 'Changed', 'Differences', 'Consolidated'] as const;

describe('amendments to a proposal', () => {
  let stage: Stage;
  let meeting: string;
  let chair: Seat;
  let north: Seat;
  let south: Seat;

  beforeAll(async () => {
    stage = await Stage.set();
    ({ id: meeting } = (await stage.meeting()).meeting);
    const delegation = await addDelegation(stage.secretary, meeting, 'Түштүк өрөөнү');
    chair = await stage.seat(meeting, 'Gulnara Ismailova', 'chair');
    north = await stage.seat(meeting, 'Aigul Toktosunova');
    south = await stage.seat(meeting, 'Bakyt Orozbekov', 'expert', { viewport: PHONE }, { delegation });
    await chair.say(TEXT.join('\n\n'));
    await chair.sees('border station');
    await chair.act('border station', 'Capture');
    await chair.page.getByText('Proposal 1 is captured.').first().waitFor();
    await nameSubmitter(north);
    for (const { page } of [chair, north, south]) await page.goto(`/m/${meeting}/proposals/1`);
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  const section = ({ page }: Seat) => page.getByRole('region', { name: /^Amendments/ });
  const card = (seat: Seat, label: string) => section(seat).locator(`[data-amendment="${label}"]`);

  it('are none at first, and whoever may is told how to propose one', async () => {
    await section(north).getByRole('heading', { name: 'No amendments yet' }).waitFor();
    expect(await findViolations(north.page)).toEqual([]);
    await takePicture(north.page, 'amendments-empty');
  });

  it('are proposed to a paragraph, with what changes by words before it is tabled', async () => {
    const { page } = north;
    await press(section(north), 'Propose an amendment');
    const dialog = page.getByRole('dialog');
    await press(dialog, 'Table the amendment');
    await dialog.getByText('Choose a paragraph.').last().waitFor();
    await choose(dialog, 'Paragraph', /^1\. .?The gauge/);
    const words = dialog.getByRole('textbox', { name: 'The new words' });
    expect(await words.inputValue()).toBe(TEXT[0]);
    await press(dialog, 'Table the amendment');
    await dialog.getByText('These are the words that stand there already.').waitFor();
    await words.fill('The gauge at the border station is read hourly.');
    const preview = dialog.getByRole('region', { name: 'What changes' });
    expect(await preview.locator('del').innerText()).toContain('daily.');
    expect(await preview.locator('ins').textContent()).toMatch(/^added: hourly\./);
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('The level changes within hours.');
    expect(await findViolations(page)).toEqual([]);
    await takePicture(page, 'amendment-proposed');
    await press(dialog, 'Table the amendment');
    const tabled = card(chair, '1-A1');
    await tabled.getByText('The level changes within hours.').waitFor();
    await tabled.getByText('tabled', { exact: true }).waitFor();
    await tabled.getByText('Aigul Toktosunova').waitFor();
  });

  it('show a conflict in every view, to everybody', async () => {
    const { page } = south;
    await press(section(south), 'Propose an amendment');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Delete a paragraph' }).check({ force: true });
    await choose(dialog, 'Paragraph', /^1\. .?The gauge/);
    expect(await findLayoutFaults(page)).toEqual([]);
    await press(dialog, 'Table the amendment');
    await card(chair, '1-A2').getByText('In conflict with 1-A1').waitFor();
    await card(chair, '1-A1').getByText('In conflict with 1-A2').waitFor();
    for (const view of VIEWS) {
      await section(chair).getByRole('tab', { name: view }).click();
      await section(chair).getByText('1-A1: In conflict with 1-A2').waitFor();
      expect(await findViolations(chair.page)).toEqual([]);
    }
    await section(chair).getByRole('link', { name: '1-A2' }).first().click();
    await card(chair, '1-A2').and(chair.page.locator(':focus')).waitFor();
  });

  it('are proposed from the text itself, by keyboard', async () => {
    const { page } = south;
    await section(south).getByRole('tab', { name: 'By paragraph' }).focus();
    await page.keyboard.press('ArrowRight');
    await section(south).getByRole('button', { name: 'Amend paragraph 2' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Change a paragraph' }).focus();
    await page.keyboard.press('ArrowDown');
    await dialog.getByRole('textbox', { name: 'The new words' }).fill('A reserve is kept for a dry spring.');
    await dialog.getByRole('button', { name: 'Table the amendment' }).focus();
    await page.keyboard.press('Enter');
    await card(north, '1-A3').getByText('new words after paragraph 2').waitFor();
  });

  it('are accepted as friendly by a submitter, or by decision of the chair', async () => {
    await step(north, '1-A3', 'Accept as friendly');
    await card(chair, '1-A3').getByText('accepted as friendly', { exact: true }).waitFor();
    await step(chair, '1-A1', 'Accept', 'No objection.');
    const decided = card(south, '1-A1').getByText(/^Accepted by Gulnara Ismailova.*No objection\.$/);
    await section(south).getByRole('tab', { name: 'By paragraph' }).click();
    await decided.waitFor();
    await card(south, '1-A1').getByText('What became of it').click();
    await card(south, '1-A1')
      .getByRole('link', { name: /Go to entry/ })
      .last()
      .waitFor();
  });

  it('make a consolidated text that says where each paragraph came from', async () => {
    await section(north).getByRole('tab', { name: 'Consolidated' }).click();
    const first = section(north).getByRole('list', { name: 'Sources of paragraph 1' });
    await first.getByText('1-A1 (Aigul Toktosunova), accepted').waitFor();
    await section(north)
      .getByRole('list', { name: 'Sources of the new paragraph' })
      .getByText(/1-A3 .*Bakyt Orozbekov/)
      .waitFor();
    await section(north).getByText('The gauge at the border station is read hourly.').waitFor();
    await section(north).getByRole('checkbox', { name: /^1-A2/ }).check({ force: true });
    await section(north).getByText('1-A2 is left out: it is in conflict with 1-A1.').waitFor();
    await takePicture(north.page, 'amendments-consolidated');
    expect(await findLayoutFaults(north.page)).toEqual([]);
  });

  it('become part of the text together, and leave the one in conflict to its sponsor', async () => {
    const { page } = chair;
    await press(section(chair), 'Merge into the text');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('checkbox').count()).toBe(2);
    expect(await findViolations(page)).toEqual([]);
    await press(dialog, 'Merge into the text');
    await page.locator('main').getByText('is read hourly.').first().waitFor();
    await card(chair, '1-A1').getByText('in the text', { exact: true }).waitFor();
    await card(south, '1-A2').getByText('needs new words', { exact: true }).waitFor();
    await press(card(south, '1-A2'), 'Bring up to date');
    const offer = south.page.getByRole('dialog');
    await offer.getByText('The paragraph was changed in the meantime.').waitFor();
    await offer.getByRole('region', { name: 'Paragraph in version 2' }).getByText('hourly.').waitFor();
    expect(await findViolations(south.page)).toEqual([]);
    expect(await findLayoutFaults(south.page)).toEqual([]);
    await takePicture(south.page, 'amendment-rebase-phone');
    await press(offer, 'Put it on version 2');
    await card(chair, '1-A2').getByText('tabled', { exact: true }).waitFor();
  });

  it('are rejected with the reason, and then made a proposal by their sponsor', async () => {
    await step(chair, '1-A2', 'Reject', 'The gauge is needed.');
    await card(south, '1-A2').getByText('rejected', { exact: true }).waitFor();
    await press(card(south, '1-A2'), 'Steps for 1-A2');
    await south.page.getByRole('menuitem', { name: 'Make a proposal of it' }).click();
    const dialog = south.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Title/ }).fill('Releases without the gauge');
    await press(dialog, 'Make a proposal of it');
    await card(chair, '1-A2')
      .getByRole('link', { name: /made proposal 2 of it/ })
      .click();
    await chair.page.getByRole('heading', { name: 'Releases without the gauge' }).waitFor();
    await chair.page.goBack();
    await card(chair, '1-A2').waitFor();
  });

  it('keep what is written, and their paragraph, when the text moves on meanwhile', async () => {
    const { page } = north;
    const other = await visit(chair.link);
    await page.goto(`/m/${meeting}/proposals/2`);
    await press(section(north), 'Propose an amendment');
    const dialog = page.getByRole('dialog');
    await choose(dialog, 'Paragraph', /^1\. .?Winter/);
    const words = dialog.getByRole('textbox', { name: 'The new words' });
    await words.fill('Winter releases are agreed in September.');
    await page.keyboard.press('Escape');
    await press(dialog, 'Go on writing');
    expect(await preface(other, 'What follows holds for three years.')).toBe(true);
    await dialog.getByText(/^Somebody changed this while it was open here/).waitFor();
    await press(dialog, 'Go on with the newest');
    await dialog.getByRole('button', { name: /2\. .?Winter/ }).waitFor();
    expect(await words.inputValue()).toBe('Winter releases are agreed in September.');
    await press(dialog, 'Table the amendment');
    await card(north, '2-A1').getByText('change paragraph 2').waitFor();
    other.leave();
  });

  it('keep what is written to bring them up to date when others touch them meanwhile', async () => {
    const other = await visit(chair.link);
    expect(await overtake(other, 'Winter releases are agreed in May.')).toBe(true);
    await press(card(north, '2-A1'), 'Bring up to date');
    const words = north.page.getByRole('dialog').getByRole('textbox', { name: 'The new words' });
    await words.fill('Winter releases are agreed in June.');
    const supporter = await visit(south.link);
    expect(await joinSponsors(supporter, '2-A1')).toBe(true);
    await card(north, '2-A1').getByText('Bakyt Orozbekov').waitFor();
    expect(await words.inputValue()).toBe('Winter releases are agreed in June.');
    await press(north.page.getByRole('dialog'), 'Put it on version 2');
    await card(north, '2-A1').getByText('tabled', { exact: true }).waitFor();
    for (const visitor of [other, supporter]) visitor.leave();
  });

  it('are stopped with a reason that everybody reads, while the old ones stay', async () => {
    await press(section(chair), 'Stop new amendments');
    const dialog = chair.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('The text goes to the translators.');
    await press(dialog, 'Stop new amendments');
    await section(south)
      .getByText(/^No new amendments are taken since .*: The text goes to the translators\.$/)
      .waitFor();
    expect(await section(south).getByRole('button', { name: 'Propose an amendment' }).count()).toBe(0);
    await card(south, '1-A1').waitFor();
  });

  it('are told in words in the record of the room and in the transcript', async () => {
    const told = [
      /Amendment 1-A1 was tabled to proposal 1: change paragraph 1/,
      /Amendment 1-A3 was accepted as friendly/,
      /Amendments 1-A1, 1-A3 became part of version 2/,
      /Amendment 1-A2 was rejected — .?The gauge is needed/,
      /No new amendments are taken on proposal 1/,
    ];
    await chair.open();
    for (const words of told) await chair.record.getByText(words).waitFor();
    const { page } = chair;
    await page.goto(`/m/${meeting}/transcript`);
    const [first, ...others] = told.map((words) => page.locator('main').getByText(words).first());
    await first?.waitFor();
    // Rows far from what is seen are not on the page.
    await page.mouse.move(DESK.width / 2, DESK.height / 2);
    const turnOn = async () => {
      await page.mouse.wheel(0, DESK.height / 2);
      return (await others.at(-1)?.isVisible()) ?? false;
    };
    await eventually('the last fact in the transcript', turnOn, Boolean);
  });

  it.each([
    ['ru', PHONE],
    ['ky', DESK],
  ] as const)(
    'read in %s, light and dark, without foreign words or faults',
    async (locale, viewport) => {
      const person = await stage.person({ locale, viewport, theme: 'dark' });
      await person.enter(chair.link);
      const { page } = person;
      for (const view of ['list', 'original', 'changed', 'differences', 'consolidated']) {
        await page.goto(`/m/${meeting}/proposals/1?amendments=${view}`);
        await page.locator('[role="tabpanel"] :is([data-amendment], ol)').first().waitFor();
        expect(await findForeignWords(page, locale)).toEqual([]);
        expect(await findLayoutFaults(page)).toEqual([]);
        expect(await findPoorContrast(page)).toEqual([]);
        await takePicture(page, `amendments-${view}-${locale}-dark`);
      }
    },
    90_000,
  );

  /** Names who submits the proposal, without a screen. */
  async function nameSubmitter({ participant }: Seat): Promise<void> {
    const { room, leave } = await visit(chair.link);
    const [proposal] = room.getView().record?.snapshot.proposals.proposals ?? [];
    const submitters = [{ kind: 'person' as const, id: participant.id }];
    await room.changeProposal({ proposal: proposal?.id ?? '', version: 1, submitters }).done;
    leave();
  }

  /** Takes a step with an amendment, which asks once more before it is done. */
  async function step(seat: Seat, label: string, act: string, reason?: string): Promise<void> {
    await press(card(seat, label), `Steps for ${label}`);
    await seat.page.getByRole('menuitem', { name: act, exact: true }).click();
    const dialog = seat.page.getByRole('dialog');
    if (reason) await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
    await press(dialog, act);
    await dialog.waitFor({ state: 'detached' });
  }
});

async function press(within: Page | Locator, name: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click();
}

async function choose(dialog: Locator, field: string, option: RegExp): Promise<void> {
  await dialog.getByRole('button', { name: new RegExp(field) }).click();
  await dialog.page().getByRole('option', { name: option }).click();
}
