import { describe, expect, it } from '@jest/globals';
import type { CloseCode, ErrorCode } from '@roundtable/contracts';
import { createConnection, type Connection, type ConnectionState } from './connection.js';
import type { LineListener, Transport } from './transport.js';
import { VirtualTimers } from './testing/virtual-timers.js';

/** Lines that do nothing but what the test says. */
class HeldTransport implements Transport {
  readonly listeners: LineListener[] = [];
  closed = 0;

  open(listener: LineListener): ReturnType<Transport['open']> {
    this.listeners.push(listener);
    return { request: () => new Promise(() => undefined), close: () => void (this.closed += 1) };
  }

  get newest(): LineListener {
    const listener = this.listeners.at(-1);
    if (!listener) throw new Error('No line was opened.');
    return listener;
  }
}

class Device {
  online = true;
  private check: (() => void) | null = null;
  readonly isOnline = (): boolean => this.online;
  readonly onChange = (check: () => void): (() => void) => {
    this.check = check;
    return () => (this.check = null);
  };
  change(): void {
    this.check?.();
  }
}

function setUp(random = 0.5): {
  transport: HeldTransport;
  timers: VirtualTimers;
  device: Device;
  connection: Connection;
  states: string[];
} {
  const transport = new HeldTransport();
  const timers = new VirtualTimers(() => random);
  const device = new Device();
  const connection = createConnection({ transport, timers, surroundings: device });
  const states: string[] = [];
  connection.subscribe((state: ConnectionState) => states.push(state.name));
  return { transport, timers, device, connection, states };
}

describe('a connection', () => {
  it('waits up to twice as long after each failure, up to a bound, and starts anew after a good line', () => {
    const { transport, timers, connection } = setUp(0.999999);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      transport.newest.lost(null);
      const state = connection.getState();
      waits.push(state.name === 'reconnecting' ? state.nextAttemptAt - timers.now() : -1);
      timers.advance(15_000);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    transport.newest.opened();
    timers.advance(5_000);
    transport.newest.lost(null);
    expect(connection.getState()).toMatchObject({ name: 'reconnecting', nextAttemptAt: timers.now() + 500 });
  });

  it('waits longer and longer where lines break as soon as they open', () => {
    const { transport, timers, connection } = setUp(0.999999);
    for (let attempt = 0; attempt < 4; attempt++) {
      transport.newest.opened();
      transport.newest.lost(null);
      if (attempt < 3) timers.advance(15_000);
    }
    expect(connection.getState()).toMatchObject({ nextAttemptAt: timers.now() + 4_000 });
  });

  it.each<[CloseCode, 'ended' | 'reconnecting']>([
    ['login_ended', 'ended'],
    ['link_revoked', 'ended'],
    ['removed', 'ended'],
    ['protocol_version', 'ended'],
    ['too_many_connections', 'ended'],
    ['room_left', 'reconnecting'],
    ['server_stopping', 'reconnecting'],
    ['slow', 'reconnecting'],
  ])('after %s is %s', (code, name) => {
    const { transport, timers, connection } = setUp();
    transport.newest.opened();
    transport.newest.event('connection.closing', { code, message: 'Why.' });
    transport.newest.lost(null);
    expect(connection.getState()).toMatchObject(
      name === 'ended' ? { name, reason: code, message: 'Why.' } : { name },
    );
    timers.advance(60_000);
    expect(transport.listeners).toHaveLength(name === 'ended' ? 1 : 2);
  });

  it('comes back no sooner than a busy server asks', () => {
    const { transport, timers, connection } = setUp(0);
    const error = { code: 'busy', message: 'Too busy.', retry: true, data: { retryAfterMs: 2_000 } } as const;
    transport.newest.lost(error);
    expect(connection.getState().name).toBe('reconnecting');
    timers.advance(1_999);
    expect(transport.listeners).toHaveLength(1);
    timers.advance(1);
    expect(transport.listeners).toHaveLength(2);
  });

  it('comes back no sooner than a stopping server asks', () => {
    const { transport, timers } = setUp(0);
    transport.newest.opened();
    transport.newest.event('connection.closing', {
      code: 'server_stopping',
      message: '',
      retryAfterMs: 3_000,
    });
    transport.newest.lost(null);
    timers.advance(2_999);
    expect(transport.listeners).toHaveLength(1);
    timers.advance(1);
    expect(transport.listeners).toHaveLength(2);
  });

  it.each<[ErrorCode, string]>([
    ['unauthenticated', 'login_ended'],
    ['protocol_version', 'protocol_version'],
    ['link_revoked', 'link_revoked'],
    ['participant_removed', 'removed'],
    ['origin_refused', 'origin_refused'],
  ])('ends where the handshake is refused as %s', (code, reason) => {
    const { transport, connection } = setUp();
    transport.newest.lost({ code, message: 'Why.' });
    expect(connection.getState()).toEqual({ name: 'ended', reason, message: 'Why.' });
  });

  it('tries again where the handshake is refused for a while', () => {
    const { transport, timers, connection } = setUp(0);
    transport.newest.lost({ code: 'rate_limited', message: '', data: { retryAfterMs: 2_000 } });
    expect(connection.getState()).toEqual({ name: 'reconnecting', nextAttemptAt: timers.now() + 2_000 });
  });

  it('listens to its newest line only', () => {
    const { transport, timers, connection } = setUp();
    const heads: number[] = [];
    connection.on('record.head', ({ head }) => heads.push(head));
    transport.newest.opened();
    connection.renew();
    timers.advance(500);
    transport.newest.opened();
    const [old, fresh] = transport.listeners;
    old?.event('record.head', { room: 'plenary', epoch: 1, head: 1 });
    old?.lost(null);
    fresh?.event('record.head', { room: 'plenary', epoch: 1, head: 2 });
    expect([heads, connection.getState().name, transport.closed]).toEqual([[2], 'online', 1]);
  });

  it('says that the device is offline, and tries at once when it is back', () => {
    const { transport, device, connection } = setUp();
    transport.newest.opened();
    device.online = false;
    transport.newest.lost(null);
    expect(connection.getState().name).toBe('offline');
    device.online = true;
    device.change();
    expect(transport.listeners).toHaveLength(2);
  });

  it('raises doubt when the device changes while the line seems good', () => {
    const { transport, device, connection } = setUp();
    let doubts = 0;
    connection.onDoubt(() => (doubts += 1));
    transport.newest.opened();
    device.change();
    expect(doubts).toBe(1);
  });

  it('does nothing more once closed', () => {
    const { transport, timers, device, connection, states } = setUp();
    transport.newest.opened();
    connection.close();
    transport.newest.lost(null);
    device.change();
    connection.retryNow();
    timers.advance(60_000);
    expect([states, transport.listeners.length, timers.pending]).toEqual([['online', 'ended'], 1, 0]);
  });
});
