import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { actOnMeeting } from '../support/person.js';
import type { PersonAtBrowser } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';
import { Stage } from './support/stage.js';

describe('an expert with a personal link', () => {
  let stage: Stage;
  let meeting: string;
  let link: string;
  let expert: PersonAtBrowser;

  beforeAll(async () => {
    stage = await Stage.set();
    meeting = (await stage.meeting({}, 'scheduled')).meeting.id;
    link = (await stage.invite(meeting, 'Aigul Toktosunova')).link;
    expert = await stage.person();
    // Asking who one is before entering is answered with 401.
    expert.problems.allow(LOST_LINE);
  }, 120_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('reads who invites to what, as whom, and when on both clocks', async () => {
    const { page } = expert;
    await page.goto(link);
    await page.getByText('Institute of Basin Studies').first().waitFor();
    await page.getByRole('heading', { name: 'Water and energy in the upper basin' }).waitFor();
    await page.getByText('Aigul Toktosunova').first().waitFor();
    const words = await page.getByRole('main').innerText();
    expect(words).toMatch(/10:00.+16:00 Asia\/Bishkek/);
    expect(words).toMatch(/09:00.+15:00 your time Asia\/Almaty/);
    await page.getByText(/The connection is good|It works, but slowly/).waitFor();
  });

  it('is not let in without agreeing that a record is kept', async () => {
    const { page } = expert;
    await page.getByRole('button', { name: 'Enter the waiting page' }).click();
    await page.getByText('Agree that a record is kept, then you can enter.').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/join\//);
  });

  it('waits on a page that turns into the room when the meeting opens', async () => {
    const { page } = expert;
    await page.getByText('I agree that a record of the meeting is kept.').click();
    await page.getByText('In the hall').click();
    await page.getByRole('button', { name: 'Enter the waiting page' }).click();
    await page.getByText('Leave this page open').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/m/${meeting}/lobby`);
    await actOnMeeting(stage.secretary, meeting, 'open');
    await page.locator('main').getByRole('log').waitFor();
    await page.getByRole('textbox', { name: 'Your words' }).fill('Good morning from the hall.');
    await page.keyboard.press('Enter');
    await page.locator('article[id^="entry-"]').getByText('Good morning from the hall.').waitFor();
  });

  it('raises the hand, sees the place on the list, and lowers it', async () => {
    const { page } = expert;
    await page.getByRole('button', { name: 'Raise hand', exact: true }).click();
    await page
      .getByRole('button', { name: /^Lower hand/ })
      .getByText('you are next')
      .waitFor();
    await page.getByRole('tab', { name: 'Speakers' }).click();
    await page.getByRole('tabpanel').getByText('1 person waiting').waitFor();
    await page.getByRole('button', { name: /^Lower hand\. / }).click();
    await page.getByRole('tabpanel').getByText('Nobody is waiting').waitFor();
  });

  it('finds the way to the transcript after the meeting was closed', async () => {
    const { page } = expert;
    await actOnMeeting(stage.secretary, meeting, 'close');
    await page
      .getByText(/The meeting is closed/)
      .first()
      .waitFor();
    await page.goto(link);
    await page.getByText('I agree that a record of the meeting is kept.').click();
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.getByText('Thank you, Aigul Toktosunova').waitFor();
    await page.getByRole('link', { name: 'Read the transcript' }).click();
    await page.getByText('Good morning from the hall.').waitFor();
  });

  it('is told what to do when the link is wrong', async () => {
    const stranger = await stage.person();
    stranger.problems.allow(LOST_LINE);
    await stranger.page.goto('/join/no-such-link');
    await stranger.page.getByRole('heading', { name: 'This link does not open anything' }).waitFor();
    await stranger.page.getByText('Copy the whole link from the letter').waitFor();
  });
});
