import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog } from '@roundtable/persistence';
import { newId } from '@roundtable/platform';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.js';

describe('the audit', () => {
  let database: FreshDatabase;
  const audit = new AuditLog();

  beforeAll(async () => {
    database = await freshDatabase([]);
  });
  afterAll(() => database.drop());

  const acts = () => database.dataSource.query<{ act: string }[]>('SELECT act FROM audit_acts ORDER BY id');

  it('does not keep an act that did not happen', async () => {
    const failing = database.dataSource.transaction(async (tx) => {
      await audit.note(tx, { act: 'account.disabled', subject: { account: newId() } });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await acts()).toEqual([]);
  });

  it.each([`UPDATE audit_acts SET act = 'account.enabled'`, 'DELETE FROM audit_acts', 'TRUNCATE audit_acts'])(
    'refuses "%s"',
    async (statement) => {
      await audit.note(database.dataSource.manager, { act: 'login.ended', subject: { account: newId() } });
      const before = await acts();
      await expect(database.dataSource.query(statement)).rejects.toThrow(/never changed or removed/);
      expect(await acts()).toEqual(before);
    },
  );
});
