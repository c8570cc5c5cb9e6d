import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/live-client.js';
import { Stage, type Seat } from './support/stage.js';

describe('two people in conversation', () => {
  let stage: Stage;
  let meeting: string;
  let aigul: Seat;
  let farrukh: Seat;

  beforeAll(async () => {
    stage = await Stage.set();
    meeting = (await stage.meeting()).meeting.id;
    aigul = await stage.seat(meeting, 'Aigul Toktosunova', 'expert', { attendance: 'onSite' });
    farrukh = await stage.seat(meeting, 'Farrukh Nazarov');
  }, 120_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('shows who is here and whether they are in the hall', async () => {
    const people = await aigul.panel('People');
    await people.getByText(/^2 people here of/).waitFor();
    const own = people.getByRole('listitem').filter({ hasText: 'Aigul Toktosunova' });
    const other = people.getByRole('listitem').filter({ hasText: 'Farrukh Nazarov' });
    await own.getByText('on site').waitFor({ state: 'attached' });
    await other.getByText('remote').waitFor({ state: 'attached' });
    await other.getByText('here now').waitFor({ state: 'attached' });
  });

  it('shows own words at once as pending, then as part of the record', async () => {
    aigul.line.hold();
    await aigul.say('The winter releases come too early for our fields.');
    await aigul.pending('The winter releases').waitFor();
    expect(await aigul.entry('The winter releases').count()).toBe(0);
    expect(await aigul.composer.inputValue()).toBe('');
    aigul.line.release();
    await aigul.sees('The winter releases');
    await aigul.pending('The winter releases').waitFor({ state: 'detached' });
    await farrukh.sees('The winter releases');
  });

  it('shows who is writing', async () => {
    await farrukh.composer.pressSequentially('And too late');
    await aigul.page
      .getByText('Farrukh Nazarov')
      .and(aigul.page.getByText(/is writing/))
      .waitFor();
    await farrukh.composer.fill('');
  });

  it('sends a reply with the words it answers', async () => {
    await farrukh.act('The winter releases', 'Reply');
    await farrukh.page.getByText('In reply to Aigul Toktosunova').waitFor();
    await farrukh.say('And too late for the turbines.');
    const reply = await aigul.sees('And too late for the turbines.');
    await reply.getByText('The winter releases come too early').waitFor();
  });

  it('adds a reaction, with who gave it, and takes it back', async () => {
    await aigul.act('And too late', 'React');
    await aigul.page.getByRole('dialog').getByRole('button', { name: '👍' }).click();
    const seen = (await farrukh.sees('And too late')).getByRole('button', { name: '👍 1' });
    await seen.waitFor();
    await seen.focus();
    await farrukh.page.getByRole('tooltip').getByText('Aigul Toktosunova').waitFor();
    await aigul.entry('And too late').getByRole('button', { name: '👍 1' }).click();
    await seen.waitFor({ state: 'detached' });
  });

  it('changes own words for everybody and keeps what stood before', async () => {
    await farrukh.choose('And too late', 'Edit');
    await farrukh.composer.fill('And too late for the turbines downstream.');
    await farrukh.composer.press('Enter');
    const edited = await aigul.sees('turbines downstream.');
    await edited.getByRole('button', { name: 'edited' }).click();
    const versions = aigul.page.getByRole('dialog', { name: 'Versions of this entry' });
    expect(await versions.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('turbines downstream.'),
      expect.stringContaining('And too late for the turbines.'),
    ]);
    await aigul.page.keyboard.press('Escape');
    await versions.waitFor({ state: 'detached' });
  });

  it('leaves a tombstone with the reason where words were withdrawn', async () => {
    await farrukh.say('Sorry, wrong window.');
    await aigul.sees('Sorry, wrong window.');
    await withdraw('Sorry, wrong window.');
    const tombstone = await aigul.sees(/Withdrawn.*a slip/);
    await tombstone.waitFor();
    expect(await aigul.entry('Sorry, wrong window.').count()).toBe(0);
    expect(await aigul.page.getByText('Sorry, wrong window.').count()).toBe(0);
  });

  it('shows in a transcript that is read meanwhile what is changed, withdrawn and said', async () => {
    const { page } = await stage.seat(meeting, 'Nurlan Ermekov', 'observer');
    await farrukh.say('The gauge is read weekly.');
    await farrukh.say('Never mind the gauge.');
    await page.goto(`/m/${meeting}/transcript`);
    const transcript = page.getByRole('region', { name: 'Record of the discussion' });
    await transcript.getByText('The gauge is read weekly.').waitFor();
    await transcript.getByText('Never mind the gauge.').waitFor();
    await farrukh.choose('The gauge is read weekly.', 'Edit');
    await farrukh.composer.fill('The gauge is read daily.');
    await farrukh.composer.press('Enter');
    await withdraw('Never mind the gauge.');
    await farrukh.say('And the canal is dry.');
    await transcript.getByText('And the canal is dry.').waitFor();
    await transcript.getByText('The gauge is read daily.').waitFor();
    expect(await transcript.getByText('Never mind the gauge.').count()).toBe(0);
  });

  it('opens the record at the entry of a link', async () => {
    const entry = await aigul.sees('The winter releases');
    const seq = (await entry.getAttribute('id'))?.replace('entry-', '');
    await aigul.choose('The winter releases', 'Copy link');
    const link = await aigul.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${stage.server.url}${aigul.address}/${seq}`);
    await farrukh.open(link);
    await farrukh.record.locator(`#entry-${seq}[data-goal]`).waitFor();
  });

  it('opens at the end of the record and stays there, however tall its entries are', async () => {
    const words = 'The gauges are read by hand and the figures are sent at noon. ';
    const below = ({ record }: Seat) =>
      record.evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));
    const say = async (count: number) =>
      aigul.say(`Reading ${String(count)}: ${words.repeat(1 + ((count * 7) % 11))}`);
    for (let count = 1; count <= 24; count += 1) await say(count);
    await farrukh.sees('Reading 24:');
    for (const [count, name, width] of [
      [25, 'Jyldyz Nazarova', 390],
      [26, 'Temirbek Asanov', 1280],
    ] as const) {
      const newcomer = await stage.seat(meeting, name, 'expert', { viewport: { width, height: 800 } });
      await newcomer.sees(`Reading ${String(count - 1)}:`);
      await say(count);
      await newcomer.sees(`Reading ${String(count)}:`);
      // The space below the last entry is part of the list.
      await eventually('the end is in sight', async () => (await below(newcomer)) < 48);
      expect(await newcomer.page.getByRole('button', { name: /^Latest|\d new$/ }).count()).toBe(0);
    }
  });

  async function withdraw(words: string): Promise<void> {
    await farrukh.choose(words, 'Withdraw');
    const dialog = farrukh.page.getByRole('alertdialog').or(farrukh.page.getByRole('dialog'));
    await dialog.getByLabel('Reason').fill('a slip');
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
  }
});
