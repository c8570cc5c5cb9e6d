import { describe, expect, it } from '@jest/globals';
import { createHttp } from './http.js';
import { enterByLink } from './node-entry.js';

type Call = { url: string; init: RequestInit };

function fakeFetch(answers: (() => Response | Promise<Response>)[]): {
  calls: Call[];
  fetch: typeof globalThis.fetch;
} {
  const calls: Call[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    calls.push({ url, init });
    const answer = answers.shift();
    if (!answer) throw new TypeError('fetch failed');
    return answer();
  }) as typeof globalThis.fetch;
  return { calls, fetch };
}

describe('HTTP', () => {
  it('asks for a page of history with the header that other sites cannot send', async () => {
    const page = { epoch: 1, head: 0, entries: [], later: [] };
    const { calls, fetch } = fakeFetch([() => Response.json(page)]);
    expect(await createHttp({ fetch }).history('a/b', { before: 7, limit: 50 })).toEqual({
      ok: true,
      value: page,
    });
    expect(calls[0]?.url).toBe('/api/v1/rooms/a%2Fb/entries?before=7&limit=50');
    expect(calls[0]?.init.headers).toMatchObject({ 'X-Roundtable': '1' });
  });

  it("gives the server's error, and `unavailable` for everything that is not one", async () => {
    const refused = { ok: false, error: { code: 'forbidden', message: 'No.' } };
    const { fetch } = fakeFetch([
      () => Response.json(refused, { status: 403 }),
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
      () => Response.json({ error: { code: 'whatever' } }, { status: 500 }),
    ]);
    const http = createHttp({ fetch });
    expect(await http.history('r', { after: 1, limit: 1 })).toEqual(refused);
    for (let n = 0; n < 3; n++) {
      expect(await http.history('r', { after: 1, limit: 1 })).toMatchObject({
        ok: false,
        error: { code: 'unavailable', retry: true },
      });
    }
  });

  it('enters by a link and keeps the cookie', async () => {
    const headers = { 'set-cookie': 'roundtable=abc; Path=/; HttpOnly' };
    const { calls, fetch } = fakeFetch([
      () => Response.json({ meeting: 'm', room: 'r' }, { headers }),
      () => Response.json({ participant: { id: 'p' } }),
    ]);
    const entered = await enterByLink('http://localhost:3000/', 'http://localhost:3000/join/tok?x=1', {
      attendance: 'onSite',
      fetch,
    });
    expect(entered).toEqual({ cookie: 'roundtable=abc', meeting: 'm', room: 'r', participant: 'p' });
    expect(calls.map((call) => call.url)).toEqual([
      'http://localhost:3000/api/v1/join/tok',
      'http://localhost:3000/api/v1/me',
    ]);
    expect(calls[0]?.init.body).toBe('{"consent":true,"attendance":"onSite"}');
    expect(calls[1]?.init.headers).toMatchObject({ cookie: 'roundtable=abc' });
  });

  it('throws the refusal of a link', async () => {
    const error = { code: 'link_revoked', message: 'Withdrawn.' };
    const { fetch } = fakeFetch([() => Response.json({ ok: false, error }, { status: 410 })]);
    await expect(enterByLink('http://localhost:3000', 'tok', { fetch })).rejects.toMatchObject(error);
  });
});
