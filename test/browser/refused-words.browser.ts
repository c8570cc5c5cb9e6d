import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnsavedChange } from '@roundtable/client';
import type { MoveProposal } from '@roundtable/contracts';
import type { Page } from 'playwright-core';
import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { caughtUp, visit } from '../support/room-visitor.js';
import { findViolations } from './support/accessibility.js';
import { openFirst, stateLine, textOf } from './support/drafting-page.js';
import { eventually } from './support/eventually.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { LOST_LINE } from './support/problems.js';
import { Stage, type Seat } from './support/stage.js';

const WORDS = 'The gauge at the upper weir is read every day.';
const REFUSED = 'Nobody else ever saw this sentence.';
const LATE = ' It came after the text was closed.';

describe('words that the server refused', () => {
  let stage: Stage;
  let writer: Seat;
  let chair: string;
  let scope: Pick<UnsavedChange, 'person' | 'room' | 'proposal'>;

  beforeAll(async () => {
    stage = await Stage.set();
    const { meeting } = await stage.meeting();
    writer = await stage.seat(meeting.id, 'Dinara Seitkali', 'rapporteur');
    await writer.say(WORDS);
    await writer.sees(WORDS);
    await writer.act(WORDS, 'Capture');
    await textOf(writer.page).getByText(WORDS).waitFor();
    chair = (await stage.invite(meeting.id, 'Gulnara Ismailova', 'chair')).link;
    const visitor = await visit((await stage.invite(meeting.id, 'Timur Nazarov')).link);
    const proposal = visitor.room.getView().record?.snapshot.proposals.proposals[0]?.id ?? '';
    visitor.leave();
    scope = { person: writer.participant.id, room: writer.address.split('/').at(-1) ?? '', proposal };
  }, 180_000);

  afterAll(() => stage.strike());
  afterEach(() => expect(stage.problems()).toEqual([]));

  it('can be read and copied where the refusal is shown', async () => {
    const { page } = writer;
    // The server takes no such clientId, whoever sends it.
    await keep(page, { ...scope, clientId: 'of an earlier page', update: updateWith(REFUSED) });
    await reopen(page);
    await page.getByText(/^The last change made here was not taken/).waitFor();
    expect(await refusedWords(page).inputValue()).toBe(REFUSED);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await eventually(
      'the words in the clipboard',
      () => page.evaluate(() => navigator.clipboard.readText()),
      (copied) => copied === REFUSED,
    );
    expect(await findViolations(page)).toEqual([]);
    expect(await findLayoutFaults(page)).toEqual([]);
  });

  it('are still there after the page was loaded again, and the text is the one of all again', async () => {
    const { page } = writer;
    await reopen(page);
    await stateLine(page, 'Saved');
    expect(await refusedWords(page).inputValue()).toBe(REFUSED);
    expect(await textOf(page).innerText()).not.toContain(REFUSED);
  });

  it('go when one discards them, after a question', async () => {
    const { page } = writer;
    const question = page.getByRole('alertdialog');
    await page.getByRole('button', { name: 'Discard' }).click();
    await question.getByRole('button', { name: 'Keep them' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await refusedWords(page).inputValue()).toBe(REFUSED);
    await page.getByRole('button', { name: 'Discard' }).click();
    await question.getByRole('button', { name: 'Discard' }).click();
    await refusedWords(page).waitFor({ state: 'detached' });
    await reopen(page);
    await stateLine(page, 'Saved');
    expect(await refusedWords(page).count()).toBe(0);
  });

  it('are shown beside the text that is decided on, and sent when it is discussed again', async () => {
    const { page, line, person } = writer;
    person.problems.allow(LOST_LINE);
    await line.cut();
    await stateLine(page, /^Offline/);
    await textOf(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(LATE);
    await stateLine(page, 'Offline: kept on this device, will be sent');
    await moveOn(chair, 'submit', 'admit', 'discuss', 'put');
    await line.mend();
    await refusedWords(page).waitFor();
    expect((await refusedWords(page).inputValue()).trim()).toBe(LATE.trim());
    expect(await textOf(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Copy', exact: true }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    expect(await findLayoutFaults(page)).toEqual([]);
    await moveOn(chair, 'discuss');
    await stateLine(page, 'Saved');
    expect(await textOf(page).innerText()).toContain(LATE.trim());
    expect(await refusedWords(page).count()).toBe(0);
  });
});

/** Takes the only proposal through some steps of its life. */
async function moveOn(link: string, ...acts: MoveProposal['act'][]): Promise<void> {
  const visitor = await visit(link);
  const { room } = visitor;
  for (const act of acts) {
    const { id = '', version = 0 } = room.getView().record?.snapshot.proposals.proposals[0] ?? {};
    const moved = await room.moveProposal({ proposal: id, version, act }).done;
    if (!moved.ok) throw new Error(moved.error.message);
    await caughtUp(visitor, moved.seq);
  }
  visitor.leave();
}

function refusedWords(page: Page) {
  return page.getByRole('textbox', { name: 'Words of yours that were not taken' });
}

async function reopen(page: Page): Promise<void> {
  await page.reload();
  await openFirst(page);
  await textOf(page).waitFor();
}

function updateWith(words: string): string {
  const doc = new Doc();
  const paragraph = new XmlElement('paragraph');
  doc.getXmlFragment('default').insert(0, [paragraph]);
  paragraph.insert(0, [new XmlText(words)]);
  return Buffer.from(encodeStateAsUpdate(doc)).toString('base64');
}

/** Puts a change where the page keeps those that are not acknowledged. */
function keep(page: Page, kept: UnsavedChange): Promise<void> {
  return page.evaluate(
    (change) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('roundtable-documents', 1);
        opening.onerror = () => fail(new Error('The changes kept on the device cannot be opened.'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('changes', 'readwrite');
          writing.objectStore('changes').put(change);
          writing.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    kept,
  );
}
