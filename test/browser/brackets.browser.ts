import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { caughtUp, visit, type RoomVisitor } from '../support/room-visitor.js';
import { findViolations } from './support/accessibility.js';
import { findLayoutFaults } from './support/layout-faults.js';
import { Stage, type Seat } from './support/stage.js';

const TEXT = 'Figures [shall || should] be published [monthly].';
const OWN = 'each quarter';

describe('a bracket of the communique that is being settled', () => {
  let stage: Stage;
  let chair: Seat;
  let other: RoomVisitor;

  beforeAll(async () => {
    stage = await Stage.set();
    const { meeting } = await stage.meeting();
    chair = await stage.seat(meeting.id, 'Gulnara Ismailova', 'chair');
    other = await visit((await stage.invite(meeting.id, 'Dinara Seitkali', 'rapporteur')).link);
    await made(other.room.draftCommunique({ title: 'Figures', lines: [] }));
    await made(other.room.changeCommunique({ version: 1, title: 'Figures', parts: [{ text: TEXT }] }));
    await chair.page.goto(`/m/${meeting.id}/communique`);
    await press('Settle: monthly');
    await form().getByRole('radio', { name: 'Other words' }).check({ force: true });
    await own().fill(OWN);
  }, 180_000);

  afterAll(async () => {
    other.leave();
    await stage.strike();
  });
  afterEach(() => expect(stage.problems()).toEqual([]));

  const form = () => chair.page.getByRole('dialog');
  const own = () => form().getByRole('textbox', { name: 'Other words' });
  const press = (name: string) => chair.page.getByRole('button', { name, exact: true }).click();

  async function made(sending: ReturnType<RoomVisitor['room']['draftCommunique']>): Promise<void> {
    const answer = await sending.done;
    if (!answer.ok) throw new Error(answer.error.message);
    await caughtUp(other, answer.seq);
  }

  /** Somebody else settles the first bracket of the paragraph. */
  async function settleFirst(words: string, became: string): Promise<void> {
    const communique = other.room.getView().record?.snapshot.publications.communique;
    const { version = 0, parts = [] } = communique ?? {};
    const part = parts[0]?.id ?? '';
    await made(other.room.resolveBracket({ version, part, bracket: 0, words, became, reason: null }));
  }

  it('stays the one that was chosen when somebody else settles one before it', async () => {
    await settleFirst('shall || should', 'shall');
    await form()
      .getByText(/^Somebody changed this while it was open here/)
      .waitFor();
    await press('Go on with the newest');
    expect(await form().getByRole('radio', { name: 'monthly' }).count()).toBe(1);
    expect(await own().inputValue()).toBe(OWN);
  });

  it('tells that somebody else settled it first, and keeps what one wrote to be copied', async () => {
    await settleFirst('monthly', 'monthly');
    await form()
      .getByText(/^Somebody else settled this bracket meanwhile/)
      .waitFor();
    expect(await own().inputValue()).toBe(OWN);
    expect(await form().getByRole('button', { name: 'Settle', exact: true }).isDisabled()).toBe(true);
    expect(await findViolations(chair.page)).toEqual([]);
    expect(await findLayoutFaults(chair.page)).toEqual([]);
    await press('Close');
    await press('Leave without saving');
    await form().waitFor({ state: 'detached' });
    await chair.page.getByText('Figures shall be published monthly.').waitFor();
  });
});
