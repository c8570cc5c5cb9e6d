import { describe, expect, it } from '@jest/globals';
import { mayReadMetrics, type MetricsCaller } from './metrics-door.js';

const TOKEN = 'a-token-of-an-operator';
const local: MetricsCaller = { address: '127.0.0.1', authorization: undefined, isForwarded: false };

describe('metrics without a token', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('are open to %s', (address) => {
    expect(mayReadMetrics({ ...local, address }, undefined)).toBe(true);
  });

  it.each(['10.0.0.7', '::ffff:10.0.0.7', 'fe80::1', '1270.0.0.1', '', undefined])(
    'are closed to %s',
    (address) => {
      expect(mayReadMetrics({ ...local, address }, undefined)).toBe(false);
    },
  );

  it('are closed to what a proxy on this machine passes on', () => {
    expect(mayReadMetrics({ ...local, isForwarded: true }, undefined)).toBe(false);
  });
});

describe('metrics with a token', () => {
  it('are open to whoever has it, from anywhere', () => {
    const caller = { address: '10.0.0.7', authorization: `Bearer ${TOKEN}`, isForwarded: true };
    expect(mayReadMetrics(caller, TOKEN)).toBe(true);
  });

  it.each([undefined, '', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN])(
    'are closed to "%s", on this machine too',
    (authorization) => {
      expect(mayReadMetrics({ ...local, authorization }, TOKEN)).toBe(false);
    },
  );
});
