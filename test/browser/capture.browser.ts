import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { RoomPage } from './support/room-page.js';
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
    await select(rapporteur, 'joint gauge', 'readings should be open');
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

  /** Drags the mouse from the first letter of some words to the last letter of others. */
  async function select(room: RoomPage, from: string, to: string): Promise<void> {
    const [start, end] = await Promise.all([
      edgeOf(room.entry(from).locator('[data-seq]'), from, 'start'),
      edgeOf(room.entry(to).locator('[data-seq]'), to, 'end'),
    ]);
    await room.page.mouse.move(start.x, start.y);
    await room.page.mouse.down();
    await room.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await room.page.mouse.move(end.x, end.y, { steps: 4 });
    await room.page.mouse.up();
  }
});

/** Where the first or the last letter of some words stands on the page. */
function edgeOf(body: Locator, words: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  return body.evaluate(
    (element, { words, edge }) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const boxes = [...range.getClientRects()];
        const box = (edge === 'start' ? boxes[0] : boxes.at(-1)) as DOMRect;
        return { x: edge === 'start' ? box.left + 1 : box.right - 1, y: (box.top + box.bottom) / 2 };
      }
      throw new Error(`These words are not on the page: ${words}`);
    },
    { words, edge },
  );
}
