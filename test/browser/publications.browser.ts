import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { whenState, type RecordView } from '@roundtable/client';
import type { ChangeLine, CommuniquePart } from '@roundtable/contracts';
import type { Locator, Page } from 'playwright-core';
import { addDelegation } from '../support/delegations.js';
import { visit, type RoomVisitor } from '../support/room-visitor.js';
import { findPoorContrast, findViolations } from './support/accessibility.js';
import { findForeignWords } from './support/foreign-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { DESK, PHONE } from './support/person-at-browser.js';
import type { RoomPage } from './support/room-page.js';
import { Stage, type Seat } from './support/stage.js';
import { takePicture } from './support/take-picture.js';

describe('the outcome of a meeting', () => {
  let stage: Stage;
  let meeting: string;
  let chair: Seat;
  let north: RoomPage;
  let south: RoomPage;
  let other: RoomVisitor;

  beforeAll(async () => {
    stage = await Stage.set();
    ({ id: meeting } = (await stage.meeting()).meeting);
    const delegations = [
      await addDelegation(stage.secretary, meeting, 'Северный бассейн'),
      await addDelegation(stage.secretary, meeting, 'Түштүк өрөөнү'),
    ];
    chair = await stage.seat(meeting, 'Gulnara Ismailova', 'chair');
    north = await stage.seat(meeting, 'Aigul Toktosunova', 'expert', {}, { delegation: delegations[0] });
    south = await stage.seat(
      meeting,
      'Bakyt Orozbekov',
      'expert',
      { viewport: PHONE },
      { delegation: delegations[1] },
    );
    await north.say('We need a joint gauge at the border station.');
    await south.say('Figures [shall || should] be published [monthly].');
    for (const words of ['joint gauge', 'Figures']) {
      await chair.sees(words);
      await chair.act(words, 'Capture');
    }
    await chair.page.getByText('Proposal 2 is captured.').first().waitFor();
    other = await visit((await stage.invite(meeting, 'Dinara Seitkali', 'rapporteur')).link);
  }, 180_000);

  afterAll(async () => {
    other.leave();
    await stage.strike();
  });
  afterEach(() => expect(stage.problems()).toEqual([]));

  const go = async ({ page }: RoomPage, to: 'set' | 'communique') => {
    await page.goto(`/m/${meeting}/${to}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const table = ({ page }: RoomPage) => page.getByRole('table');
  const rows = (room: RoomPage) => table(room).locator('tbody tr');

  it('is drafted as a set, empty at first, and put in order by keyboard and by dragging', async () => {
    await go(chair, 'set');
    const { page } = chair;
    await page.getByRole('heading', { name: 'No set of proposals yet' }).waitFor();
    await go(south, 'set');
    await takePicture(page, 'set-empty');
    await press(page, 'Draft the set');
    const dialog = page.getByRole('dialog');
    for (const box of await dialog.getByRole('checkbox').all()) await box.check({ force: true });
    await press(dialog, 'Draft the set');
    await table(chair).waitFor();
    await rows(south).nth(1).waitFor();
    await expect(rows(chair).nth(0).innerText()).resolves.toContain('joint gauge');
    await page.getByRole('button', { name: 'Move proposal 2' }).focus();
    await page.keyboard.press('ArrowUp');
    await rows(chair).nth(0).filter({ hasText: 'Figures' }).waitFor();
    const handle = page.getByRole('button', { name: 'Move proposal 2' });
    await handle.dragTo(rows(chair).nth(1));
    await rows(chair).nth(0).filter({ hasText: 'joint gauge' }).waitFor();
  });

  it('takes the responsible and the timeline, and reservations of two delegations', async () => {
    const { page } = chair;
    await press(page, 'Proposal 1 in the set');
    await page.getByRole('menuitem', { name: 'Edit the line' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Responsible/ }).fill('Министерство энергетики');
    await dialog.getByRole('textbox', { name: /Timeline/ }).fill('2027–2028');
    await press(dialog, 'Save');
    await table(chair).getByText('2027–2028').waitFor();
    await go(north, 'set');
    for (const [room, words] of [
      [north, 'We reserve on the cost.'],
      [south, 'Биз мөөнөткө эскертүү калтырабыз.'],
    ] as const) {
      await press(room.page, 'Reservation on proposal 1');
      const form = room.page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Reservation' }).fill(words);
      await press(form, 'Enter a reservation');
      await table(chair).getByText(words).waitFor();
    }
    expect(await findViolations(page)).toEqual([]);
    expect(await findLayoutFaults(page)).toEqual([]);
    expect(await findLayoutFaults(south.page)).toEqual([]);
    expect(await findViolations(south.page)).toEqual([]);
    await takePicture(page, 'set');
    await takePicture(south.page, 'set-phone');
  });

  it('says which reservations go with a line that is taken out', async () => {
    const { page } = chair;
    const question = page.getByRole('alertdialog');
    await chooseAtLine('Take it out of the set');
    await question.getByText(/^2 reservations go with the line/).waitFor();
    await question.getByText('We reserve on the cost.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await press(question, 'Cancel');
    await question.waitFor({ state: 'detached' });
  });

  it('keeps what one writes about a line while somebody else changes it, and overrules nobody', async () => {
    const form = chair.page.getByRole('dialog');
    await chooseAtLine('Edit the line');
    await form.getByRole('textbox', { name: /Timeline/ }).fill('2029');
    await changeLine({ responsible: 'Комиссия' });
    await form.locator('ins').getByText('Комиссия').waitFor();
    await press(form, 'Save');
    // It was refused where one can still go on.
    await press(form, 'Go on with the newest');
    expect(await form.getByRole('textbox', { name: /Responsible/ }).inputValue()).toBe('Комиссия');
    await press(form, 'Save');
    await form.waitFor({ state: 'detached' });
    await rows(south).filter({ hasText: 'Комиссия' }).getByText('2029').waitFor();
  });

  it('is taken away as Word, PDF and CSV', async () => {
    const { page } = chair;
    for (const kind of ['DOCX', 'PDF', 'CSV']) {
      await press(page, 'Download');
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: kind }).click();
      expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
    }
  });

  it('is adopted line by line and then as a whole', async () => {
    const { page } = chair;
    const line = page.getByRole('group', { name: 'Proposal 1 in the set' });
    await press(line, 'Adopt');
    await press(page.getByRole('alertdialog'), 'Adopt');
    await rows(chair).nth(0).getByText('adopted', { exact: true }).waitFor();
    await press(page, 'Adopt the set');
    const question = page.getByRole('alertdialog');
    await question.getByRole('textbox').fill('Agreed by all');
    await press(north.page, 'Reservation on proposal 2');
    const form = north.page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Reservation' }).fill('Not before the survey.');
    await press(form, 'Enter a reservation');
    await question.locator('ins').getByText('Not before the survey.').waitFor();
    await press(question, 'Adopt the set');
    // It was refused where one can still go on.
    await press(question, 'Go on with the newest');
    await press(question, 'Adopt the set');
    await south.page.getByText('Agreed by all').waitFor();
    expect(await page.getByRole('button', { name: 'Move proposal 1' }).count()).toBe(0);
  });

  it('becomes a communique whose brackets are settled one by one', async () => {
    await go(chair, 'communique');
    await go(south, 'communique');
    const { page } = chair;
    await press(page, 'Draft the communique');
    await press(page.getByRole('dialog'), 'Draft the communique');
    await page.getByText('It can be adopted when no bracket is open.').waitFor();
    await takePicture(page, 'communique');
    await takePicture(south.page, 'communique-phone');
    expect(await findViolations(page)).toEqual([]);
    expect(await findLayoutFaults(south.page)).toEqual([]);
    await press(page, 'Settle: shall / should');
    await page.getByRole('dialog').getByRole('radio', { name: 'A: shall' }).check({ force: true });
    await press(page.getByRole('dialog'), 'Settle');
    await south.page.getByText('1 open bracket', { exact: true }).waitFor();
    await press(page, 'Settle: monthly');
    await whenState(other.room, ({ record }) => partsIn(record)[1]?.text.includes('shall be') ?? false);
    await rewrite(other, 'Figures shall be published [monthly] in full.');
    await press(page.getByRole('dialog'), 'Go on with the newest');
    await press(page.getByRole('dialog'), 'Settle');
    await south.page.getByText('no open brackets').waitFor();
    await page.getByText('Figures shall be published monthly in full.').waitFor();
  });

  it('keeps what one writes while somebody else changes the text, and overrules nobody', async () => {
    const { page } = chair;
    await press(page, 'Edit');
    const form = page.getByRole('dialog');
    const paragraph = (place: string) =>
      form.getByRole('textbox', { name: `Paragraph ${place}`, exact: true });
    await paragraph('1').fill('A joint gauge is read hourly.');
    await rewrite(other, 'Figures shall be published weekly.');
    await form.getByText(/^Somebody changed this while it was open here/).waitFor();
    await press(form, 'Save');
    await page.getByText('Look at the newer version and try again.').first().waitFor();
    await page.mouse.click(4, 4);
    await press(form, 'Close');
    await form.getByText('What you wrote here is not saved.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await takePicture(page, 'communique-moved-on');
    await press(form, 'Go on writing');
    expect(await paragraph('1').inputValue()).toBe('A joint gauge is read hourly.');
    await press(form, 'Go on with the newest');
    expect(await paragraph('2').inputValue()).toBe('Figures shall be published weekly.');
    await press(form, 'Save');
    await form.waitFor({ state: 'detached' });
    await south.page.getByText('A joint gauge is read hourly.').waitFor();
    await south.page.getByText('Figures shall be published weekly.').waitFor();
    await whenState(other.room, ({ record }) => partsIn(record)[0]?.text === 'A joint gauge is read hourly.');
    await press(page, 'Circulate');
    await rewrite(other, 'Figures shall be published daily.');
    await form.locator('ins').getByText('daily.').waitFor();
    await press(form, 'Circulate');
    // It was refused where one can still go on.
    await press(form, 'Go on with the newest');
    await press(form, 'Close');
    await form.waitFor({ state: 'detached' });
  });

  it('is circulated, broken by an objection from a phone, and shows the time left', async () => {
    const { page } = chair;
    await press(page, 'Circulate');
    await press(page.getByRole('dialog'), 'Circulate');
    await south.page.getByRole('timer').waitFor();
    expect(await findViolations(south.page)).toEqual([]);
    expect(await findLayoutFaults(south.page)).toEqual([]);
    await takePicture(south.page, 'silence-phone');
    await takePicture(page, 'silence');
    await press(south.page, 'Object');
    await south.page
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Reason' })
      .fill('Not without the cost.');
    await press(south.page.getByRole('dialog'), 'Object');
    await page.getByText('Not without the cost.').waitFor();
    await page.getByText('draft', { exact: true }).waitFor();
    await takePicture(page, 'objection');
  });

  it.each([
    ['ru', PHONE],
    ['ky', DESK],
  ] as const)(
    'reads in %s, in the dark, without foreign words or faults',
    async (locale, viewport) => {
      const person = await stage.person({ locale, viewport, theme: 'dark' });
      await person.enter(chair.link);
      const { page } = person;
      for (const screen of ['set', 'communique']) {
        await page.goto(`/m/${meeting}/${screen}`);
        await page.locator('main h1').waitFor();
        expect(await findForeignWords(page, locale)).toEqual([]);
        expect(await findLayoutFaults(page)).toEqual([]);
        expect(await findPoorContrast(page)).toEqual([]);
        await takePicture(page, `${screen}-${locale}-dark`);
      }
    },
    90_000,
  );

  async function chooseAtLine(act: string): Promise<void> {
    await press(chair.page, 'Proposal 1 in the set');
    await chair.page.getByRole('menuitem', { name: act }).click();
  }

  /** Changes the line of the first proposal, as another editor does, without a screen. */
  async function changeLine(fields: Pick<ChangeLine, 'responsible'>): Promise<void> {
    const { set, lines = [] } = other.room.getView().record?.snapshot.publications ?? {};
    const line = lines.find(({ number }) => number === 1)?.id ?? '';
    const { done } = other.room.changeLine({ version: set?.version ?? 0, line, ...fields });
    expect(await done).toMatchObject({ ok: true });
  }

  /** Writes the second paragraph anew, as another editor does, without a screen. */
  async function rewrite({ room }: RoomVisitor, words: string): Promise<void> {
    const { record } = room.getView();
    const { title = '', version = 0 } = record?.snapshot.publications.communique ?? {};
    const parts = partsIn(record).map(({ id, text }, index) => ({ id, text: index === 1 ? words : text }));
    expect(await room.changeCommunique({ version, title, parts }).done).toMatchObject({ ok: true });
  }

  async function press(within: Page | Locator, name: string): Promise<void> {
    await within.getByRole('button', { name, exact: true }).click();
  }
});

function partsIn(record: RecordView | null): readonly CommuniquePart[] {
  return record?.snapshot.publications.communique?.parts ?? [];
}
