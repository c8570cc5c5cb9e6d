import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@roundtable/platform';
import { blankDatabase, emptyMigratedDatabase, migrateDatabase } from '../../../../test/support/postgres.js';
import { MIGRATIONS, readBackup, restoreBackup, withClient, writeBackup } from '@roundtable/persistence';

const PASSPHRASE = 'a ferry across the reservoir';
/** What people write, and what files trip over. */
const HOSTILE =
  'Өңүү \u2028 "quoted", \\back\\slash\r\n\ttab <script>alert(1)</script> \u202Eעברית 𝕬 {a,b} NULL \\N';

type Place = Awaited<ReturnType<typeof blankDatabase>>;

describe('a backup', () => {
  let source: Place;
  let folder: string;
  let room: string;
  const places: Place[] = [];

  beforeAll(async () => {
    source = await emptyMigratedDatabase();
    room = newId();
    await fillMeeting(source.url, room);
  });
  afterAll(() => source.drop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rt-backup-'));
  });
  afterEach(async () => {
    for (const place of places.splice(0)) await place.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name = 'backup.rtb'): string => join(folder, name);
  const save = (path = file(), passphrase: string | null = null) =>
    writeBackup({ url: source.url, path, release: '0.1.0', passphrase });
  const emptyPlace = async (): Promise<Place> => {
    const place = await blankDatabase();
    places.push(place);
    return place;
  };
  const restore = (url: string, path = file(), options: { passphrase?: string; replace?: boolean } = {}) =>
    restoreBackup({ url, path, passphrase: options.passphrase ?? null, replace: options.replace ?? false });

  it('comes back word for word in an empty database, and a backup of that has the same hashes', async () => {
    const made = await save();
    const place = await emptyPlace();
    const done = await restore(place.url);
    expect([done.rows, done.rooms, done.migrated]).toEqual([made.rows, 1, []]);
    expect(await read(place.url, 'SELECT body FROM discussion_messages')).toEqual([{ body: HOSTILE }]);
    expect(
      await read(
        place.url,
        `SELECT count(*)::int AS found FROM discussion_messages WHERE discussion_words_of(body) @@ 'quoted'`,
      ),
    ).toEqual([{ found: 1 }]);
    const again = await writeBackup({
      url: place.url,
      path: file('again'),
      release: '0.1.0',
      passphrase: null,
    });
    const withoutEpochs = (tables: typeof made.tables) =>
      tables.filter(({ tableEnd }) => !['record_logs', 'audit_acts'].includes(tableEnd));
    expect(withoutEpochs(again.tables)).toEqual(withoutEpochs(made.tables));
    expect(made.tables.find(({ tableEnd }) => tableEnd === 'record_entries')?.rows).toBe(3);
    expect(await read(place.url, 'SELECT act FROM audit_acts')).toEqual([{ act: 'backup.restored' }]);
  });

  it('raises the epoch of every room, higher each time', async () => {
    await save();
    const place = await emptyPlace();
    await restore(place.url);
    const [first] = await read<{ epoch: number }>(place.url, 'SELECT epoch FROM record_logs');
    expect(first?.epoch).toBeGreaterThan(1);
    await restore(place.url, file(), { replace: true });
    const [second] = await read<{ epoch: number }>(place.url, 'SELECT epoch FROM record_logs');
    expect(second?.epoch).toBeGreaterThan(first?.epoch ?? Infinity);
  });

  it('shows one moment, whatever is written while it is made', async () => {
    let isOver = false;
    const writing = (async () => {
      while (!isOver) await append(source.url, room);
    })();
    const saved = await save();
    isOver = true;
    await writing;
    const place = await emptyPlace();
    const done = await restore(place.url);
    expect(done.rows).toBe(saved.rows);
  });

  it('is readable by its owner only, and never half there', async () => {
    await save();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    await expect(save()).rejects.toThrow(/exists already: choose another name/);
    await expect(save(join(folder, 'missing', 'backup'))).rejects.toThrow(/cannot be written \(ENOENT\)/);
  });

  it('never writes over a file, nor into another backup under the same name', async () => {
    writeFileSync(file('backup.rtb.part'), 'notes');
    const made = await Promise.allSettled([save(), save()]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readBackup(file(), null)).rows).toBeGreaterThan(0);
    expect(readdirSync(folder).sort()).toEqual(['backup.rtb', 'backup.rtb.part']);
    expect(readFileSync(file('backup.rtb.part'), 'utf8')).toBe('notes');
  });

  it('cannot be read without its passphrase', async () => {
    const made = await save(file(), PASSPHRASE);
    expect(readFileSync(file()).toString('latin1')).toMatch(/^ROUNDTABLE-BACKUP 1 gzip aes-256-gcm /);
    await expect(readBackup(file(), null)).rejects.toThrow(/is encrypted: name the file with its passphrase/);
    await expect(readBackup(file(), 'another ferry')).rejects.toThrow(/passphrase is not the one/);
    expect((await readBackup(file(), PASSPHRASE)).rows).toBe(made.rows);
    const bytes = readFileSync(file());
    bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
    writeFileSync(file(), bytes);
    await expect(readBackup(file(), PASSPHRASE)).rejects.toThrow(/is damaged or incomplete/);
  });

  it('is not restored over data, unless told, and then takes its place', async () => {
    await save();
    const place = await emptyPlace();
    await migrateDatabase(place.url);
    const other = newId();
    await fillMeeting(place.url, other);
    await expect(restore(place.url)).rejects.toThrow(/not empty.*or say --replace/);
    expect(await read(place.url, 'SELECT room_id FROM record_logs')).toEqual([{ room_id: other }]);
    await restore(place.url, file(), { replace: true });
    expect(await read(place.url, 'SELECT room_id FROM record_logs')).toEqual([{ room_id: room }]);
  });

  it('is not restored beside a server at work', async () => {
    await save();
    const place = await emptyPlace();
    await withClient(
      `${place.url}${place.url.includes('?') ? '&' : '?'}application_name=roundtable`,
      async () => {
        await expect(restore(place.url)).rejects.toThrow(/1 connections\): stop every server first/);
      },
    );
    expect(await tablesOf(place.url)).toEqual([]);
  }, 20_000);

  it('is not restored into tables of somebody else', async () => {
    await save();
    const place = await emptyPlace();
    await read(place.url, 'CREATE TABLE ledger (id int PRIMARY KEY)');
    await expect(restore(place.url, file(), { replace: true })).rejects.toThrow(
      /tables that this version did not make/,
    );
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      'a word changed',
      (lines) => lines.map((line) => line.replace('Өңүү', 'Өчүү')),
      /rows of \w+ are not those/,
    ],
    [
      'a row missing',
      (lines) => lines.filter((line) => !line.includes('Өңүү')),
      /\w+ has \d+ rows and not \d+/,
    ],
    ['the end cut off', (lines) => lines.slice(0, -1), /its end is missing/],
    [
      'a hash of the whole changed',
      (lines) => [...lines.slice(0, -1), (lines.at(-1) ?? '').replace(/[0-9a-f]{8}"}$/, '00000000"}')],
      /its lines are not those/,
    ],
    [
      'nonsense in it',
      (lines) => [...lines.slice(0, 3), 'nonsense', ...lines.slice(3)],
      /a line cannot be read/,
    ],
    [
      'a newer format inside',
      (lines) => lines.map((line, at) => (at === 0 ? line.replace('"version":1', '"version":2') : line)),
      /newer|format 2, this version knows 1/,
    ],
  ])('with %s is refused before anything is touched', async (_name, change, sentence) => {
    await save();
    rewrite(file(), change);
    const place = await emptyPlace();
    await expect(restore(place.url)).rejects.toThrow(sentence);
    expect(await tablesOf(place.url)).toEqual([]);
  });

  it('cut short, of a newer format, or something else is refused in one sentence', async () => {
    await save();
    const place = await emptyPlace();
    writeFileSync(file('short'), readFileSync(file()).subarray(0, -400));
    await expect(restore(place.url, file('short'))).rejects.toThrow(
      /damaged or incomplete \(unexpected end of file\)/,
    );
    writeFileSync(file('newer'), 'ROUNDTABLE-BACKUP 2 zstd\nxyz');
    await expect(restore(place.url, file('newer'))).rejects.toThrow(
      /newer Roundtable \(format 2, this version knows 1\)/,
    );
    writeFileSync(file('letter'), 'Dear colleagues,\n');
    await expect(restore(place.url, file('letter'))).rejects.toThrow(/is not a backup of Roundtable/);
    await expect(restore(place.url, file('nowhere'))).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });

  it('of a newer schema is refused with the name of what is unknown', async () => {
    const newer = await emptyPlace();
    await migrateDatabase(newer.url);
    await read(
      newer.url,
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`,
    );
    await writeBackup({ url: newer.url, path: file(), release: '9.0.0', passphrase: null });
    const place = await emptyPlace();
    await expect(restore(place.url)).rejects.toThrow(
      /newer Roundtable \(9\.0\.0, with Future9999999999999\)/,
    );
  });

  it('is refused where a record has a gap, and so is a backup of it', async () => {
    const place = await emptyPlace();
    await migrateDatabase(place.url);
    const other = newId();
    await fillMeeting(place.url, other);
    await read(place.url, 'DELETE FROM record_entries WHERE seq = 2');
    const making = writeBackup({ url: place.url, path: file(), release: '0.1.0', passphrase: null });
    await expect(making).rejects.toThrow(new RegExp(`room ${other} says 3 and has 2 entries up to 3`));
  });

  it('leaves no sequence out: the schema has none but that of the migrations', async () => {
    expect(
      await read(source.url, `SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'`),
    ).toEqual([{ sequencename: 'migrations_id_seq' }]);
    expect((await save()).header.migrations).toHaveLength(MIGRATIONS.length);
  });
});

function read<Row>(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query(sql, values)).rows as Row[]);
}

function tablesOf(url: string): Promise<unknown[]> {
  return read(url, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
}

/** Changes what a backup that is not encrypted says, and packs it again. */
function rewrite(path: string, change: (lines: string[]) => string[]): void {
  const bytes = readFileSync(path);
  const bodyAt = bytes.indexOf(10) + 1;
  const lines = gunzipSync(bytes.subarray(bodyAt)).toString('utf8').split('\n').slice(0, -1);
  const body = gzipSync(
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
  writeFileSync(path, Buffer.concat([bytes.subarray(0, bodyAt), body]));
}

/** A meeting with three entries and a message, by SQL. */
async function fillMeeting(url: string, room: string): Promise<void> {
  const meeting = newId();
  await withClient(url, async (client) => {
    await client.query('INSERT INTO record_logs (room_id) VALUES ($1)', [room]);
    await client.query(
      `INSERT INTO meetings_meetings (id, title, host, state, starts_at, ends_at, zone, languages, is_remote, confidentiality, plenary_id, created_at)
       VALUES ($1, $2, 'Institute', 'open', now(), now(), 'Asia/Bishkek', '{en,"r u"}', true, 'members', $3, now())`,
      [meeting, HOSTILE, room],
    );
    await client.query(`INSERT INTO meetings_rooms VALUES ($1, $2, 'plenary', 'Plenary')`, [room, meeting]);
    await client.query(
      `INSERT INTO discussion_messages (room_id, seq, kind, at, body, text_seq) VALUES ($1, 1, 'message', now(), $2, 1)`,
      [room, HOSTILE],
    );
    for (const reaction of ['👍', 'agree', 'Өө'])
      await client.query('INSERT INTO discussion_reactions VALUES ($1, 1, $2, $3)', [
        room,
        newId(),
        reaction,
      ]);
  });
  for (let count = 0; count < 3; count += 1) await append(url, room);
}

function append(url: string, room: string): Promise<unknown> {
  return read(
    url,
    `WITH moved AS (UPDATE record_logs SET head = head + 1, last_at = now() WHERE room_id = $1 RETURNING head)
     INSERT INTO record_entries (room_id, seq, at, type, intent_hash, data)
     SELECT $1, head, now(), 'discussion.posted', '\\xdeadbeef', $2 FROM moved`,
    [room, JSON.stringify({ body: HOSTILE })],
  );
}
