import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';
import { describeConfig } from './settings.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', logLevel: 'info', trustedProxies: [] });
    expect(config.publicUrl).toBe('http://localhost:3000');
    expect(config.usesEmbeddedDatabase).toBe(true);
    expect(config.isServedOverTls).toBe(false);
  });

  it('takes an empty value for no value', () => {
    const config = loadConfig({ PORT: '', DATABASE_URL: ' ' });
    expect(config.port).toBe(3000);
    expect(config.databaseUrl).toBeUndefined();
  });

  const wrong: [string, string, RegExp][] = [
    ['PORT', 'abc', /^PORT "abc" is not a whole number: choose a free port/],
    ['PORT', '70000', /^PORT "70000" is above 65535: choose a free port/],
    ['PORT', '-1', /^PORT "-1" is below 0/],
    ['PORT', '1e3', /is not a whole number/],
    ['HOST', 'my host', /^HOST "my host" is neither an address nor a host name: use 127.0.0.1/],
    [
      'PUBLIC_URL',
      'roundtable.example.org',
      /^PUBLIC_URL "roundtable.example.org" is not an address of a web site/,
    ],
    ['PUBLIC_URL', 'javascript:alert(1)', /is not an address of a web site/],
    ['DATABASE_URL', 'mysql://root:hunter2@db/x', /^DATABASE_URL is not a Postgres address: use postgres:/],
    ['REDIS_URL', 'localhost:6379', /^REDIS_URL is not a Redis address/],
    ['ROUNDTABLE_SAMPLE', 'yes', /^ROUNDTABLE_SAMPLE "yes" is neither 0 nor 1/],
    ['ROUNDTABLE_SECRET', 'hunter2', /^ROUNDTABLE_SECRET is shorter than 32 characters: make one with/],
    ['SMTP_URL', 'mail.example.org', /^SMTP_URL is not a mail server/],
    ['MAIL_FROM', 'nobody', /^MAIL_FROM "nobody" is not a mail address/],
    ['TRUSTED_PROXIES', '10.0.0.0/8,proxy', /^TRUSTED_PROXIES "10.0.0.0\/8,proxy" is not a list of networks/],
    ['TRUSTED_PROXIES', '10.0.0.0/33', /is not a list of networks/],
    ['ALLOWED_ORIGINS', 'https://a.example.org/path', /^ALLOWED_ORIGINS .* is not a list of origins/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL "loud" is not a log level: use one of silent, fatal/],
  ];
  it.each(wrong)('refuses %s=%s in one sentence', (name, value, sentence) => {
    const refusal = catchError(() => loadConfig({ [name]: value }));
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(refusal.message).toMatch(sentence);
    expect(refusal.message).toMatch(/\.$/);
    expect(refusal.message).not.toContain('\n');
    expect(refusal.message).not.toContain('hunter2');
  });

  it('takes Redis for a cluster where it is said to be one or has several addresses, and nowhere else', () => {
    const [one, several] = ['redis://a:6379', 'redis://a:6379,redis://b:6379'];
    expect(loadConfig({ REDIS_URL: one }).isRedisCluster).toBe(false);
    expect(loadConfig({ REDIS_URL: one, REDIS_CLUSTER: '0' }).isRedisCluster).toBe(false);
    expect(loadConfig({ REDIS_URL: one, REDIS_CLUSTER: '1' }).isRedisCluster).toBe(true);
    expect(loadConfig({ REDIS_URL: several }).isRedisCluster).toBe(true);
    expect(loadConfig({ REDIS_URL: several, REDIS_CLUSTER: '1' }).isRedisCluster).toBe(true);
  });

  it('refuses REDIS_CLUSTER=0 beside several addresses in one sentence, without their passwords', () => {
    const several = 'redis://rt:hunter2@a:6379,redis://b:6379';
    const refusal = catchError(() => loadConfig({ REDIS_URL: several, REDIS_CLUSTER: '0' }));
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(refusal.message).toBe(
      'REDIS_CLUSTER "0" does not go with the several addresses of REDIS_URL, which are nodes of a Redis Cluster: leave REDIS_CLUSTER out, or give one address.',
    );
  });

  it('has the sample meeting only where no stranger can get in, unless told', () => {
    expect(loadConfig({}).wantsSample).toBe(true);
    expect(loadConfig({ HOST: '0.0.0.0' }).wantsSample).toBe(false);
    expect(loadConfig({ DATABASE_URL: 'postgres://db/x' }).wantsSample).toBe(false);
    expect(loadConfig({ HOST: '0.0.0.0', ROUNDTABLE_SAMPLE: '1' }).wantsSample).toBe(true);
    expect(loadConfig({ ROUNDTABLE_SAMPLE: '0' }).wantsSample).toBe(false);
  });

  it('accepts sockets from the public origin and the configured ones, and from this machine only on loopback', () => {
    const open = loadConfig({
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://rt.example.org/',
      ALLOWED_ORIGINS: 'https://b.example.org',
    });
    expect(open.acceptedOrigins).toEqual(['https://rt.example.org', 'https://b.example.org']);
    expect(open.publicUrl).toBe('https://rt.example.org');
    expect(loadConfig({ PORT: '4100' }).acceptedOrigins).toEqual([
      'http://localhost:4100',
      'http://127.0.0.1:4100',
    ]);
  });

  it('describes every setting once, with what it means', () => {
    const rows = describeConfig();
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
    for (const row of rows) expect(row.meaning).toMatch(/\.$/);
  });
});

function catchError(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
