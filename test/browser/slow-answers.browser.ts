import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingDetail } from '@roundtable/contracts';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { actOnMeeting } from '../support/person.js';
import { eventually } from './support/eventually.js';
import { LOST_LINE } from './support/problems.js';
import { Stage, type Seat } from './support/stage.js';

const SLOW_MS = 1_000;

describe('a page whose questions are answered late, or not at all', () => {
  let stage: Stage;
  let meeting: string;
  let expert: Seat;
  let secretary: Seat;

  beforeAll(async () => {
    stage = await Stage.set();
    meeting = (await stage.meeting()).meeting.id;
    expert = await stage.seat(meeting, 'Aigul Toktosunova');
    secretary = await stage.seat(meeting, 'Saltanat Ibraimova', 'secretary');
    for (const { person } of [expert, secretary]) person.problems.allow(LOST_LINE);
  }, 120_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('offers to try again where it could not learn who asks', async () => {
    const { page, address, record } = expert;
    const home = page.getByRole('heading', { name: 'Your meeting' });
    for (const [path, there] of [['/', home] as const, [address, record] as const]) {
      await page.route('**/api/v1/me', (route) => route.abort());
      await page.goto(path);
      const again = page.getByRole('button', { name: 'Try again' });
      await again.waitFor();
      await page.unroute('**/api/v1/me');
      await again.click();
      await there.waitFor();
    }
  });

  it('keeps what one was writing in a room when a wrong address is opened', async () => {
    const { page } = expert;
    await expert.open();
    await expert.composer.fill('Begun, not sent');
    for (const wrong of [`/m/${meeting}/${uuidv7()}`, `/m/${uuidv7()}/${uuidv7()}`]) {
      await page.goto(wrong);
      await page.getByRole('heading', { name: 'This room cannot be shown' }).waitFor();
    }
    await expert.open();
    expect(await expert.composer.inputValue()).toBe('Begun, not sent');
  });

  it('puts an item on the agenda once, however often Enter is pressed', async () => {
    const { page } = secretary;
    await secretary.open();
    const asked = await slow(page, '**/items');
    const panel = await secretary.panel('Agenda');
    const title = panel.getByRole('textbox', { name: 'New agenda item' });
    await title.fill('Any other business');
    for (let press = 0; press < 3; press += 1) await title.press('Enter');
    await panel.getByText('Any other business').waitFor();
    await eventually(
      'the field is ready for the next',
      () => title.inputValue(),
      (words) => words === '',
    );
    expect(asked()).toBe(1);
    expect((await detail()).items).toHaveLength(1);
  });

  it('adds a person once, however often the button is pressed', async () => {
    const { page } = secretary;
    await page.goto(`/m/${meeting}`);
    await page.getByRole('tab', { name: /Participants/ }).click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const asked = await slow(page, '**/participants');
    const dialog = page.getByRole('dialog');
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await name.fill('Rustam Ergashev');
    await dialog.getByRole('button', { name: 'Save and add another' }).dblclick();
    await eventually(
      'the form is ready for the next',
      () => name.inputValue(),
      (words) => words === '',
    );
    expect(asked()).toBe(1);
    const people = (await detail()).participants.filter((person) => person.name === 'Rustam Ergashev');
    expect(people).toHaveLength(1);
  });

  it('lets go of the room when the link was withdrawn while the line was down', async () => {
    const { page, line, participant } = expert;
    await expert.open();
    await expert.composer.fill('Begun, never sent');
    await line.cut();
    await stage.secretary.delete(`/api/v1/meetings/${meeting}/participants/${participant.id}/invitation`);
    await line.mend();
    await page.getByRole('heading', { name: 'You are no longer in this room' }).waitFor();
    expect(await expert.record.count()).toBe(0);
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => key.startsWith('roundtable.draft.'))).toEqual([]);
  });

  it('keeps what one changes of a meeting that is changed, and then closed, meanwhile', async () => {
    const { page } = secretary;
    const title = page.getByRole('textbox', { name: 'Title' });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await page.goto(`/m/${meeting}/edit`);
    await title.fill('Water, and energy');
    const { version } = (await detail()).meeting;
    const hall = { clientId: uuidv7(), version, venue: 'Hall 7' };
    await stage.secretary.patch(`/api/v1/meetings/${meeting}`, hall);
    await save.click();
    await page.getByRole('button', { name: 'Keep my changes, take the rest anew' }).click();
    expect(await page.getByRole('textbox', { name: 'Venue' }).inputValue()).toBe('Hall 7');
    await save.click();
    await page.getByText('The meeting was changed.').first().waitFor();
    expect((await detail()).meeting).toMatchObject({ title: 'Water, and energy', venue: 'Hall 7' });

    await page.goto(`/m/${meeting}/edit`);
    await title.fill('Never saved');
    await actOnMeeting(stage.secretary, meeting, 'close');
    await save.click();
    await page.getByText('The meeting was closed meanwhile').waitFor();
    expect([await title.inputValue(), await save.count()]).toEqual(['Never saved', 0]);
  });

  async function detail(): Promise<MeetingDetail> {
    return stage.secretary.mustGet<MeetingDetail>(`/api/v1/meetings/${meeting}`);
  }
});

/** Lets what is sent there wait; the answer says how often something was sent. */
async function slow(page: Page, address: string): Promise<() => number> {
  let asked = 0;
  await page.route(address, async (route) => {
    if (route.request().method() === 'POST') {
      asked += 1;
      await delay(SLOW_MS);
    }
    await route.continue();
  });
  return () => asked;
}
