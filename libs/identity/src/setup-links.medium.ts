import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MeView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { Revocation } from '@roundtable/realtime';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.js';
import {
  firstLink,
  PASSWORD,
  startMeetingsNode,
  type Browser,
  type MeetingsNode,
} from '../../../test/support/meetings-node.js';
import { AccountsService } from './accounts.service.js';
import { makeToken } from './opaque-token.js';

const ANOTHER_PASSWORD = 'five calm rivers meet';

let database: FreshDatabase;
let node: MeetingsNode;

beforeAll(async () => {
  database = await freshDatabase();
  node = await startMeetingsNode(database.dataSource);
});
afterAll(async () => {
  await node?.close();
  await database?.drop();
});

function use(token: string, email: string, password = PASSWORD, browser = node.browser()) {
  return browser.post(`/setup/${token}`, { email, name: 'Nurlan Sadykov', password });
}

describe('a link for the first administrator', () => {
  let printed: string;
  let others: [string, string];

  beforeAll(async () => {
    printed = tokenOf((await firstLink(node)) ?? '');
    others = [await printAnother(), await printAnother()];
  });

  /** As a second server does that starts at the same moment. */
  async function printAnother(): Promise<string> {
    const { token, hash } = makeToken();
    await database.dataSource.query(
      `INSERT INTO identity_setup_links (id, purpose, token_hash, created_at, expires_at)
       VALUES ($1, 'first_administrator', $2, now(), now() + interval '7 days')`,
      [newId(), hash],
    );
    return token;
  }

  it('makes one administrator where two are used at once', async () => {
    const answers = await Promise.all(others.map((token, index) => use(token, `${index}@basin.example`)));
    expect(answers.map(({ code }) => code).sort()).toEqual(['link_used', undefined]);
  });

  it('is used up once there is an administrator, though nobody has used this one', async () => {
    expect((await node.browser().get(`/setup/${printed}`)).code).toBe('link_used');
    expect((await use(printed, 'late@basin.example')).code).toBe('link_used');
  });
});

describe('a link that replaces a password', () => {
  /** Somebody who is signed in, and a new link for them that nobody has used. */
  async function withNewLink(): Promise<{ browser: Browser; me: MeView; token: string }> {
    const browser = await node.signedIn('organiser');
    const me = (await browser.get<MeView>('/me')).body;
    const { link } = await node.app.get(AccountsService).renewLink(me.account?.id ?? '');
    return { browser, me, token: tokenOf(link) };
  }

  it('ends every login made with the old one', async () => {
    const { browser, me, token } = await withNewLink();
    const closing = jest.spyOn(node.app.get(Revocation), 'endLogins');
    const renewed = node.browser();
    expect((await use(token, me.account?.email ?? '', ANOTHER_PASSWORD, renewed)).status).toBe(200);
    expect(closing).toHaveBeenCalledWith([me.login?.id ?? ''], 'login_ended');
    closing.mockRestore();
    expect((await browser.get<MeView>('/me')).body.login).toBeNull();
    expect((await renewed.get<MeView>('/me')).body.account?.id).toBe(me.account?.id);
  });

  it('stops working when the password is changed without it', async () => {
    const { browser, token } = await withNewLink();
    const answer = await browser.post('/password', { current: PASSWORD, next: ANOTHER_PASSWORD });
    expect(answer.status).toBe(200);
    expect((await node.browser().get(`/setup/${token}`)).code).toBe('link_invalid');
  });
});

function tokenOf(link: string): string {
  return link.split('/setup/')[1] ?? '';
}
