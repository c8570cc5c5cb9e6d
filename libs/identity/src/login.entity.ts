import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser, of an account or of an invitation; only the token's hash is kept. */
@Entity('identity_logins')
export class LoginEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('uuid', { name: 'invitation_id', nullable: true }) invitationId: string | null;
  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'last_seen_at', precision: 3 }) lastSeenAt: Date;
  @Column({ type: 'timestamptz', name: 'consented_at', precision: 3, nullable: true })
  consentedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'user_agent', nullable: true }) userAgent: string | null;
}
