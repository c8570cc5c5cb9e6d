import type { SetupView } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A one-time link with which an account chooses its password; only the token's hash is kept. */
@Entity('identity_setup_links')
export class SetupLinkEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') purpose: SetupView['purpose'];
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, nullable: true }) usedAt: Date | null;
}
