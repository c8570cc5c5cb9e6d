import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SHORTEST_SECRET_BYTES = 32;

/** Keeps the server's secret and signs with keys derived from it, one for each purpose. */
export class ServerSecret {
  private constructor(private readonly key: Buffer) {}

  /** Takes the secret from a configured string (ROUNDTABLE_SECRET). */
  static fromText(text: string): ServerSecret {
    return new ServerSecret(Buffer.from(text, 'utf8'));
  }

  /**
   * Reads `<dataDir>/secret`, or makes it once with mode 0600.
   * @throws Error with one sentence when the file is damaged.
   */
  static fromDataDir(dataDir: string): ServerSecret {
    const file = join(dataDir, 'secret');
    if (!existsSync(file)) createSecretFile(dataDir, file);
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (key.length < SHORTEST_SECRET_BYTES) {
      throw new Error(
        `The server secret in ${file} is damaged: restore the file from a backup, or delete it and accept that every login and invitation link ends.`,
      );
    }
    return new ServerSecret(key);
  }

  /**
   * Returns the 32-byte HMAC-SHA256 of `bytes` under the key of `purpose`, so that a signature made for one
   * purpose is never valid for another.
   */
  sign(purpose: string, bytes: Uint8Array | string): Buffer {
    const purposeKey = createHmac('sha256', this.key).update(purpose).digest();
    return createHmac('sha256', purposeKey).update(bytes).digest();
  }
}

/** Writes aside and links into place, so that two processes starting together agree on one secret. */
function createSecretFile(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(SHORTEST_SECRET_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
