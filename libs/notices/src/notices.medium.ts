import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@roundtable/persistence';
import { Config, createLogger, JsonLogger } from '@roundtable/platform';
import { SMTPServer } from 'smtp-server';
import { TestClock } from '../../../test/support/meetings-node.js';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.js';
import { MailSweep } from './mail-sweep.js';
import { MailTransport } from './mail-transport.js';
import { OutboxMailEntity } from './outbox-mail.entity.js';
import { OutboxRepository } from './outbox.repository.js';
import { StoredOutbox } from './stored-outbox.js';

let database: FreshDatabase;
let server: SMTPServer;
let port: number;
const received: string[] = [];
let isRefusing = false;
const clock = new TestClock();

beforeAll(async () => {
  database = await freshDatabase([OutboxMailEntity]);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(isRefusing ? new Error('try later') : null),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise<void>((done) => server.close(done));
  await database.drop();
});

function sweep(): MailSweep {
  const config = Object.assign(new Config(), { smtpUrl: `smtp://127.0.0.1:${port}` });
  const { dataSource } = database;
  const logger = new JsonLogger(createLogger('silent'));
  return new MailSweep(
    new OutboxRepository(dataSource),
    new MailTransport(config),
    new UnitOfWork(dataSource),
    clock,
    logger,
  );
}

async function enqueue(to: string, subject = 'Чакыруу'): Promise<void> {
  const outbox = new StoredOutbox(new OutboxRepository(database.dataSource), clock);
  const attachments = [{ filename: 'meeting.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }];
  await database.dataSource.transaction((tx) =>
    outbox.enqueue(tx, { to, subject, text: 'Салам', attachments }),
  );
}

describe('the outbox', () => {
  it('keeps nothing of an act that failed', async () => {
    const outbox = new StoredOutbox(new OutboxRepository(database.dataSource), clock);
    const act = database.dataSource.transaction(async (tx) => {
      await outbox.enqueue(tx, { to: 'a@basin.example', subject: 'x', text: 'y' });
      throw new Error('refused');
    });
    await expect(act).rejects.toThrow('refused');
    expect(await database.dataSource.manager.count(OutboxMailEntity)).toBe(0);
  });

  it('is sent once, by whichever of several sweeps comes first', async () => {
    for (let count = 0; count < 6; count += 1) await enqueue(`person${count}@basin.example`);
    const sent = await Promise.all([sweep().sendDue(), sweep().sendDue(), sweep().sendDue()]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(received).toHaveLength(6);
    expect(new Set(received.map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).size).toBe(6);
    expect(received[0]).toContain('filename=meeting.ics');
  });

  it('tries again later what was refused, and says why meanwhile', async () => {
    isRefusing = true;
    await enqueue('late@basin.example', 'x\r\nBcc: hidden@basin.example');
    expect(await sweep().sendDue()).toBe(0);
    const [waiting] = await database.dataSource.manager.findBy(OutboxMailEntity, {
      recipient: 'late@basin.example',
    });
    expect(waiting).toMatchObject({ attempts: 1, sentAt: null });
    expect(waiting?.lastError).toContain('try later');
    isRefusing = false;
    expect(await sweep().sendDue()).toBe(0);
    clock.forward(31_000);
    expect(await sweep().sendDue()).toBe(1);
    expect(received.at(-1)).not.toMatch(/^Bcc:/m);
  });

  it('gives a letter up after ten attempts, and keeps it', async () => {
    isRefusing = true;
    await enqueue('never@basin.example');
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await sweep().sendDue();
      clock.forward(6 * 60 * 60 * 1000);
    }
    isRefusing = false;
    expect(await sweep().sendDue()).toBe(0);
    const [kept] = await database.dataSource.manager.findBy(OutboxMailEntity, {
      recipient: 'never@basin.example',
    });
    expect(kept).toMatchObject({ attempts: 10, sentAt: null });
  });
});
