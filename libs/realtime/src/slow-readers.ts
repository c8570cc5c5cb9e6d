import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CLOSE_CODES } from '@roundtable/contracts';
import { Busy, Config, JsonLogger } from '@roundtable/platform';
import { SLOW_READERS } from './channels.js';
import { LiveServer } from './live-server.js';
import type { LiveSocket } from './live-socket.js';
import { RoomSeats } from './room-seats.js';
import { bufferedBytes, cutLine, discardBuffered } from './write-buffer.js';
import { judgeBacklog, pressureLimits, type Backlog, type PressureLimits } from './write-pressure.js';

/** Between two looks a storm adds a few hundred kilobytes to a buffer that nobody empties. */
const LOOK_EVERY_MS = 200;
/** A reader that was told the head and did not ask is told again. */
const TELL_AGAIN_MS = 5_000;
/** The farewell has so long to get through. */
const FAREWELL_MS = 2_000;
const SYNC_AGAIN_MS = 2_000;

/** What became of slow readers since the start. */
export interface SlowReaderCounts {
  /** Times that a reader was spared the ephemeral lane. */
  spared: number;
  /** Times that a reader was reduced to the head. */
  reduced: number;
  /** Connections ended because they could not keep up. */
  disconnected: number;
}

/**
 * Keeps memory bounded where somebody reads slower than the room speaks: the ephemeral lane is dropped first, then only
 * the head is told and the reader asks for the rest when it can, and who is stuck is disconnected.
 */
@Injectable()
export class SlowReaders implements OnApplicationBootstrap, OnModuleDestroy {
  readonly counts: SlowReaderCounts = { spared: 0, reduced: 0, disconnected: 0 };
  private readonly limits: PressureLimits;
  private readonly behind = new Map<LiveSocket, Backlog>();
  /** Readers that have room again, but were told a head and have not asked yet; and when. */
  private readonly told = new Map<LiveSocket, number>();
  private looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly live: LiveServer,
    private readonly seats: RoomSeats,
    private readonly logger: JsonLogger,
    { socketBufferKib }: Config,
  ) {
    this.limits = pressureLimits(socketBufferKib * 1024);
  }

  onApplicationBootstrap(): void {
    this.looking = setInterval(() => this.look(performance.now()), LOOK_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
  }

  /** How many readers are behind now. */
  get behindNow(): number {
    return this.behind.size;
  }

  /** @throws Busy where this reader has not read what it was sent: it may ask for more when it has. */
  demandRoom(socket: LiveSocket): void {
    if (this.behind.has(socket)) throw new Busy(SYNC_AGAIN_MS);
  }

  private look(now: number): void {
    for (const socket of this.behind.keys()) if (!socket.connected) this.forget(socket);
    for (const socket of this.live.sockets()) this.judge(socket, now);
    for (const [socket, at] of this.told) if (now - at >= TELL_AGAIN_MS) this.resume(socket, now);
  }

  private judge(socket: LiveSocket, now: number): void {
    const before = this.behind.get(socket) ?? null;
    const backlog = judgeBacklog(before, bufferedBytes(socket), now, this.limits);
    if (!backlog) {
      if (before) this.recover(socket, now);
      return;
    }
    this.behind.set(socket, backlog);
    if (backlog.pressure === before?.pressure) return;
    if (!before) this.spare(socket);
    if (backlog.pressure === 'headOnly') this.reduce(socket);
    if (backlog.pressure === 'cut') this.cutOff(socket);
  }

  private spare(socket: LiveSocket): void {
    this.counts.spared += 1;
    void socket.join(SLOW_READERS);
  }

  private reduce(socket: LiveSocket): void {
    this.counts.reduced += 1;
    this.seats.spare(socket);
  }

  private recover(socket: LiveSocket, now: number): void {
    this.forget(socket);
    void socket.leave(SLOW_READERS);
    this.seats.tellPresence(socket);
    this.resume(socket, now);
  }

  private resume(socket: LiveSocket, now: number): void {
    const isWaiting = socket.connected && this.seats.resume(socket);
    if (isWaiting) this.told.set(socket, now);
    else this.told.delete(socket);
  }

  private cutOff(socket: LiveSocket): void {
    this.counts.disconnected += 1;
    const { loginId } = socket.data.principal;
    this.logger.logger.info({ loginId, bytes: bufferedBytes(socket) }, 'slow reader disconnected');
    this.forget(socket);
    this.seats.leaveAll(socket);
    // What waits will be asked for again by number; the farewell need not wait behind it.
    discardBuffered(socket);
    socket.emit('connection.closing', { code: 'slow', message: CLOSE_CODES.slow });
    socket.disconnect(true);
    setTimeout(() => cutLine(socket), FAREWELL_MS).unref();
  }

  private forget(socket: LiveSocket): void {
    this.behind.delete(socket);
    this.told.delete(socket);
  }
}
