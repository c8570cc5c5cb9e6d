import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findPoorContrast, findViolations } from './support/accessibility.js';
import { openFirst, stateLine, textOf, textWithoutCarets, writersOf } from './support/drafting-page.js';
import { eventually } from './support/eventually.js';
import { WAS_HARMED } from './support/hostile-words.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { PHONE } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';
import { Stage, type Seat } from './support/stage.js';

const WORDS = 'The gauge at the upper weir is read every day.';

describe('a proposal that two write together', () => {
  let stage: Stage;
  let meetingId: string;
  let dinara: Seat;
  let timur: Seat;

  beforeAll(async () => {
    stage = await Stage.set();
    const { meeting } = await stage.meeting();
    meetingId = meeting.id;
    dinara = await stage.seat(meeting.id, 'Dinara Seitkali', 'rapporteur');
    timur = await stage.seat(meeting.id, 'Timur Nazarov', 'secretary');
    await dinara.say(WORDS);
    await capture(dinara, WORDS);
    await textOf(dinara.page).getByText(WORDS).waitFor();
    await openFirst(timur.page);
    await textOf(timur.page).getByText(WORDS).waitFor();
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('shows each what the other writes, and who writes', async () => {
    await typeAtEnd(dinara.page, ' So it was.');
    await textOf(timur.page).getByText('So it was.').waitFor();
    await writersOf(timur.page).getByText('Dinara Seitkali').waitFor();
    await writersOf(dinara.page).getByText('Timur Nazarov').waitFor();
    await textOf(timur.page).locator('[data-caret]').filter({ hasText: 'Dinara' }).waitFor();
    await stateLine(dinara.page, 'Saved');
  });

  it('keeps every letter of two who type at the same time', async () => {
    await Promise.all([
      typeAtEnd(dinara.page, ' Dinara writes this sentence at her own pace.'),
      typeAtStart(timur.page, 'Timur writes at the beginning meanwhile. '),
    ]);
    const wanted = [
      'Dinara writes this sentence at her own pace.',
      'Timur writes at the beginning meanwhile.',
    ];
    await sameText(([text]) => wanted.every((each) => text.includes(each)));
  });

  it('gives each new paragraph an identity of its own that both know', async () => {
    await typeAtEnd(dinara.page, '\nA second paragraph.\nA third one.');
    await textOf(timur.page).getByText('A third one.').waitFor();
    const [own, others] = await Promise.all([dinara, timur].map(({ page }) => identitiesIn(page)));
    expect(own).toEqual(others);
    expect(new Set(own).size).toBe(own?.length);
    expect(own?.length).toBeGreaterThanOrEqual(3);
  });

  it('keeps what is written without a line on the device, says so, and sends it when the line is back', async () => {
    timur.person.problems.allow(LOST_LINE);
    await timur.line.cut();
    await stateLine(timur.page, /^Offline: all you wrote is saved/);
    await typeAtEnd(timur.page, ' Written without a line.');
    await stateLine(timur.page, 'Offline: kept on this device, will be sent');
    await typeAtStart(dinara.page, 'Meanwhile on the line. ');
    await timur.line.mend();
    await textOf(dinara.page).getByText('Written without a line.').waitFor();
    await textOf(timur.page).getByText('Meanwhile on the line.').waitFor();
    await stateLine(timur.page, 'Saved');
    await sameText(() => true);
  });

  it('takes of a paste from a word processor what a proposal may hold, and nothing that runs or is fetched', async () => {
    const fetched: string[] = [];
    dinara.page.on('request', (request) => fetched.push(request.url()));
    await typeAtEnd(dinara.page, '\n');
    await paste(
      dinara.page,
      `<style>p{color:red}</style><script>window.__harmed = 1</script><h2>Gauges</h2>
       <p class=MsoNormal style="color:red" onclick="window.__harmed = 2"><b>Bold</b> and <i>italic</i><!-- a comment --></p>
       <p><img src="https://tracker.example/pixel.png" onerror="window.__harmed = 3"></p>
       <table><tr><td>Focus area</td><td>Timeline</td></tr></table>
       <p><a href="javascript:window.__harmed=4">not a link</a> <a href="https://example.org/a">a link</a></p>`,
    );
    const text = textOf(timur.page);
    await text.getByText('a link', { exact: true }).waitFor();
    expect(await text.locator('h2').allInnerTexts()).toContain('Gauges');
    expect(await text.locator('strong').allInnerTexts()).toContain('Bold');
    expect(await text.locator('td').allInnerTexts()).toEqual(['Focus area', 'Timeline']);
    expect(
      await text.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href'))),
    ).toEqual(['https://example.org/a']);
    expect(await text.locator('img:not(.ProseMirror-separator), script, style, [onclick]').count()).toBe(0);
    expect(await dinara.page.evaluate(WAS_HARMED)).toBe(false);
    expect(fetched.filter((url) => url.includes('tracker'))).toEqual([]);
  });

  it('keeps a comment at its words while others write around them', async () => {
    await selectWords(dinara.page, 'upper weir');
    await dinara.page.keyboard.press('Control+Alt+m');
    await dinara.page.getByRole('textbox', { name: 'Comment on this passage' }).fill('Which of the two?');
    await dinara.page.keyboard.press('Control+Enter');
    const marked = textOf(timur.page).locator('[data-comment]');
    await marked.waitFor();
    await typeAtStart(timur.page, 'Before it. ');
    await textOf(dinara.page).getByText('Before it.').waitFor();
    expect(await textOf(dinara.page).locator('[data-comment]').innerText()).toBe('upper weir');
    const { page } = timur;
    await page.getByText('Which of the two?').waitFor();
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.getByRole('textbox', { name: 'Reply' }).fill('The old one.');
    await page.keyboard.press('Control+Enter');
    await dinara.page.getByText('The old one.').waitFor();
    await dinara.page.getByRole('button', { name: 'Resolve' }).click();
    await marked.waitFor({ state: 'detached' });
    await page.getByText('1 resolved comment').waitFor();
  });

  it('leaves the text as it is while suggestions are written, until somebody accepts them', async () => {
    const { page } = timur;
    await page.getByRole('button', { name: 'Write as suggestions' }).click();
    await selectWords(page, 'every day');
    await page.keyboard.type('every hour');
    const text = textOf(dinara.page);
    await text.locator('ins').filter({ hasText: 'every hour' }).waitFor();
    expect(await text.locator('del').innerText()).toBe('every day');
    await page.getByRole('button', { name: 'Write as suggestions' }).click();
    await dinara.page.getByRole('tab', { name: /Suggestions/ }).click();
    const accept = dinara.page.getByRole('button', { name: /^Accept the suggestion of Timur Nazarov/ });
    await accept.focus();
    await dinara.page.keyboard.press('Enter');
    await textOf(page).locator('ins, del').first().waitFor({ state: 'detached' });
    await sameText(([words]) => words.includes('every hour') && !words.includes('every day'));
  });

  it('saves a version under a name and shows by words what changed since', async () => {
    const { page } = dinara;
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Save a version' }).click();
    await page.getByRole('textbox', { name: /What is it called/ }).fill('After the first reading');
    await page.keyboard.press('Enter');
    await page.getByText('Version 1').first().waitFor();
    await page.getByText('After the first reading').first().waitFor();
    await typeAtStart(page, 'Urgently: ');
    await stateLine(page, 'Saved');
    await page.getByRole('button', { name: 'Compare two versions' }).click();
    const added = page.locator('ins').filter({ hasText: 'Urgently:' });
    await added.waitFor();
    expect(await added.textContent()).toMatch(/^added: /);
  });

  it('shows the whole name of somebody who writes at the end of a line', async () => {
    await typeAtEnd(timur.page, '\nThe line between the two stations is long enough to be broken.');
    await textOf(timur.page).focus();
    await timur.page.keyboard.press('Control+End');
    await timur.page.keyboard.press('Home');
    await timur.page.keyboard.press('ArrowLeft');
    await timur.page.keyboard.press('End');
    const name = textOf(dinara.page).locator('[data-caret] bdi').filter({ hasText: 'Timur' });
    await eventually(
      'the name inside of the text',
      () =>
        name.evaluate((element) => {
          const text = element.closest('[role=textbox]')?.getBoundingClientRect();
          return (text?.right ?? 0) - element.getBoundingClientRect().right;
        }),
      (room) => room >= 0,
    );
  });

  it('shows somebody who may not write what is being written, and takes nothing from them', async () => {
    const reader = await stage.seat(meetingId, 'Farida Salieva', 'expert');
    await openFirst(reader.page);
    await stateLine(reader.page, /^Read only$/);
    await typeAtEnd(dinara.page, '\nRead along.');
    await textOf(reader.page).getByText('Read along.').waitFor();
    expect(await textOf(reader.page).getAttribute('aria-readonly')).toBe('true');
    expect(await reader.page.getByRole('button', { name: 'Bold' }).count()).toBe(0);
    await textOf(reader.page).click();
    expect(await writersOf(dinara.page).getByText('Farida Salieva').count()).toBe(0);
    await reader.page.keyboard.type('Not mine.');
    expect(await textWithoutCarets(reader.page)).not.toContain('Not mine.');
    expect(await findViolations(reader.page)).toEqual([]);
    expect(await findLayoutFaults(reader.page)).toEqual([]);
    await reader.person.close();
  });

  it('can be written and left with the keyboard alone', async () => {
    const { page } = dinara;
    await textOf(page).focus();
    await page.keyboard.press('Alt+F10');
    expect(await focusedName(page)).toBe('Bold');
    await page.keyboard.press('ArrowRight');
    expect(await focusedName(page)).toBe('Italic');
    await page.keyboard.press('Escape');
    await eventually(
      'the focus in the text',
      () => focusedName(page),
      (name) => name === 'Text',
    );
  });

  it('has no barrier in light or dark, on a desk or a phone', async () => {
    const phone = await stage.seat(meetingId, 'Nodira Rahimova', 'rapporteur', { viewport: PHONE });
    await openFirst(phone.page);
    await textOf(phone.page).waitFor();
    for (const { page } of [dinara, phone]) {
      expect(await findViolations(page)).toEqual([]);
      expect(await findLayoutFaults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-theme="dark"]').waitFor();
      expect(await findPoorContrast(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  }, 180_000);

  /** Waits until both show the same text, and it is as wanted. */
  async function sameText(isWanted: (texts: string[]) => boolean): Promise<void> {
    await eventually(
      'the same text for both',
      () => Promise.all([dinara, timur].map(({ page }) => textWithoutCarets(page))),
      (texts) => new Set(texts).size === 1 && isWanted(texts),
    );
  }
});

async function typeAtEnd(page: Page, words: string): Promise<void> {
  await textOf(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

async function typeAtStart(page: Page, words: string): Promise<void> {
  await textOf(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(words);
}

function identitiesIn(page: Page): Promise<(string | null)[]> {
  return textOf(page)
    .locator('p, h1, h2, h3, li')
    .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-paragraph')));
}

function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

/** Selects words as with the mouse. */
async function selectWords(page: Page, words: string): Promise<void> {
  const text = textOf(page);
  await text.focus();
  await select(text, words);
}

async function select(place: Locator, words: string): Promise<void> {
  await place.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`These words are not there: ${wanted}`);
  }, words);
  await eventually(
    `the selection of "${words}"`,
    () => place.page().evaluate(() => getSelection()?.toString() ?? ''),
    (selected) => selected === words,
  );
}

async function paste(page: Page, html: string): Promise<void> {
  await textOf(page).evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/html', pasted);
    data.setData('text/plain', 'plain');
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);
}

async function capture(room: Seat, words: string): Promise<void> {
  const entry = await room.sees(words);
  await room.composer.blur();
  await select(entry.locator('[data-seq]'), words);
  await room.page.keyboard.press('p');
}
