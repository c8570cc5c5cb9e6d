import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { RoomPage } from './support/room-page.js';
import { selectWords } from './support/select-words.js';
import { Stage } from './support/stage.js';

describe('capturing a proposal from the running record', () => {
  let stage: Stage;
  let expert: RoomPage;
  let rapporteur: RoomPage;

  beforeAll(async () => {
    stage = await Stage.set();
    const { meeting } = await stage.meeting();
    expert = await stage.seat(meeting.id, 'Aigul Toktosunova');
    rapporteur = await stage.seat(meeting.id, 'Dinara Seitkali', 'rapporteur');
    await expert.say('We need a **joint gauge** at the border station.');
    await expert.sees('joint gauge');
    await expert.say('Its readings should be open to both sides every hour.');
    await rapporteur.sees('every hour');
  }, 120_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('enters what somebody says aloud as their statement', async () => {
    const { page } = rapporteur;
    await page.getByRole('button', { name: 'Enter what is said aloud' }).click();
    await page.getByRole('combobox', { name: 'Speaker' }).fill('Aigul');
    await page.getByRole('option', { name: /Aigul Toktosunova/ }).click();
    await page
      .getByRole('textbox', { name: /What is being said/ })
      .fill('The old gauge was washed away in spring.');
    await page.keyboard.press('Control+Enter');
    const statement = await expert.sees('washed away in spring');
    await statement.getByText('said aloud, entered by Dinara Seitkali').waitFor();
    await statement.getByText('Aigul Toktosunova').first().waitFor();
    await page.getByRole('button', { name: 'Write yourself' }).click();
  });

  it('makes a proposal of words in two entries with two acts: select, P', async () => {
    const { page } = rapporteur;
    await selectWords(rapporteur, 'joint gauge', 'readings should be open');
    await page.keyboard.press('p');
    await page.getByText('Proposal 1 is captured.').first().waitFor();
    const title = page.getByRole('textbox', { name: /^Title/ });
    await title.waitFor();
    const quoted = page.locator('blockquote').filter({ hasText: /gauge|readings/ });
    await quoted.nth(1).waitFor();
    const words = await page
      .getByRole('tabpanel', { name: 'Proposals' })
      .locator('blockquote')
      .allInnerTexts();
    expect(words.join(' ')).toContain('gauge');
    expect(words.join(' ')).toContain('readings should be open');
    expect(words.join(' ')).not.toContain('We need');
    expect(words.join(' ')).not.toContain('every hour');
    await page.getByRole('tabpanel', { name: 'Proposals' }).getByText('Aigul Toktosunova').first().waitFor();
  });

  it('waits in the title for a better one, keeps it, and gives the keyboard back to the record', async () => {
    const { page } = rapporteur;
    const title = page.getByRole('textbox', { name: /^Title/ });
    await title.fill('A joint gauge with open readings');
    await title.press('Enter');
    const panel = await expert.panel('Proposals');
    await panel.getByText('A joint gauge with open readings').waitFor();
  });

  it('leads from the proposal back to the words, and marks the words', async () => {
    const { page } = rapporteur;
    await page
      .getByRole('link', { name: /Go to the words in entry/ })
      .first()
      .click();
    const goal = rapporteur.record.locator('article[data-goal]');
    await goal.getByText('joint gauge').first().waitFor();
    await expert.entry('joint gauge').getByRole('button', { name: 'Proposal 1' }).waitFor();
    await expert.entry('every hour').getByRole('button', { name: 'Proposal 1' }).click();
    const panel = expert.page.getByRole('tabpanel', { name: 'Proposals' });
    await panel.getByText('A joint gauge with open readings').waitFor();
  });

  it('keeps the quoted words when the entry is changed afterwards', async () => {
    await expert.choose('every hour', 'Edit');
    await expert.composer.fill('Its readings should stay with each side.');
    await expert.composer.press('Enter');
    await rapporteur.sees('stay with each side');
    const panel = await rapporteur.panel('Proposals');
    await panel.locator('blockquote').getByText('readings should be open').waitFor();
  });
});
