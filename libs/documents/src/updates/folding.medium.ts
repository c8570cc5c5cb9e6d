import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../../../../test/support/document-page.js';
import { DocumentsRoom, type TestProposal } from '../../../../test/support/documents-room.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DocumentLines } from '../following/document-lines.js';
import { Folding } from './folding.js';
import { UpdateCommit } from './update-commit.js';

describe('folding updates into the state of a document', () => {
  let stage: DocumentsRoom;

  beforeAll(async () => {
    stage = await DocumentsRoom.start();
  });

  afterEach(() => stage.leave());

  afterAll(() => stage.stop());

  function fold(proposal: TestProposal, node = 0): Promise<void> {
    const app = stage.nodes[node]?.app;
    if (!app) throw new Error('There is no such node.');
    return app.get(UpdateCommit).between(proposal, () => app.get(Folding).fold(proposal));
  }

  async function countUpdates({ proposal }: TestProposal): Promise<number> {
    const [row] = await stage.first.dataSource.query<{ count: string }[]>(
      'SELECT count(*) FROM documents_updates WHERE proposal_id = $1',
      [proposal],
    );
    return Number(row?.count);
  }

  it('keeps every word, and leaves no update beside the state', async () => {
    const proposal = await stage.propose('Begin:');
    const [one, other] = await stage.pages(proposal, 2);
    for (let turn = 0; turn < 5; turn += 1) {
      one.write(` a${turn}`);
      await one.saved();
    }
    await fold(proposal);
    expect(await countUpdates(proposal)).toBe(0);
    other.write(' after');
    await other.saved();
    expect(await countUpdates(proposal)).toBe(1);
    await until('both read the same', () => one.words === other.words);
    for (const node of [0, 1])
      expect(await stage.fresh(stage.people.add(proposal.room), proposal, node)).toBe(one.words);
  });

  it('comes about by itself where many updates lie loose', async () => {
    const proposal = await stage.propose('Begin:');
    const [page] = await stage.pages(proposal, 1);
    const pile = 'слово '.repeat(4_000);
    for (let turn = 0; turn < 14; turn += 1) {
      page.write(pile);
      await page.saved();
    }
    expect(await countUpdates(proposal)).toBeLessThan(14);
    expect(await stage.fresh(stage.people.add(proposal.room), proposal)).toBe(page.words);
  });

  it('loses nothing where it dies half way', async () => {
    const proposal = await stage.propose('Begin:');
    const [page] = await stage.pages(proposal, 1);
    page.write(' acknowledged');
    await page.saved();
    const repository = stage.first.app.get(DocumentsRepository);
    const whole = repository.fold.bind(repository);
    const dies = jest.spyOn(repository, 'fold').mockImplementationOnce(async (tx, ...rest) => {
      await whole(tx, ...rest);
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    await expect(fold(proposal)).rejects.toThrow();
    dies.mockRestore();
    expect(await countUpdates(proposal)).toBe(1);
    expect(await stage.fresh(stage.people.add(proposal.room), proposal, 1)).toBe('Begin: acknowledged');
    await fold(proposal, 1);
    page.write(' and on');
    await page.saved();
    expect(await stage.fresh(stage.people.add(proposal.room), proposal)).toBe('Begin: acknowledged and on');
  });

  it('hands who missed the folded updates the state instead', async () => {
    const proposal = await stage.propose('Begin:');
    const [one, other] = await stage.pages(proposal, 2);
    await stage.redis.kill();
    const lines = stage.nodes[1]?.app.get(DocumentLines);
    const deaf = jest.spyOn(lines as DocumentLines, 'want').mockImplementation(() => undefined);
    try {
      one.write(' missed');
      await one.saved();
      await fold(proposal);
      deaf.mockRestore();
      await until('the sweep brings it', () => other.words === 'Begin: missed', 8_000);
    } finally {
      deaf.mockRestore();
      await stage.redis.restart();
    }
  });
});
