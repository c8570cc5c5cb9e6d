import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AmendmentView } from '@roundtable/contracts';
import { splitParagraphs } from '@roundtable/documents';
import { AmendmentsRoom } from '../../../test/support/amendments-room.js';
import { randomAmendment, randomParagraphs, seedsOf, SeededNumbers } from './testing/random-amendments.js';

describe('random amendments', () => {
  let room: AmendmentsRoom;
  let proposal: string;
  beforeAll(async () => {
    room = await AmendmentsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const key = () => ({ room: room.at.room, proposal });

  async function merge(amendments: readonly AmendmentView[]): Promise<void> {
    const { newest: version } = await room.reading().list(key());
    const ids = amendments.map(({ id }) => id);
    await room.merging().merge(room.rapporteur, room.intent({ proposal, version, amendments: ids }));
  }

  it('are never dropped through mergers and rebases, and the text reads as it was shown before', async () => {
    for (const [index, seed] of seedsOf(3).entries()) {
      const random = new SeededNumbers(seed);
      const texts = randomParagraphs(random, 4);
      proposal = await room.propose(texts.join('\n\n'), { number: 20 + index });
      for (let round = 0; round < 3; round += 1) {
        const { paragraphs } = await room.reading().paragraphs(key(), null);
        const now = paragraphs.map(({ text }) => text);
        for (let more = 1; more <= 3; more += 1) {
          const { kind, paragraph, text } = randomAmendment(random, round * 3 + more, now);
          await room.table(room.chair, proposal, { kind, paragraph, text });
        }
        await rebaseAll();
        const tabled = (await room.of(proposal)).filter(({ state }) => state === 'tabled');
        for (const { id, revision } of tabled)
          await room
            .amending()
            .decide(room.chair, room.intent({ amendment: id, revision, result: 'accepted' }));
        const shown = await room.reading().consolidated(key(), []);
        if (splitParagraphs(shown.text).length === 0) break;
        const before = await room.of(proposal);
        const leftOut = new Set(shown.leftOut.map(({ amendment }) => amendment));
        await merge(before.filter(({ id, state }) => state === 'accepted' && !leftOut.has(id)));
        expect([seed, round, await room.text(proposal)]).toEqual([seed, round, shown.text]);
        const after = await room.of(proposal);
        expect([seed, after.map(({ id }) => id)]).toEqual([seed, before.map(({ id }) => id)]);
        for (const { state, needs, mergedIn } of after)
          expect([state === 'needs_rebase', state === 'merged']).toEqual([needs !== null, mergedIn !== null]);
      }
    }
  });

  /** The sponsors take what they are offered where something is, and withdraw where nothing is. */
  async function rebaseAll(): Promise<void> {
    for (const each of await room.of(proposal)) {
      if (each.state !== 'needs_rebase') continue;
      const { paragraph, suggestion, to } = await room.reading().offer(key(), each.id);
      const { id: amendment, revision, kind } = each;
      if (paragraph === null) await room.amending().withdraw(room.chair, room.intent({ amendment }));
      else {
        const wish = { amendment, revision, version: to, kind, paragraph, text: suggestion };
        await room
          .tabling()
          .rebase(room.chair, room.intent(wish))
          .catch(async (error: { code?: string }) => {
            // What was merged since may read just as the sponsors wanted.
            if (error.code !== 'nothing_changed') throw error;
            await room.amending().withdraw(room.chair, room.intent({ amendment }));
          });
      }
    }
  }
});
