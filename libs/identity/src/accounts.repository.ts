import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** All the SQL about accounts. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<AccountEntity[]> {
    return this.dataSource.manager.find(AccountEntity, { order: { createdAt: 'ASC', id: 'ASC' } });
  }

  find(id: string, manager: EntityManager = this.dataSource.manager): Promise<AccountEntity | null> {
    return manager.findOneBy(AccountEntity, { id });
  }

  findByEmail(
    email: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<AccountEntity | null> {
    return manager
      .createQueryBuilder(AccountEntity, 'account')
      .where('lower(account.email) = lower(:email)', { email })
      .getOne();
  }

  /** False where the address is taken; decided by the unique index, so that two at once cannot both win. */
  async insert(tx: EntityManager, account: AccountEntity): Promise<boolean> {
    const insert = tx.createQueryBuilder().insert().into(AccountEntity).values(account).orIgnore();
    const result = await insert.returning('id').execute();
    const raw: unknown = result.raw;
    return Array.isArray(raw) && raw.length > 0;
  }

  async update(tx: EntityManager, id: string, change: Partial<Omit<AccountEntity, 'id'>>): Promise<void> {
    await tx.update(AccountEntity, { id }, change);
  }

  /**
   * Ids of administrators who can sign in, locked, so that of two who remove each other at the same time one waits
   * and then sees the truth.
   */
  async lockActiveAdministrators(tx: EntityManager): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM identity_accounts
       WHERE role = 'administrator' AND disabled_at IS NULL AND password_hash IS NOT NULL ORDER BY id FOR UPDATE`,
    );
    return rows.map((row) => row.id);
  }

  async hasActiveAdministrator(manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM identity_accounts
       WHERE role = 'administrator' AND disabled_at IS NULL AND password_hash IS NOT NULL LIMIT 1`,
    );
    return rows.length > 0;
  }
}
