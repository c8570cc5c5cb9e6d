import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeView, OutboxMail, WireError } from '@roundtable/contracts';
import { SMTPServer } from 'smtp-server';
import { eventually } from '../../support/live-client.js';
import { becomeAdministrator, createMeeting, inviteTo, type Person } from '../../support/person.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const USER = 'roundtable';
/** Not as it can stand in an address. */
const PASSWORD = 'a still lake/in winter';
const RECIPIENT = 'aigul@basin.example';

/** A letter as the mail server took it. */
interface TakenLetter {
  signedInAs: string | undefined;
  sender: string | undefined;
  recipients: string[];
  source: string;
}

describe('a server with a mail server', () => {
  const letters: TakenLetter[] = [];
  const mailServer = takeMail(letters);
  let server: RunningRoundtable;
  let administrator: Person;

  beforeAll(async () => {
    await new Promise<void>((ready) => mailServer.listen(0, '127.0.0.1', ready));
    const { port } = mailServer.server.address() as AddressInfo;
    server = await startRoundtable({
      SMTP_URL: `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
      MAIL_FROM: 'Talks of the basin <letters@basin.example>',
    });
    administrator = await becomeAdministrator(server);
  }, 60_000);
  afterAll(async () => {
    await server?.dispose();
    await new Promise<void>((done) => mailServer.close(done));
  });

  it('signs in there and sends an invitation within ten seconds, from the address of MAIL_FROM', async () => {
    const link = await sendInvitation(administrator);
    await eventually('the mail server has a letter', () => letters.length > 0, 10_000);
    const [letter] = letters;
    expect(letter).toMatchObject({
      signedInAs: USER,
      sender: 'letters@basin.example',
      recipients: [RECIPIENT],
    });
    const source = letter?.source ?? '';
    expect(source).toMatch(/^From: Talks of the basin <letters@basin\.example>$/m);
    expect(source).toMatch(/^Message-ID: <[0-9a-f-]{36}@roundtable>$/m);
    expect(source).toContain('filename=meeting.ics');
    expect(source.replaceAll('=\r\n', '')).toContain(link);
  });

  it('shows its letters to nobody else, not even to an administrator', async () => {
    const { status, body } = await administrator.get<{ error: WireError }>('/api/v1/outbox');
    expect([status, body.error.code]).toEqual([404, 'not_found']);
    expect((await administrator.mustGet<MeView>('/api/v1/me')).outbox).toBe(false);
  });
});

describe('a server without a mail server', () => {
  let server: RunningRoundtable;
  beforeAll(async () => {
    server = await startRoundtable({ SMTP_URL: '' });
  }, 60_000);
  afterAll(() => server?.dispose());

  it('keeps its letters in the outbox, where an administrator can copy the link', async () => {
    const administrator = await becomeAdministrator(server);
    const link = await sendInvitation(administrator);
    const { status, body } = await administrator.get<OutboxMail[]>('/api/v1/outbox');
    expect([status, body]).toEqual([
      200,
      [
        expect.objectContaining({
          to: RECIPIENT,
          text: expect.stringContaining(link),
          attachments: [expect.objectContaining({ name: 'meeting.ics' })],
          sentAt: null,
          attempts: 0,
        }),
      ],
    ]);
    expect((await administrator.mustGet<MeView>('/api/v1/me')).outbox).toBe(true);
  });
});

/** A mail server that takes letters from nobody but `USER`, and puts them in `letters`. */
function takeMail(letters: TakenLetter[]): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === USER && password === PASSWORD
        ? done(null, { user: username })
        : done(new Error('The password is wrong.')),
    onData: (stream, { user, envelope }, done) => {
      const { mailFrom, rcptTo } = envelope;
      let source = '';
      stream.on('data', (chunk: Buffer) => (source += chunk.toString()));
      stream.on('end', () => {
        const sender = mailFrom ? mailFrom.address : undefined;
        letters.push({ signedInAs: user, sender, recipients: rcptTo.map(({ address }) => address), source });
        done();
      });
    },
  });
}

/** Adds somebody to a meeting, sends them their personal link, and says which it is. */
async function sendInvitation(secretary: Person): Promise<string> {
  const { meeting } = await createMeeting(secretary);
  const { participant, link } = await inviteTo(secretary, meeting.id, { email: RECIPIENT });
  const path = `/api/v1/meetings/${meeting.id}/participants/${participant.id}/invitation/send`;
  await secretary.mustPost(path, { language: 'en' });
  return link;
}
