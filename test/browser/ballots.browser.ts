import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { actOnMeeting } from '../support/person.js';
import { signInWithCookie } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';
import { RoomPage } from './support/room-page.js';
import { Stage, type Seat } from './support/stage.js';

const PROGRESS = '**/polls/*/progress';

describe('a ballot while much goes on', () => {
  let stage: Stage;
  let meeting: string;
  let chair: Seat;
  let expert: Seat;
  /** The same expert on another device. */
  let other: RoomPage;

  beforeAll(async () => {
    stage = await Stage.set();
    meeting = (await stage.meeting()).meeting.id;
    chair = await stage.seat(meeting, 'Gulnara Ismailova', 'chair');
    expert = await stage.seat(meeting, 'Aigul Toktosunova');
    for (const name of ['Bakyt Orozbekov', 'Dilnoza Rahimova']) await stage.invite(meeting, name);
    const device = await stage.person();
    await device.enter(expert.link);
    other = new RoomPage(device, expert.address);
    await other.open();
    for (const { person } of [expert, other]) person.problems.allow(LOST_LINE);
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  const poll = ({ page }: RoomPage, number: number) => page.getByRole('article', { name: `Poll ${number}` });
  const option = (room: RoomPage, number: number, name: string) =>
    poll(room, number).getByRole('radio', { name, exact: true });

  it('says that the state of the poll cannot be loaded, and asks again', async () => {
    const { page } = expert;
    await page.route(PROGRESS, (route) => route.abort());
    await put('Shall there be a joint gauge?');
    await look(expert, 1);
    await poll(expert, 1)
      .getByRole('alert')
      .getByText(/cannot be loaded now/)
      .waitFor();
    await page.unroute(PROGRESS);
    await poll(expert, 1).getByRole('button', { name: 'Try again' }).click();
    await option(expert, 1, 'Yes').waitFor();
    await poll(expert, 1)
      .getByText(/cannot be loaded now/)
      .waitFor({ state: 'detached' });
  });

  it('follows what one cast on another device, and keeps what is being filled in', async () => {
    await look(other, 1);
    await option(other, 1, 'Yes').waitFor();
    await cast(expert, 1, 'No');
    await poll(other, 1).getByText('Cast', { exact: true }).waitFor();
    expect(await option(other, 1, 'No').isChecked()).toBe(true);
    await option(other, 1, 'Abstain').check({ force: true });
    await option(expert, 1, 'Yes').check({ force: true });
    await poll(expert, 1).getByRole('button', { name: 'Change the ballot' }).click();
    await poll(other, 1).getByText('Something else was cast with this vote meanwhile: Yes').waitFor();
    expect(await option(other, 1, 'Abstain').isChecked()).toBe(true);
    await poll(other, 1).getByRole('button', { name: 'Show it here' }).click();
    expect(await option(other, 1, 'Yes').isChecked()).toBe(true);
  });

  it('says in a suspended meeting that voting goes on afterwards, and keeps what is filled in', async () => {
    await option(other, 1, 'No').check({ force: true });
    await actOnMeeting(stage.secretary, meeting, 'suspend');
    await poll(other, 1)
      .getByText(/Voting goes on when it resumes/)
      .waitFor();
    const send = poll(other, 1).getByRole('button', { name: 'Change the ballot' });
    expect(await send.isDisabled()).toBe(true);
    expect(await poll(other, 1).getByText('You have no vote').count()).toBe(0);
    await actOnMeeting(stage.secretary, meeting, 'open');
    await poll(other, 1)
      .getByText(/Voting goes on when it resumes/)
      .waitFor({ state: 'detached' });
    expect(await option(other, 1, 'No').isChecked()).toBe(true);
    await send.click();
    await other.page.getByText('Your ballot is cast.').first().waitFor();
    await poll(chair, 1).getByRole('button', { name: 'Close and publish' }).click();
  });

  it('says on another device of a secret poll only that a ballot was cast', async () => {
    await chair.page.getByRole('button', { name: 'All proposals and polls' }).click();
    await put('Where shall it stand?', true);
    await look(expert, 2);
    await look(other, 2);
    await option(other, 2, 'Yes').check({ force: true });
    await option(expert, 2, 'No').check({ force: true });
    await poll(expert, 2).getByRole('button', { name: 'Cast the ballot' }).click();
    await poll(expert, 2)
      .getByText(/Receipt: /)
      .waitFor();
    await poll(other, 2).getByText('Your ballot is cast.').waitFor();
    expect(await poll(other, 2).getByRole('radio').count()).toBe(0);
  });

  it('is not open any more when one comes into another meeting, nor a proposal of the same number', async () => {
    const person = await stage.person();
    await signInWithCookie(person, stage.secretary);
    const rooms: RoomPage[] = [];
    for (const title of ['Upper basin', 'Lower basin']) {
      const detail = await stage.meeting({ title });
      const room = new RoomPage(person, `/m/${detail.meeting.id}/${detail.meeting.plenary}`);
      await room.open();
      await room.say(`Words about the ${title}`);
      await room.act(`Words about the ${title}`, 'Capture');
      await room.page.getByText('Proposal 1 is captured.').first().waitFor();
      rooms.push(room);
    }
    const { page } = person;
    const back = page.getByRole('button', { name: /^All proposals/ });
    await back.waitFor();
    // As a link inside the application goes: without loading the page anew.
    await page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, rooms[0]?.address ?? '');
    await rooms[0]?.sees('Words about the Upper basin');
    await page.getByRole('button', { name: 'Start a poll' }).waitFor();
    expect(await back.count()).toBe(0);
  });

  /** Puts a question to the vote and starts it. */
  async function put(question: string, isSecret = false): Promise<void> {
    const { page } = chair;
    const panel = await chair.panel('Proposals');
    await panel.getByRole('button', { name: 'Start a poll' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start a poll' });
    await dialog.getByRole('textbox', { name: /Question/ }).fill(question);
    if (isSecret) await dialog.getByRole('radio', { name: /Secret/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Start a poll' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
  }

  /** The banner says to vote or to look, as it knows. */
  async function look({ page }: RoomPage, number: number): Promise<void> {
    const banner = page.getByRole('region', { name: `Poll ${number} is open` });
    await banner.getByRole('button').click();
    await page.getByRole('article', { name: `Poll ${number}` }).waitFor();
  }

  async function cast(room: RoomPage, number: number, name: string): Promise<void> {
    await option(room, number, name).check({ force: true });
    await poll(room, number).getByRole('button', { name: 'Cast the ballot' }).click();
    await poll(room, number).getByText('Cast', { exact: true }).waitFor();
  }
});
