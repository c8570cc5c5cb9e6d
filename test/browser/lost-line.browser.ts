import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { TranscriptPage } from '@roundtable/contracts';
import { eventually } from './support/eventually.js';
import { LOST_LINE } from './support/problems.js';
import type { RoomPage } from './support/room-page.js';
import { Stage, type Seat } from './support/stage.js';

/** Coming back takes as long as the pauses between attempts. */
const PATIENCE_MS = 60_000;

describe('somebody whose line is lost', () => {
  let stage: Stage;
  let meeting: string;
  let aigul: Seat;
  let farrukh: Seat;

  beforeAll(async () => {
    stage = await Stage.set();
    meeting = (await stage.meeting()).meeting.id;
    aigul = await stage.seat(meeting, 'Aigul Toktosunova');
    farrukh = await stage.seat(meeting, 'Farrukh Nazarov');
    for (const { person } of [aigul, farrukh]) person.problems.allow(LOST_LINE);
  }, 120_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it(
    'goes on writing without a network; all of it is sent in order when the network is back',
    async () => {
      await farrukh.say('Before the line was lost.');
      await farrukh.say('This will be changed.');
      await farrukh.say('This will be withdrawn.');
      await aigul.sees('This will be withdrawn.');
      await aigul.line.cut();
      await aigul.page.getByText('Offline. What you write is kept and sent later.').first().waitFor();
      for (const words of ['One from the train.', 'Two from the train.', 'Three from the train.'])
        await aigul.say(words);
      await aigul.pending('Three from the train.').waitFor();

      await farrukh.choose('This will be changed.', 'Edit');
      await farrukh.composer.fill('This was changed meanwhile.');
      await farrukh.composer.press('Enter');
      await farrukh.sees('This was changed meanwhile.');
      await withdraw(farrukh, 'This will be withdrawn.');
      await farrukh.say('And this was said meanwhile.');
      await farrukh.sees('And this was said meanwhile.');
      expect(await aigul.entry('And this was said meanwhile.').count()).toBe(0);

      await aigul.line.mend();
      const everything = [
        'Before the line was lost.',
        'This was changed meanwhile.',
        'And this was said meanwhile.',
        'One from the train.',
        'Two from the train.',
        'Three from the train.',
      ];
      for (const person of [aigul, farrukh])
        await eventually('the same record for both', () => person.words(), equals(everything), 20_000);
      await aigul.sees('Withdrawn');
    },
    PATIENCE_MS,
  );

  it(
    'finds everything sent once after the server was killed and the page loaded again',
    async () => {
      const before = await aigul.words();
      await stage.server.kill();
      const written = ['While the server is down.', 'Still down.', 'And a third.'];
      for (const words of written) await aigul.say(words);
      await aigul.pending('And a third.').waitFor();
      await stage.server.restart();
      await aigul.page.reload();
      const everything = [...before, ...written];
      for (const person of [aigul, farrukh])
        await eventually(
          'what was written while it was down',
          () => person.words(),
          equals(everything),
          30_000,
        );
      expect(await stored()).toEqual(everything);
    },
    PATIENCE_MS,
  );

  it('keeps what was begun but not sent when the page is loaded again', async () => {
    await aigul.composer.fill('Begun, not sent');
    await aigul.page.reload();
    await aigul.record.waitFor();
    expect(await aigul.composer.inputValue()).toBe('Begun, not sent');
    await aigul.composer.fill('');
  });

  /** What the server holds, in order, without what was withdrawn. */
  async function stored(): Promise<(string | null)[]> {
    const answer = await farrukh.person.context.request.get(
      `/api/v1/meetings/${meeting}/transcript?limit=500`,
    );
    const { passages } = (await answer.json()) as TranscriptPage;
    return passages.flatMap(({ kind, body }) => (kind === 'event' || body === null ? [] : [body]));
  }
});

async function withdraw(room: RoomPage, words: string): Promise<void> {
  await room.choose(words, 'Withdraw');
  const dialog = room.page.getByRole('alertdialog').or(room.page.getByRole('dialog'));
  await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await room.entry(words).waitFor({ state: 'detached' });
}

function equals(expected: string[]) {
  return (words: string[]) => JSON.stringify(words.map((each) => each.trim())) === JSON.stringify(expected);
}
