import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@roundtable/contracts';
import { attachCaller, Authorizer, newId, type Caller } from '@roundtable/platform';
import { emptyMigratedDatabase } from '../../../../test/support/postgres.js';
import { startTranscriptNode, type TranscriptNode } from '../../../../test/support/transcript-node.js';

const LOG = `10:00:00 <aida> Meeting: Flood warning
10:00:01 <aida> Date: 22 November 2025
10:00:06 <aida> scribe: aida
10:00:08 <nurlan> present+
10:01:10 <aida> nurlan: The gauge is read once a day.
`;

describe('the upload of imports and the download of exports', () => {
  let database: { url: string; drop(): Promise<void> };
  let node: TranscriptNode;
  let url: string;
  let caller: Caller;
  const account = { id: newId(), role: 'organiser' as const, name: 'Gulnara Bekova' };

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startTranscriptNode(database.url);
    await node.dataSource.query(
      `INSERT INTO identity_accounts (id, email, name, created_at) VALUES ($1, 'g@example.org', $2, now())`,
      [account.id, account.name],
    );
    caller = { principal: { loginId: newId(), account, invitation: null }, membership: null };
    // Who may do what is not what is tested: whoever comes is the caller of the moment.
    Object.assign(node.app.get(Authorizer), {
      authorize: (context: Parameters<Authorizer['authorize']>[0]) =>
        Promise.resolve(attachCaller(context, caller)),
    });
    await node.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(node.app.getHttpServer().address() as AddressInfo).port}/api/v1`;
  });
  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  async function upload(
    path: string,
    files: [string, string, string | Uint8Array][],
    fields: Record<string, string> = {},
  ) {
    const form = new FormData();
    for (const [field, name, content] of files) form.append(field, new Blob([content as string]), name);
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const response = await fetch(url + path, { method: 'POST', body: form });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  }

  it('previews logs without storing them, then imports them with the names chosen', async () => {
    const name = 'Отчёт 2025-11-22.log';
    const preview = await upload('/imports/w3c/preview', [['files', name, LOG]]);
    expect(preview).toMatchObject({
      status: 200,
      body: { files: [{ file: name, title: 'Flood warning', importedAs: null, problem: null }] },
    });
    const { speakers } = (preview.body['files'] as { speakers: { key: string; name: string }[] }[])[0]!;
    const nurlan = speakers.find((speaker) => speaker.name === 'nurlan')?.key ?? '';
    const chosen = JSON.stringify({ [name]: { [nurlan]: 'Nurlan Ermekov' } });
    const imported = await upload('/imports/w3c', [['files', name, LOG]], { speakers: chosen });
    expect(imported).toMatchObject({ status: 201, body: { files: [{ file: name, duplicate: false }] } });
    const { meeting } = (imported.body['files'] as { meeting: string }[])[0]!;
    const people = await node.dataSource.query(
      'SELECT name, account_id FROM meetings_participants WHERE meeting_id = $1 ORDER BY name',
      [meeting],
    );
    expect(people).toEqual([
      { name: 'aida', account_id: null },
      { name: account.name, account_id: account.id },
      { name: 'Nurlan Ermekov', account_id: null },
    ]);
    caller = { ...caller, ...(await node.member(meeting)) };
    const json = await fetch(`${url}/meetings/${meeting}/export.json`);
    expect(json.headers.get('content-disposition')).toMatch(
      /^attachment; filename="2025-11-22-flood-warning\.json"/,
    );
    const markdown = await fetch(`${url}/meetings/${meeting}/export.md?lang=ky`);
    expect(await markdown.text()).toContain('## Катышуучулар');
    expect((await fetch(`${url}/meetings/${meeting}/export.md?lang=xx`)).status).toBe(400);
    const page = (await (await fetch(`${url}/meetings/${meeting}/transcript?kind=statement`)).json()) as {
      total: number;
    };
    expect(page.total).toBe(1);
    expect((await fetch(`${url}/meetings/${meeting}/transcript/search?q=${'a'.repeat(10_000)}`)).status).toBe(
      400,
    );
    for (const wrong of ['more=1', 'from=2026-W10', 'to=2026-W10'])
      expect((await fetch(`${url}/meetings/${meeting}/transcript?${wrong}`)).status).toBe(400);
    const again = new Uint8Array(await json.arrayBuffer());
    expect(await upload('/imports/json', [['file', 'export.json', again]])).toMatchObject({
      status: 409,
      body: { error: { code: 'ids_exist' } },
    });
  });

  it('imports every log it can, whatever is in the others', async () => {
    const imported = await upload('/imports/w3c', [
      ['files', 'torn.log', LOG.replace('once a day', 'once\0\0 a day')],
      ['files', 'timeless.log', '[0000-01-01T10:00:00Z] <aida> The gauge fell.\n'],
      ['files', 'undated.log', '[10:00] <aida> The gauge fell.\n'],
      ['files', 'nick.log', LOG.replaceAll('nurlan', 'constructor')],
    ]);
    expect(imported).toMatchObject({
      status: 201,
      body: {
        files: [
          { file: 'torn.log', meeting: expect.any(String), problem: null },
          { file: 'timeless.log', meeting: null, problem: { code: 'unreadable_file' } },
          { file: 'undated.log', meeting: null, problem: { code: 'log_undated' } },
          { file: 'nick.log', meeting: expect.any(String), problem: null },
        ],
      },
    });
  });

  it.each([
    ['no file', '/imports/w3c', [], {}, 400, 'invalid'],
    ['a file in another field', '/imports/w3c', [['other', 'a.log', LOG]], {}, 400, 'invalid'],
    ['names that are not JSON', '/imports/w3c', [['files', 'a.log', LOG]], { speakers: '{' }, 400, 'invalid'],
    [
      'a name of control characters',
      '/imports/w3c',
      [['files', 'a.log', LOG]],
      { speakers: '{"a.log":{"x":"\\u0000"}}' },
      400,
      'invalid',
    ],
    ['an unknown field', '/imports/w3c', [['files', 'a.log', LOG]], { more: '1' }, 400, 'invalid'],
    [
      'a file beyond the limit',
      '/imports/json',
      [['file', 'a.json', new Uint8Array(LIMITS.uploadBytes + 1)]],
      {},
      413,
      'payload_too_large',
    ],
    ['no export', '/imports/json', [['file', 'a.json', LOG]], {}, 400, 'unreadable_file'],
  ] as [string, string, [string, string, string][], Record<string, string>, number, string][])(
    'refuses %s with a code',
    async (_, path, files, fields, status, code) => {
      expect(await upload(path, files, fields)).toMatchObject({
        status,
        body: { ok: false, error: { code } },
      });
    },
  );
});
