import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { XmlElement, XmlText, type XmlFragment } from 'yjs';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo } from '../support/person.js';
import { ProgramThatDrafts } from '../support/program-that-drafts.js';
import { TwoNodes } from '../support/two-nodes.js';
import { launchChromium } from './support/chromium.js';
import { openFirst, stateLine, textOf, textWithoutCarets } from './support/drafting-page.js';
import { eventually } from './support/eventually.js';
import { Line } from './support/line.js';
import { newPerson, type PersonAtBrowser } from './support/person-at-browser.js';
import { LOST_LINE } from './support/problems.js';
import { RoomPage } from './support/room-page.js';

const PATIENCE_MS = 180_000;
const CARET_SETTLES_MS = 100;
const WORDS = 'The reservoir is let down by turns.';
const PROGRAMS = ['Aigul', 'Farrukh'];
const BROWSERS = ['Dinara', 'Timur'];

/** Somebody at a browser, with the proposal open in the editor. */
interface Writer {
  name: string;
  person: PersonAtBrowser;
  line: Line;
}

describe('a proposal that two programs and two people at browsers write through faults', () => {
  let installation: TwoNodes;
  let browser: Browser;
  let proposal: string;
  const programs: ProgramThatDrafts[] = [];
  const writers: Writer[] = [];
  /** Everything that anybody wrote. */
  const written: string[] = [];

  beforeAll(async () => {
    [installation, browser] = await Promise.all([TwoNodes.start(), launchChromium()]);
    // Each start prints a set-up link in place of the one before.
    const secretary = await becomeAdministrator(installation.nodes[1]);
    const { meeting } = await createMeeting(secretary);
    await actOnMeeting(secretary, meeting.id, 'open');
    const invite = async (name: string): Promise<string> =>
      (await inviteTo(secretary, meeting.id, { name, roles: ['rapporteur'] })).link;
    for (const name of PROGRAMS) programs.push(await ProgramThatDrafts.enter(await invite(name)));
    proposal = await first().capture(WORDS);
    for (const program of programs) await program.open(proposal);
    addParagraphs(first().paragraphs, [...PROGRAMS, ...BROWSERS]);
    await first().saved();
    for (const name of BROWSERS) writers.push(await seat(meeting.id, name, await invite(name)));
    await eventually(
      'connections on both servers',
      () => installation.connections(),
      (counts) => counts.every((count) => count > 0),
      60_000,
    );
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const program of programs) program.leave();
    const problems = writers.flatMap(({ person }) => person.problems.take());
    await browser?.close();
    await installation?.stop();
    expect(problems).toEqual([]);
  }, PATIENCE_MS);

  it('reads the same for all four while nothing fails', async () => {
    await write(4);
    await agree();
  }, 60_000);

  it.each([0, 1] as const)(
    'loses nothing and doubles nothing where server %i is killed while all write',
    async (index) => {
      for (const program of programs) await program.saved();
      const acknowledged = written.filter((word) => PROGRAMS.some((name) => word.startsWith(name)));
      const writing = write(8);
      await installation.nodes[index].kill();
      const other = await first().another(installation.nodes[1 - index]?.url ?? '', proposal);
      for (const word of acknowledged) expect(other.words).toContain(word);
      other.leave();
      await writing;
      await agree();
      await installation.nodes[index].restart();
    },
    PATIENCE_MS,
  );

  it.each([0, 1])(
    'loses nothing and doubles nothing where the lines of two are cut while all write (%i)',
    async (index) => {
      const [program, writer] = [programs[index], writers[index]];
      program?.cut();
      await writer?.line.cut();
      await write(4);
      expect(first().words === programs[1]?.words).toBe(false);
      program?.mend();
      await writer?.line.mend();
      await write(2);
      await agree();
    },
    PATIENCE_MS,
  );

  it('is on the disk as all four read it', async () => {
    const fresh = await first().another(installation.nodes[0].url, proposal);
    expect(fresh.words).toBe(first().words);
    fresh.leave();
  }, 60_000);

  function first(): ProgramThatDrafts {
    const [program] = programs;
    if (!program) throw new Error('Nobody has entered yet.');
    return program;
  }

  async function seat(meeting: string, name: string, link: string): Promise<Writer> {
    const person = await newPerson(browser, installation.proxy.url);
    person.problems.allow(LOST_LINE);
    const { room } = await person.enter(link);
    const line = await Line.on(person.page);
    await new RoomPage(person, `/m/${meeting}/${room}`).open();
    await openFirst(person.page);
    await textOf(person.page).getByText(`${name}:`).waitFor();
    return { name, person, line };
  }

  /** Everybody writes in a paragraph of their own, at the same time, without waiting to be acknowledged. */
  async function write(turns: number): Promise<void> {
    for (const { name, person } of writers) await goToParagraph(person, `${name}:`);
    for (let turn = 0; turn < turns; turn += 1) {
      const number = written.length;
      for (const [index, name] of PROGRAMS.entries()) programs[index]?.write(`${name}:`, note(name, number));
      await Promise.all(writers.map(({ name, person }) => person.page.keyboard.type(note(name, number))));
    }
  }

  function note(name: string, number: number): string {
    const word = `${name}-${number};`;
    written.push(word);
    return ` ${word}`;
  }

  /** All four show the same, with everything that was written in it once. */
  async function agree(): Promise<void> {
    for (const program of programs) await program.saved();
    const texts = await eventually(
      'the same text for all four',
      async () => [
        ...programs.map(({ words }) => words),
        ...(await Promise.all(writers.map(({ person }) => textWithoutCarets(person.page)))),
      ],
      ([own = '', ...others]) =>
        others.every((each) => each === own) && written.every((word) => own.includes(word)),
      60_000,
    );
    for (const word of written) expect(texts[0]?.split(word)).toHaveLength(2);
    for (const { person } of writers) await stateLine(person.page, 'Saved');
  }
});

/** One paragraph for each name, so that nobody writes into the middle of another's words. */
function addParagraphs(text: XmlFragment, names: readonly string[]): void {
  const paragraphs = names.map((name) => {
    const paragraph = new XmlElement('paragraph');
    paragraph.insert(0, [new XmlText(`${name}:`)]);
    return paragraph;
  });
  text.insert(text.length, paragraphs);
}

async function goToParagraph({ page }: PersonAtBrowser, start: string): Promise<void> {
  await textOf(page).focus();
  await eventually(
    `the caret in the paragraph of ${start}`,
    async () => {
      await placeCaret(page, start);
      // The editor, which has just got the focus, may still put the caret back where it last was.
      await page.waitForTimeout(CARET_SETTLES_MS);
      return page.evaluate(() => getSelection()?.anchorNode?.textContent ?? '');
    },
    (words) => words.startsWith(start),
  );
}

function placeCaret(page: Page, start: string): Promise<void> {
  return textOf(page).evaluate((element, wanted) => {
    const paragraph = [...element.querySelectorAll('p')].find((each) => each.textContent.startsWith(wanted));
    if (!paragraph) throw new Error(`No paragraph begins with ${wanted}`);
    getSelection()?.selectAllChildren(paragraph);
    getSelection()?.collapseToEnd();
  }, start);
}
