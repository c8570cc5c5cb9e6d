import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ServerSecret } from './secret.js';

describe('the server secret', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rt-secret-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('is made once, and readable by its owner only', () => {
    const first = ServerSecret.fromDataDir(dataDir);
    const second = ServerSecret.fromDataDir(dataDir);
    expect(first.sign('invitation', 'x')).toEqual(second.sign('invitation', 'x'));
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('signs differently for each purpose, each content and each installation', () => {
    const secret = ServerSecret.fromDataDir(dataDir);
    const signatures = [
      secret.sign('invitation', 'x'),
      secret.sign('login', 'x'),
      secret.sign('invitation', 'y'),
      ServerSecret.fromText('another secret of more than 32 characters').sign('invitation', 'x'),
    ];
    expect(new Set(signatures.map((signature) => signature.toString('hex'))).size).toBe(4);
    expect(signatures[0]).toHaveLength(32);
  });

  it('refuses a damaged file instead of signing with nothing', () => {
    ServerSecret.fromDataDir(dataDir);
    writeFileSync(join(dataDir, 'secret'), '');
    expect(() => ServerSecret.fromDataDir(dataDir)).toThrow(/is damaged: restore the file from a backup/);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe('');
  });
});
