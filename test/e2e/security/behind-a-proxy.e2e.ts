import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeView } from '@roundtable/contracts';
import { becomeAdministrator, createMeeting, inviteTo, type Person } from '../../support/person.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const PUBLIC_URL = 'https://roundtable.example.org';
const METRICS_TOKEN = 'a-token-of-an-operator';
const PAGES = ['/', '/join/some-token', '/api/health/live', '/api/v1/nothing'];
/** So many links that do not work are borne from one address; the next is refused whatever it says. */
const BORNE = 60;

describe('a server behind a proxy with TLS', () => {
  let server: RunningRoundtable;
  let administrator: Person;

  beforeAll(async () => {
    server = await startRoundtable({ PUBLIC_URL, TRUSTED_PROXIES: '127.0.0.1', METRICS_TOKEN });
    administrator = await becomeAdministrator(server);
  }, 60_000);
  afterAll(() => server?.dispose());

  it('counts attempts at links for each address that the proxy names', async () => {
    const statuses = await tryLinks(server, (attempt) => `203.0.113.${attempt}`);
    expect(statuses).toEqual(Array(BORNE + 1).fill(404));
  });

  it('limits one address that the proxy names, whatever the caller wrote before it', async () => {
    const statuses = await tryLinks(server, (attempt) => `203.0.113.${attempt}, 198.51.100.7`);
    expect(statuses).toEqual([...Array(BORNE).fill(404), 429]);
  });

  it('tells browsers to come by TLS only, on pages and under /api', async () => {
    for (const path of PAGES)
      expect([path, await readHsts(server, path)]).toEqual([path, expect.stringMatching(/^max-age=[1-9]/)]);
  });

  it('gives a login cookie that is kept to TLS and to this host, and knows it again', async () => {
    const [name, attributes] = await signIn(administrator);
    expect(name).toBe('__Host-roundtable');
    expect(attributes).toEqual(expect.arrayContaining(['Secure', 'Path=/', 'HttpOnly', 'SameSite=Lax']));
    expect(attributes.filter((each) => each.startsWith('Domain'))).toEqual([]);
    const { account } = await administrator.mustGet<MeView>('/api/v1/me');
    expect(account?.email).toBe('nurlan@secretariat.example');
  });

  it('makes set-up links and personal links with its public address', async () => {
    const { meeting } = await createMeeting(administrator);
    const { link } = await inviteTo(administrator, meeting.id);
    expect(server.links().map((each) => new URL(each).origin)).toEqual([PUBLIC_URL]);
    expect(new URL(link).origin).toBe(PUBLIC_URL);
  });

  it('shows its metrics to whoever has the token, through the proxy too, and to nobody else', async () => {
    const forwarded = { 'X-Forwarded-For': '203.0.113.9' };
    const authorised = { Authorization: `Bearer ${METRICS_TOKEN}` };
    expect(await readMetrics({ ...forwarded, ...authorised })).toEqual([
      200,
      expect.stringMatching(/^roundtable_sockets 0$/m),
    ]);
    const refused = [404, expect.stringContaining('"not_found"')];
    expect(await readMetrics(forwarded)).toEqual(refused);
    expect(await readMetrics({})).toEqual(refused);
    expect(await readMetrics({ Authorization: `Bearer ${METRICS_TOKEN}s` })).toEqual(refused);
  });

  async function readMetrics(headers: Record<string, string>): Promise<[number, string]> {
    const answer = await fetch(`${server.url}/api/metrics`, { headers });
    return [answer.status, await answer.text()];
  }
});

describe('a server without a proxy', () => {
  let server: RunningRoundtable;
  beforeAll(async () => {
    server = await startRoundtable();
  }, 60_000);
  afterAll(() => server?.dispose());

  it('counts attempts at links by where they come from, whatever X-Forwarded-For says', async () => {
    const statuses = await tryLinks(server, (attempt) => `203.0.113.${attempt}`);
    expect(statuses).toEqual([...Array(BORNE).fill(404), 429]);
  });

  it('promises browsers no TLS', async () => {
    for (const path of PAGES) expect([path, await readHsts(server, path)]).toEqual([path, null]);
  });

  it('gives a login cookie that browsers send back without TLS', async () => {
    const [name, attributes] = await signIn(await becomeAdministrator(server));
    expect(name).toBe('roundtable');
    expect(attributes).not.toContain('Secure');
  });
});

/** Tries one link more than is borne, none of which works; `forwarded` is what each request says of its way here. */
async function tryLinks({ url }: RunningRoundtable, forwarded: (attempt: number) => string) {
  const statuses: number[] = [];
  for (let attempt = 0; attempt <= BORNE; attempt += 1) {
    const headers = { 'X-Forwarded-For': forwarded(attempt) };
    const answer = await fetch(`${url}/api/v1/join/nonsense`, { headers });
    await answer.text();
    statuses.push(answer.status);
  }
  return statuses;
}

async function readHsts({ url }: RunningRoundtable, path: string): Promise<string | null> {
  const answer = await fetch(`${url}${path}`);
  await answer.text();
  return answer.headers.get('strict-transport-security');
}

/** Signs the first administrator in again: the name of the cookie that is set, and its attributes. */
async function signIn(administrator: Person): Promise<[string | undefined, string[]]> {
  const credentials = { email: 'nurlan@secretariat.example', password: 'a quiet river in autumn' };
  const { headers } = await administrator.post('/api/v1/login', credentials);
  const [cookie = ''] = headers.getSetCookie();
  const [pair = '', ...attributes] = cookie.split('; ');
  return [pair.split('=')[0], attributes];
}
