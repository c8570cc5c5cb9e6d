import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { BACKUP_VERSION, BackupRefused } from './backup-format.js';

const MAGIC = 'ROUNDTABLE-BACKUP';
const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;
const FIRST_LINE_BYTES = 200;
/** Cost of guessing a passphrase: 32 MB and a tenth of a second each (RFC 7914). */
const SCRYPT = { N: 32_768, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

/**
 * Writes lines compressed, and encrypted where there is a passphrase. The first line of the file stays readable: it
 * names the format, its version and the cipher's salt. What the generator yields is the whole file.
 */
export async function* seal(lines: AsyncIterable<string>, passphrase: string | null): AsyncGenerator<Buffer> {
  const gzip = pipeline(Readable.from(lines, { objectMode: true }), createGzip({ level: 6 }), ignore);
  if (passphrase === null) {
    yield Buffer.from(`${MAGIC} ${BACKUP_VERSION} gzip\n`);
    for await (const chunk of gzip) yield chunk as Buffer;
    return;
  }
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv(CIPHER, scryptSync(passphrase, salt, 32, SCRYPT), iv);
  yield Buffer.from(
    `${MAGIC} ${BACKUP_VERSION} gzip ${CIPHER} ${salt.toString('hex')} ${iv.toString('hex')}\n`,
  );
  for await (const chunk of gzip) yield cipher.update(chunk as Buffer);
  yield Buffer.concat([cipher.final(), cipher.getAuthTag()]);
}

/**
 * Reads the lines of a backup, without their line feeds.
 * @throws BackupRefused for what is no backup, a newer one, a damaged one, and a missing or wrong passphrase.
 */
export async function* unseal(path: string, passphrase: string | null): AsyncGenerator<string> {
  const { bodyAt, size, cipher } = await readFirstLine(path);
  if (cipher && passphrase === null)
    throw new BackupRefused(
      `${path} is encrypted: name the file with its passphrase, --passphrase-file FILE.`,
    );
  const decipher = cipher && passphrase !== null ? await openCipher(path, passphrase, cipher, size) : null;
  const end = size - 1 - (decipher ? TAG_BYTES : 0);
  const file = createReadStream(path, { start: bodyAt, end: Math.max(end, bodyAt - 1) });
  const steps: Transform[] = decipher ? [decipher, createGunzip()] : [createGunzip()];
  const text = steps.reduce<Readable>((from, to) => pipeline(from, to, ignore), file);
  try {
    yield* splitLines(text);
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    const wrongWord = decipher ? ', or the passphrase is not the one it was made with' : '';
    throw new BackupRefused(
      `${path} is damaged or incomplete (${(error as Error).message})${wrongWord}: nothing was restored; use another copy.`,
    );
  }
}

interface FirstLine {
  bodyAt: number;
  size: number;
  cipher: { salt: Buffer; iv: Buffer } | null;
}

async function readFirstLine(path: string): Promise<FirstLine> {
  const file = await openToRead(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(FIRST_LINE_BYTES), 0, FIRST_LINE_BYTES, 0);
    const text = buffer.subarray(0, bytesRead).toString('latin1');
    const [magic, version, packing, cipher, salt, iv] = (text.split('\n')[0] ?? '').split(' ');
    if (magic !== MAGIC)
      throw new BackupRefused(`${path} is not a backup of Roundtable: "roundtable backup FILE" makes one.`);
    if (
      !(Number(version) <= BACKUP_VERSION) ||
      packing !== 'gzip' ||
      (cipher !== undefined && cipher !== CIPHER)
    )
      throw new BackupRefused(
        `${path} was made by a newer Roundtable (format ${version}, this version knows ${BACKUP_VERSION}): restore it with that version.`,
      );
    const secrets = cipher
      ? { salt: Buffer.from(salt ?? '', 'hex'), iv: Buffer.from(iv ?? '', 'hex') }
      : null;
    return { bodyAt: text.indexOf('\n') + 1, size, cipher: secrets };
  } finally {
    await file.close();
  }
}

async function openCipher(
  path: string,
  passphrase: string,
  { salt, iv }: { salt: Buffer; iv: Buffer },
  size: number,
) {
  const file = await openToRead(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(TAG_BYTES), 0, TAG_BYTES, Math.max(0, size - TAG_BYTES));
    const decipher = createDecipheriv(CIPHER, scryptSync(passphrase, salt, 32, SCRYPT), iv, {
      authTagLength: TAG_BYTES,
    });
    return decipher.setAuthTag(buffer);
  } finally {
    await file.close();
  }
}

async function openToRead(path: string) {
  try {
    return await open(path, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupRefused(`${path} cannot be read (${code ?? 'unknown'}): check the path and your rights.`);
  }
}

/** Only line feeds end a line; readline also stops at characters that people write. */
async function* splitLines(text: Readable): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of text as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8');
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) throw new Error('the last line has no end');
}

function ignore(): void {
  // The error reaches whoever reads the last stream.
}
