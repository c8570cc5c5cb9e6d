import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../../test/chaos/seeded-random.js';
import { firstText, plainWords, until, type Page } from '../../../test/support/document-page.js';
import { DocumentsRoom, type TestProposal } from '../../../test/support/documents-room.js';

/** `SEED=...` repeats a run. */
const SEEDS = process.env['SEED'] ? [Number(process.env['SEED'])] : [20261122, Date.now() % 1_000_000];
const STEPS = 150;
const FILLER = 'ө';
/** Each word is one sign that stands nowhere else, so that no other can be written into it. */
const FIRST_SIGN = 0x4e00;

describe('pages that write at random and lose their lines', () => {
  let stage: DocumentsRoom;

  beforeAll(async () => {
    stage = await DocumentsRoom.start();
  });

  afterEach(() => stage.leave());

  afterAll(() => stage.stop());

  /** A word that stands nowhere else is written somewhere, and filler comes and goes. */
  function edit(random: SeededRandom, page: Page, word: string): void {
    const text = firstText(page.doc);
    page.doc.transact(() => {
      text.insert(random.below(text.length + 1), `${word}${FILLER.repeat(random.below(4))}`);
      const at = plainWords(text).indexOf(FILLER);
      if (at >= 0 && random.chance(0.5)) text.delete(at, 1);
      if (random.chance(0.2))
        text.format(0, Math.min(3, text.length), { bold: random.chance(0.5) ? {} : null });
    });
  }

  async function run(seed: number, proposal: TestProposal): Promise<void> {
    const random = new SeededRandom(seed);
    const pages: Page[] = await stage.pages(proposal, 4);
    const words: string[] = [];
    const lost = new Set<Page>();
    for (let step = 0; step < STEPS; step += 1) {
      const page = random.pick(pages) as Page;
      const kind = random.next();
      if (kind < 0.75) {
        const word = String.fromCharCode(FIRST_SIGN + step);
        words.push(word);
        edit(random, page, word);
      } else if (kind < 0.85) {
        page.cut();
        lost.add(page);
      } else if (kind < 0.95) {
        page.mend();
        lost.delete(page);
      } else await new Promise((resume) => setImmediate(resume));
    }
    for (const page of lost) page.mend();
    await Promise.all(pages.map((page) => page.saved(60_000)));
    await until('all read the same', () => pages.every((page) => page.words === pages[0]?.words), 30_000);
    const text = pages[0]?.words ?? '';
    for (const word of words) expect(text.split(word)).toHaveLength(2);
    for (const node of [0, 1])
      expect(await stage.fresh(stage.people.add(proposal.room), proposal, node)).toBe(text);
  }

  it.each(SEEDS)(
    'read the same in the end, with every word in it once (seed %i)',
    async (seed) => {
      process.stdout.write(`documents converge: seed ${seed}\n`);
      await run(seed, await stage.propose('Begin: '));
    },
    120_000,
  );
});
