import { describe, expect, it } from '@jest/globals';
import type { VisibleEntry } from '@roundtable/contracts';
import { SystemClock } from '@roundtable/platform';
import { documentChannel } from './channels.js';
import { EphemeralLane } from './ephemeral-lane.js';
import type { LiveBatch } from './live-batch.js';
import { LiveServer } from './live-server.js';
import type { LiveSocket } from './live-socket.js';
import { Presence } from './presence.js';
import { RoomSeats } from './room-seats.js';
import { SilentNudges } from './silent-nudges.js';

interface Sent {
  event: string;
  payload: { head?: number; entries?: VisibleEntry[] };
}

/** Stands in for Socket.IO's socket: notes what it is sent and which channels it is in. */
function fakeSocket() {
  const sent: Sent[] = [];
  const channels = new Set<string>();
  const socket = {
    id: 'socket',
    connected: true,
    rooms: channels,
    data: { principal: { loginId: 'login', account: null, invitation: null }, seats: new Map() },
    emit: (event: string, payload: Sent['payload']) => sent.push({ event, payload }),
    join: (names: string | string[]) => [names].flat().forEach((name) => channels.add(name)),
    leave: (name: string) => channels.delete(name),
  };
  return { socket: socket as unknown as LiveSocket, sent, channels };
}

function batch(from: number, size: number): LiveBatch {
  const entries = Array.from({ length: size }, (_, index) => ({
    seq: from + index,
    withheld: true as const,
  }));
  return { room: 'room', epoch: 1, lastSeq: from + size - 1, size, presentTo: () => entries };
}

function seating() {
  const seats = new RoomSeats(
    new Presence(new EphemeralLane(new LiveServer()), new SilentNudges(), new SystemClock()),
  );
  const place = { room: 'room', participantId: 'aizada', audience: 'member' as const };
  return { seats, place, ...fakeSocket() };
}

describe('a seat in a room', () => {
  it('gets what was held back after the head as one event, and live entries only from then on', () => {
    const { seats, place, socket, sent, channels } = seating();
    const seat = seats.take(socket, place);
    for (const held of [batch(1, 2), batch(3, 2), batch(5, 1)]) seats.hold(held);
    expect(channels.size).toBe(0);
    seats.release(socket, seat, 3);
    expect(sent.map(({ event, payload }) => [event, payload.entries?.map(({ seq }) => seq)])).toEqual([
      ['record.entries', [4, 5]],
    ]);
    expect(channels).toContain('room:room:member');
    seats.hold(batch(6, 1));
    expect(sent).toHaveLength(1);
  });

  it('is told nothing where the answer held everything already', () => {
    const { seats, place, socket, sent } = seating();
    const seat = seats.take(socket, place);
    seats.hold(batch(1, 3));
    seats.release(socket, seat, 3);
    expect(sent).toEqual([]);
  });

  it('keeps no more than a bounded number of entries: beyond, it is told the head and asks again', () => {
    const { seats, place, socket, sent } = seating();
    const seat = seats.take(socket, place);
    for (let count = 0; count < 30; count += 1) seats.hold(batch(1 + count * 100, 100));
    expect(seat.held?.length).toBeLessThanOrEqual(20);
    seats.release(socket, seat, 0);
    expect(sent).toMatchObject([{ event: 'record.head', payload: { head: 3_000 } }]);
  });

  it('that was taken again is not opened by the answer to the earlier request', () => {
    const { seats, place, socket, sent, channels } = seating();
    const earlier = seats.take(socket, place);
    const later = seats.take(socket, place);
    seats.hold(batch(1, 1));
    seats.release(socket, earlier, 0);
    expect([sent.length, channels.size]).toEqual([0, 0]);
    seats.release(socket, later, 0);
    expect([sent.length, channels.has('room:room:member')]).toEqual([1, true]);
  });

  it('that was left meanwhile stays empty', () => {
    const { seats, place, socket, sent, channels } = seating();
    const seat = seats.take(socket, place);
    seats.leave(socket, 'room');
    seats.hold(batch(1, 1));
    seats.release(socket, seat, 0);
    expect([sent.length, channels.size]).toEqual([0, 0]);
  });

  it('takes the documents of its room along when it is left, and no others', () => {
    const { seats, place, socket, channels } = seating();
    seats.release(socket, seats.take(socket, place), 0);
    const other = documentChannel('other', 'proposal');
    for (const channel of [documentChannel('room', 'proposal'), other]) void socket.join(channel);
    seats.leave(socket, 'room');
    expect([...channels]).toEqual([other]);
  });
});
