import type { InstallationRole } from '@roundtable/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who signs in with a password; without a hash until the set-up link was used. */
@Entity('identity_accounts')
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column('text', { nullable: true }) role: InstallationRole | null;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'disabled_at', precision: 3, nullable: true }) disabledAt: Date | null;
}
