import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { People, startRecordNode, type RecordNode } from '../../../test/support/record-node.js';
import { runNamed, runTogether } from './named-statement.js';
import { UnitOfWork } from './unit-of-work.js';

const CREATE = { name: 'test_create_log', text: 'INSERT INTO record_logs (room_id) VALUES ($1)' };

describe('a commit that follows its last statements at once', () => {
  let database: { url: string; drop(): Promise<void> };
  let node: RecordNode;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startRecordNode(database.url, { people: new People() });
    unitOfWork = node.app.get(UnitOfWork);
  });

  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  /** Creates logs for rooms, the first and the last of them unanswered when the work returns. */
  function create(rooms: readonly string[]): Promise<string> {
    return unitOfWork.inTransactionOfItsOwn(async (tx: EntityManager) => {
      await runTogether(tx, () => ['BEGIN']);
      return { result: 'done', answered: Promise.all(rooms.map((room) => runNamed(tx, CREATE, [room]))) };
    });
  }

  async function stored(rooms: readonly string[]): Promise<number> {
    const rows = await node.dataSource.query<unknown[]>(
      'SELECT 1 FROM record_logs WHERE room_id = ANY ($1)',
      [rooms],
    );
    return rows.length;
  }

  it('keeps them all', async () => {
    const rooms = [newId(), newId(), newId()];
    expect(await create(rooms)).toBe('done');
    expect(await stored(rooms)).toBe(3);
  });

  it('keeps none where one fails, says which failure it was, and leaves the connection whole', async () => {
    const [room, other] = [newId(), newId()];
    await expect(create([room, room, other])).rejects.toMatchObject({ code: '23505' });
    expect(await stored([room, other])).toBe(0);
    const many = Array.from({ length: 30 }, () => [newId()]);
    await Promise.all(many.map(create));
    expect(await stored(many.flat())).toBe(30);
  });

  it('fails where Postgres rolled back although nothing was reported', async () => {
    const room = newId();
    const act = unitOfWork.inTransactionOfItsOwn(async (tx: EntityManager) => {
      await runTogether(tx, () => ['BEGIN']);
      const answered = runNamed(tx, CREATE, ['no id']).catch(() => 'swallowed');
      return { result: 'done', answered };
    });
    await expect(act).rejects.toThrow('rolled back');
    expect(await stored([room])).toBe(0);
  });
});
