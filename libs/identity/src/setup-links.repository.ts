import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SetupLinkEntity } from './setup-link.entity.js';

/** All the SQL about one-time set-up links. */
@Injectable()
export class SetupLinksRepository {
  constructor(private readonly dataSource: DataSource) {}

  findByHash(tokenHash: Buffer): Promise<SetupLinkEntity | null> {
    return this.dataSource.manager.findOneBy(SetupLinkEntity, { tokenHash });
  }

  /** Lets one link be used at a time, on whatever node, until the end of the transaction. */
  async lockUse(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('identity_setup_links'))`);
  }

  /** Reads and locks, so that a one-time link is used once. */
  lockByHash(tx: EntityManager, tokenHash: Buffer): Promise<SetupLinkEntity | null> {
    return tx
      .createQueryBuilder(SetupLinkEntity, 'link')
      .setLock('pessimistic_write')
      .where('link.tokenHash = :tokenHash', { tokenHash })
      .getOne();
  }

  /** Puts a link in place of all unused ones of the same purpose and account. */
  async replace(tx: EntityManager, link: SetupLinkEntity): Promise<void> {
    await tx.query(
      `DELETE FROM identity_setup_links WHERE used_at IS NULL AND purpose = $1 AND account_id IS NOT DISTINCT FROM $2::uuid`,
      [link.purpose, link.accountId],
    );
    await tx.insert(SetupLinkEntity, link);
  }

  /** Takes back every link of an account that nobody used. */
  async deleteUnused(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query('DELETE FROM identity_setup_links WHERE used_at IS NULL AND account_id = $1', [accountId]);
  }

  async markUsed(tx: EntityManager, id: string, now: Date): Promise<void> {
    await tx.update(SetupLinkEntity, { id }, { usedAt: now });
  }
}
