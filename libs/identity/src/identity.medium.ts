import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AccountSetupLink, AccountView, LoginView, MeView, SetupView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.js';
import {
  firstLink,
  PASSWORD,
  startMeetingsNode,
  type Browser,
  type MeetingsNode,
} from '../../../test/support/meetings-node.js';
import { PasswordsService } from './passwords.service.js';

const HOSTILE = '<script>alert(1)</script> Ѐ"\' ; DROP';

let database: FreshDatabase;
let node: MeetingsNode;
let administrator: Browser;

beforeAll(async () => {
  database = await freshDatabase();
  node = await startMeetingsNode(database.dataSource);
});
afterAll(async () => {
  await node?.close();
  await database?.drop();
});

async function createAccount(role: 'administrator' | 'organiser' | null = 'organiser') {
  const email = `${newId()}@basin.example`;
  const { body } = await administrator.post<AccountSetupLink>('/accounts', {
    email,
    name: 'Nurlan Sadykov',
    role,
  });
  return { ...body.account, token: tokenOf(body.link) };
}

async function setUp(account: { email: string; token: string }) {
  const browser = node.browser();
  const answer = await browser.post(`/setup/${account.token}`, {
    email: account.email,
    name: 'Nurlan Sadykov',
    password: PASSWORD,
  });
  expect(answer.status).toBe(200);
  return browser;
}

describe('the first administrator', () => {
  it('is set up with a link that works once', async () => {
    await firstLink(node);
    const link = await firstLink(node);
    const token = tokenOf(link ?? '');
    const browser = node.browser();
    expect((await browser.get<SetupView>(`/setup/${token}`)).body).toEqual({
      purpose: 'first_administrator',
      email: null,
      name: null,
    });
    expect(
      (
        await browser.post(`/setup/${token}`, {
          email: 'a@basin.example',
          name: HOSTILE,
          password: 'password12',
        })
      ).code,
    ).toBe('weak_password');
    const chosen = { email: 'a@basin.example', name: HOSTILE, password: PASSWORD };
    const answer = await browser.post(`/setup/${token}`, chosen);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^roundtable=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
    expect((await browser.get<MeView>('/me')).body).toMatchObject({
      account: { name: HOSTILE, role: 'administrator' },
      outbox: true,
    });
    expect((await node.browser().post(`/setup/${token}`, chosen)).code).toBe('link_used');
    administrator = browser;
  });

  it('ends the offer of a link', async () => {
    expect(await firstLink(node)).toBeNull();
  });

  it('cannot be demoted or disabled while alone', async () => {
    const { body } = await administrator.get<AccountView[]>('/accounts');
    const id = body.find(({ email }) => email === 'a@basin.example')?.id;
    expect((await administrator.patch(`/accounts/${id}`, { role: 'organiser' })).code).toBe(
      'last_administrator',
    );
    expect((await administrator.patch(`/accounts/${id}`, { disabled: true })).code).toBe(
      'last_administrator',
    );
    const waiting = await createAccount('administrator');
    expect((await administrator.patch(`/accounts/${id}`, { role: null })).code).toBe('last_administrator');
    await administrator.patch(`/accounts/${waiting.id}`, { role: null });
  });
});

describe('signing in', () => {
  it('tells nobody at all from somebody with another password', async () => {
    const account = await createAccount();
    await setUp(account);
    const wrong = await node.browser().post<object>('/login', { email: account.email, password: 'wrong' });
    const unknown = await node
      .browser()
      .post<object>('/login', { email: `${newId()}@x.example`, password: 'wrong' });
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.code).toBe('credentials');
  });

  it('works with the address in any case, and is seen and ended by its owner', async () => {
    const account = await createAccount();
    const first = await setUp(account);
    const second = node.browser();
    expect(
      (await second.post('/login', { email: account.email.toUpperCase(), password: PASSWORD })).status,
    ).toBe(200);
    const logins = (await second.get<LoginView[]>('/logins')).body;
    expect(logins.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = logins.find(({ current }) => !current);
    const stranger = await setUp(await createAccount());
    expect((await stranger.delete(`/logins/${other?.id}`)).code).toBe('not_found');
    expect((await second.delete(`/logins/${other?.id}`)).status).toBe(200);
    expect((await first.get<MeView>('/me')).body.login).toBeNull();
    await second.post('/logout');
    expect((await second.get('/logins')).code).toBe('unauthenticated');
  });

  it('is refused after ten wrong passwords, the right one too', async () => {
    const account = await createAccount();
    await setUp(account);
    for (let attempt = 0; attempt < 10; attempt += 1)
      await node.browser().post('/login', { email: account.email, password: 'wrong' });
    const answer = await node.browser().post('/login', { email: account.email, password: PASSWORD });
    expect([answer.status, answer.code]).toEqual([429, 'rate_limited']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('looks at ten passwords of a hundred that are tried at once', async () => {
    const { email } = await createAccount();
    const looks = jest.spyOn(node.app.get(PasswordsService), 'matches');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => node.browser().post('/login', { email, password: 'wrong' })),
    );
    const lookedAt = looks.mock.calls.length;
    looks.mockRestore();
    expect(lookedAt).toBe(10);
    expect(answers.filter(({ code }) => code === 'credentials')).toHaveLength(10);
    expect(answers.filter(({ code }) => code === 'rate_limited')).toHaveLength(90);
  });

  it('is not bounded for those who know their passwords, however many sign in from one address', async () => {
    const { email, token } = await createAccount();
    await setUp({ email, token });
    for (let time = 0; time < 61; time += 1)
      expect((await node.browser().post('/login', { email, password: PASSWORD })).status).toBe(200);
  });

  it('ends at once for a disabled account', async () => {
    const account = await createAccount();
    const browser = await setUp(account);
    await administrator.patch(`/accounts/${account.id}`, { disabled: true });
    expect((await browser.get<MeView>('/me')).body.login).toBeNull();
    expect((await browser.post('/login', { email: account.email, password: PASSWORD })).code).toBe(
      'credentials',
    );
  });

  it('ends elsewhere when the password is changed', async () => {
    const account = await createAccount();
    const first = await setUp(account);
    const second = node.browser();
    await second.post('/login', { email: account.email, password: PASSWORD });
    expect((await second.post('/password', { current: 'wrong', next: 'five calm rivers meet' })).code).toBe(
      'credentials',
    );
    expect(
      (await second.post('/password', { current: PASSWORD, next: 'five calm rivers meet' })).status,
    ).toBe(200);
    expect((await first.get<MeView>('/me')).body.login).toBeNull();
    expect((await second.get<MeView>('/me')).body.account?.email).toBe(account.email);
  });

  it('expires', async () => {
    const browser = await setUp(await createAccount());
    node.clock.forward(31 * 86_400_000);
    expect((await browser.get<MeView>('/me')).body.login).toBeNull();
    node.clock.forward(-31 * 86_400_000);
  });
});

describe('accounts', () => {
  it('are closed to everybody but administrators', async () => {
    const organiser = await setUp(await createAccount());
    expect((await organiser.get('/accounts')).code).toBe('forbidden');
    expect((await node.browser().get('/accounts')).code).toBe('unauthenticated');
  });

  it('have an address of their own', async () => {
    const { email } = await createAccount();
    expect(
      (await administrator.post('/accounts', { email: email.toUpperCase(), name: 'X', role: null })).code,
    ).toBe('email_taken');
  });

  it('get a new link in place of the old one', async () => {
    const account = await createAccount();
    const { body } = await administrator.post<AccountSetupLink>(`/accounts/${account.id}/setup-link`);
    expect((await node.browser().get(`/setup/${account.token}`)).code).toBe('link_invalid');
    expect((await node.browser().get<SetupView>(`/setup/${tokenOf(body.link)}`)).body.email).toBe(
      account.email,
    );
  });

  it.each([
    [{ email: 'x', name: 'X', role: null }],
    [{ email: 'x@y.example', name: 'a\u202Eb', role: null }],
    [{ email: 'x@y.example', name: 'x'.repeat(301), role: null }],
    [{ email: 'x@y.example', name: 'X', role: 'chair' }],
    [{ email: 'x@y.example', name: 'X', role: null, id: 'mine' }],
  ])('refuse what is not an account: %j', async (body) => {
    expect((await administrator.post('/accounts', body)).code).toBe('invalid');
  });
});

function tokenOf(link: string): string {
  return link.split('/setup/')[1] ?? '';
}
