import { Global, Module } from '@nestjs/common';
import { MailOutbox } from '@roundtable/platform';
import { MailSweep } from './mail-sweep.js';
import { MailTransport } from './mail-transport.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxRepository } from './outbox.repository.js';
import { StoredOutbox } from './stored-outbox.js';

/** Mail: kept in an outbox, sent from there. Fills `MailOutbox` for everybody. */
@Global()
@Module({
  controllers: [OutboxController],
  providers: [OutboxRepository, MailTransport, MailSweep, { provide: MailOutbox, useClass: StoredOutbox }],
  exports: [MailOutbox, MailSweep],
})
export class NoticesModule {}
