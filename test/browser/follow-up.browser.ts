import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { whenState } from '@roundtable/client';
import type { FollowUpView } from '@roundtable/contracts';
import type { Locator, Page } from 'playwright-core';
import { caughtUp, visit, type RoomVisitor } from '../support/room-visitor.js';
import { findPoorContrast, findViolations } from './support/accessibility.js';
import { findForeignWords } from './support/foreign-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { PHONE } from './support/person-at-browser.js';
import type { RoomPage } from './support/room-page.js';
import { Stage, type Seat } from './support/stage.js';
import { takePicture } from './support/take-picture.js';

const LARGE_PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_500_000, '%')]);

describe('what becomes of adopted proposals', () => {
  let stage: Stage;
  let meeting: string;
  let desk: Seat;
  let expert: Seat;

  beforeAll(async () => {
    stage = await Stage.set();
    ({ id: meeting } = (await stage.meeting()).meeting);
    const chair = await visit((await stage.invite(meeting, 'Gulnara Ismailova', 'chair')).link);
    desk = await stage.seat(meeting, 'Saltanat Ibraimova', 'secretary');
    expert = await stage.seat(meeting, 'Aigul Toktosunova', 'expert', { viewport: PHONE });
    await adopt(chair, 'A joint gauge at the border station.');
    chair.leave();
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  const go = async ({ page }: RoomPage, path = `/m/${meeting}/follow-up`) => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const dialog = ({ page }: RoomPage) => page.getByRole('dialog').last();

  it('is empty at first, and set up by the secretary with a day and a review', async () => {
    await go(expert);
    await expert.page.getByRole('heading', { name: 'Nothing is followed up yet' }).waitFor();
    expect(await expert.page.getByRole('button', { name: 'Follow a proposal up' }).count()).toBe(0);
    await takePicture(expert.page, 'follow-up-empty-phone');
    const beside = (await desk.panel('Proposals')).getByRole('region', { name: 'Follow-up' });
    await beside.getByText('Say for each adopted proposal who is responsible, and until when.').waitFor();
    await go(desk);
    const { page } = desk;
    await press(page, 'Follow a proposal up');
    const form = dialog(desk);
    await press(form, 'Follow a proposal up');
    await form.getByText('Say who is responsible.').waitFor();
    await form.getByText('Give a day that exists.').waitFor();
    await form.getByRole('combobox', { name: 'Participant' }).fill('Aigul');
    await page.getByRole('option', { name: 'Aigul Toktosunova' }).click();
    const year = new Date().getUTCFullYear() + 1;
    await fillDay(page, form.getByRole('group', { name: 'Due on' }), ['1', 'March', String(year)]);
    await form.getByRole('checkbox').check({ force: true });
    await fillDay(page, form.getByRole('group', { name: 'Review on' }), ['1', 'February', String(year)]);
    await takePicture(page, 'follow-up-begin');
    expect(await findViolations(page)).toEqual([]);
    await press(form, 'Follow a proposal up');
    await expert.page.getByRole('table').getByText('Aigul Toktosunova').waitFor();
  });

  it('is reported on from a phone, with a link and a file that is judged by its content', async () => {
    const { page } = expert;
    await press(page, 'Follow-up of proposal 1');
    await press(dialog(expert), 'Report');
    const form = dialog(expert);
    await form.getByRole('textbox', { name: 'What was done' }).fill('Өлчөгүч заказ кылынды.');
    await form.getByRole('textbox', { name: /percent/ }).fill('40');
    await press(form, 'Add a link');
    await form.getByRole('textbox', { name: 'Address of a page' }).fill('http://basin.example.org/');
    await form.locator('input[type=file]').setInputFiles({
      name: 'plan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ not a PDF \0'),
    });
    await press(form, 'Report');
    await form.getByText('Give an address that begins with https://').waitFor();
    await form.getByRole('textbox', { name: 'Address of a page' }).fill('https://basin.example.org/');
    await press(form, 'Report');
    await form.getByText('What is in the file is none of the kinds taken').waitFor();
    stage.problems();
    await form.getByRole('button', { name: /plan\.pdf/ }).click();
    await form.locator('input[type=file]').setInputFiles({
      name: 'plan.pdf',
      mimeType: 'application/octet-stream',
      buffer: LARGE_PDF,
    });
    await takePicture(page, 'follow-up-report-phone');
    expect(await findViolations(page)).toEqual([]);
    expect(await findLayoutFaults(page)).toEqual([]);
    const setUploadSpeed = await uploadSpeedOf(page);
    await setUploadSpeed(100_000);
    await press(form, 'Report');
    await form.getByText(/^[1-9]\d? %$/).waitFor();
    expect(await findLayoutFaults(page)).toEqual([]);
    await takePicture(page, 'follow-up-sending-phone');
    await press(form, 'Stop sending');
    await form.getByRole('progressbar').waitFor({ state: 'detached' });
    await setUploadSpeed(-1);
    await press(form, 'Report');
    const timeline = page.getByRole('region', { name: 'Reports' });
    await timeline.getByText('Өлчөгүч заказ кылынды.').waitFor();
    await timeline.getByText('basin.example.org (opens another site)').waitFor();
    const download = page.waitForEvent('download');
    await timeline.getByRole('link', { name: 'plan.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('plan.pdf');
    await takePicture(page, 'follow-up-timeline-phone');
  });

  it('is reported on no more by somebody who leaves while the files are being sent', async () => {
    const { page } = expert;
    await press(dialog(expert), 'Report');
    const form = dialog(expert);
    await form.getByRole('textbox', { name: 'What was done' }).fill('Never filed.');
    const file = { name: 'survey.pdf', mimeType: 'application/pdf', buffer: LARGE_PDF };
    await form.locator('input[type=file]').setInputFiles(file);
    const setUploadSpeed = await uploadSpeedOf(page);
    await setUploadSpeed(100_000);
    await press(form, 'Report');
    await form.getByText(/^[1-9]\d? %$/).waitFor();
    const isStopped = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/files'));
    await press(form, 'Close');
    await press(form, 'Leave without saving');
    await isStopped;
    await setUploadSpeed(-1);
    const timeline = page.getByRole('region', { name: 'Reports' });
    await timeline.getByText('Өлчөгүч заказ кылынды.').waitFor();
    expect(await timeline.getByRole('listitem').filter({ hasText: 'Never filed.' }).count()).toBe(0);
  });

  it('shows a correction with what was said before, to everybody at once', async () => {
    await press(desk.page, 'Follow-up of proposal 1');
    const { page } = expert;
    await press(page.getByRole('region', { name: 'Reports' }), 'Correct');
    await dialog(expert).getByRole('textbox', { name: 'What was done' }).fill('Эки өлчөгүч заказ кылынды.');
    await press(dialog(expert), 'Correct');
    const timeline = desk.page.getByRole('region', { name: 'Reports' });
    await timeline.getByText('Эки өлчөгүч заказ кылынды.').waitFor();
    await timeline.getByText('Corrected once: what it said').click();
    await timeline.getByText('Өлчөгүч заказ кылынды.', { exact: true }).waitFor();
    expect(await timeline.getByRole('button', { name: 'Correct' }).count()).toBe(0);
    await takePicture(desk.page, 'follow-up-timeline');
    expect(await findViolations(desk.page)).toEqual([]);
    expect(await findPoorContrast(desk.page)).toEqual([]);
    await desk.page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('is changed by two secretaries at once, and both find what they wrote', async () => {
    const other = await visit((await stage.invite(meeting, 'Nurlan Bekov', 'secretary')).link);
    await press(desk.page, 'Follow-up of proposal 1');
    await press(dialog(desk), 'Change');
    const form = dialog(desk);
    await form.getByRole('group', { name: 'Due on' }).getByRole('textbox').first().fill('15');
    await form.getByRole('textbox', { name: /Why it is changed/ }).fill('The spring comes late.');
    const { id = '', version = 0, dueOn = '' } = followUpIn(other) ?? {};
    const reviewOn = `${dueOn.slice(0, 4)}-02-10`;
    await other.room.changeFollowUp({ followUp: id, version, reviewOn }).done;
    await form.getByText(/^Somebody changed this while it was open here/).waitFor();
    await press(form, 'Save');
    await desk.page.getByText('Look at the newer version and try again.').first().waitFor();
    await press(form, 'Go on with the newest');
    expect(await form.getByRole('textbox', { name: /Why it is changed/ }).inputValue()).toBe(
      'The spring comes late.',
    );
    await press(form, 'Save');
    await whenState(other.room, () => followUpIn(other)?.dueOn.endsWith('-03-15') ?? false);
    expect(followUpIn(other)?.reviewOn).toBe(reviewOn);
    await desk.page.getByRole('dialog', { name: /^Change the follow-up/ }).waitFor({ state: 'detached' });
    await desk.page.keyboard.press('Escape');
    other.leave();
  });

  it('is chosen by state and by name, in one meeting and across all, and taken away as CSV', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /Show/ }).click();
    await page.getByRole('option', { name: 'Overdue' }).click();
    await page.getByRole('heading', { name: 'Nothing here fits the choice' }).waitFor();
    await page.getByRole('button', { name: /Show/ }).click();
    await page.getByRole('option', { name: 'Only under way' }).click();
    await page.getByRole('table').getByText('40 %').waitFor();
    const download = page.waitForEvent('download');
    await press(page, 'CSV');
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await takePicture(page, 'follow-up');
    await go(expert, '/follow-up');
    await expert.page.getByText('yours to do').waitFor();
    expect(await findViolations(expert.page)).toEqual([]);
    expect(await findLayoutFaults(expert.page)).toEqual([]);
    await takePicture(expert.page, 'follow-up-across-phone');
    await expert.page.getByRole('link', { name: /joint gauge/ }).click();
    await dialog(expert).getByText('Эки өлчөгүч заказ кылынды.').first().waitFor();
  });

  it('stands on the page of its proposal and in the record of the room', async () => {
    await go(desk, `/m/${meeting}/proposals/1`);
    await desk.page.getByRole('heading', { name: 'Follow-up' }).waitFor();
    await desk.page.getByText('40 %').waitFor();
    await takePicture(desk.page, 'proposal-followed-up');
    await desk.open();
    await desk.page.getByRole('link', { name: 'Proposal 1 is being followed up' }).waitFor();
    await desk.page.getByRole('link', { name: /follow-up of proposal 1: under way, 40 %/ }).waitFor();
    const beside = (await desk.panel('Proposals')).getByRole('region', { name: 'Follow-up' });
    await beside.getByText('40 %').waitFor();
    expect(await findViolations(desk.page)).toEqual([]);
    expect(await findLayoutFaults(desk.page)).toEqual([]);
    await takePicture(desk.page, 'follow-up-beside-the-record');
    await beside.getByRole('link', { name: /joint gauge/ }).click();
    await dialog(desk).getByText('Эки өлчөгүч заказ кылынды.').first().waitFor();
  });

  it.each(['ru', 'ky'] as const)('leaves no English word in %s', async (locale) => {
    const person = await stage.person({ locale, theme: 'dark' });
    await person.enter(desk.link);
    await person.page.goto(`/m/${meeting}/follow-up?proposal=1`);
    await person.page.getByRole('dialog').getByText('Эки өлчөгүч заказ кылынды.').first().waitFor();
    await takePicture(person.page, `follow-up-${locale}-dark`);
    expect(await findForeignWords(person.page, locale)).toEqual([]);
    expect(await findPoorContrast(person.page)).toEqual([]);
  });

  function followUpIn({ room }: RoomVisitor): FollowUpView | undefined {
    return room.getView().record?.snapshot.followUp.followUps[0];
  }

  async function press(within: Page | Locator, name: string): Promise<void> {
    await within.getByRole('button', { name, exact: true }).first().click();
  }

  async function fillDay(
    page: Page,
    group: Locator,
    [day, month, year]: [string, string, string],
  ): Promise<void> {
    await group.getByRole('textbox').first().fill(day);
    await group.getByRole('button').click();
    await page.getByRole('option', { name: month, exact: true }).click();
    await group.getByRole('textbox').last().fill(year);
  }

  /** Bytes a second that leave the page; -1 for as many as there may be. */
  async function uploadSpeedOf(page: Page): Promise<(uploadThroughput: number) => Promise<unknown>> {
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const rest = { offline: false, latency: 0, downloadThroughput: -1 };
    return (uploadThroughput) =>
      network.send('Network.emulateNetworkConditions', { ...rest, uploadThroughput });
  }

  /** The acknowledgement may come before the entry: what was captured is read when it is there. */
  async function adopt(visitor: RoomVisitor, words: string): Promise<void> {
    const { room } = visitor;
    const said = await room.post({ body: words }).done;
    const seq = said.ok ? said.seq : 0;
    const captured = await room.capture({ sources: [{ seq, from: 0, to: words.length, words }] }).done;
    await caughtUp(visitor, captured.ok ? captured.seq : 0);
    const id = room.getView().record?.snapshot.proposals.proposals[0]?.id ?? '';
    for (const [at, act] of (['submit', 'admit', 'discuss', 'put'] as const).entries())
      await room.moveProposal({ proposal: id, version: at + 1, act }).done;
    const decided = await room.decideProposal({ proposal: id, version: 5, result: 'adopted' }).done;
    expect(decided).toMatchObject({ ok: true });
  }
});
