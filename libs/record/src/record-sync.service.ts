import { Injectable, Optional } from '@nestjs/common';
import type { SyncAnswer, SyncRequest } from '@roundtable/contracts';
import { RoomSeats, type HeadNudge, type LiveSocket, type Seat } from '@roundtable/realtime';
import type { EntityManager } from 'typeorm';
import { catchUpRange } from './catch-up-range.js';
import { mayPass } from './database-failure.js';
import { ReadMarks } from './read-marks.js';
import { RecordReader } from './record-reader.js';
import { RecordUnavailable } from './record.errors.js';
import { catchUpEntries } from './record.metrics.js';
import { RoomLines } from './room-lines.js';
import { RoomAccess } from './room-access.js';
import { SharedSnapshots } from './shared-snapshots.js';

/**
 * Brings a socket into a room and up to its head. The order is what makes it complete: seat the socket first (live
 * entries are held back), then read one moment of the database, answer, and release what came after that moment. The
 * other order loses what is committed between the reading and the seat.
 */
@Injectable()
export class RecordSyncService {
  constructor(
    private readonly access: RoomAccess,
    private readonly seats: RoomSeats,
    private readonly reader: RecordReader,
    private readonly lines: RoomLines,
    private readonly snapshots: SharedSnapshots,
    @Optional() private readonly readMarks?: ReadMarks,
  ) {}

  /**
   * Hands the answer to `answer`, then releases the held entries.
   * @throws RoomNotFound, RecordUnavailable, or DomainError where the room may not be read; the socket is then not in it.
   */
  async sync(
    socket: LiveSocket,
    request: SyncRequest,
    answer: (answer: SyncAnswer & { ok: true }) => void,
  ): Promise<void> {
    const { room } = request;
    const membership = await this.access.demandReading(socket.data.principal, room);
    const { participantId, audience } = membership;
    const seat = this.seats.take(socket, { room, participantId, audience });
    try {
      const readNow = () => this.reader.atOneMoment((tx) => this.read(tx, socket, seat, request));
      let read = await readNow();
      // Where a quicker reader began the room's line further on, what lies between is sent to nobody: read anew.
      if (await this.lines.settle(headOf(room, read))) {
        read = await readNow();
        await this.lines.settle(headOf(room, read));
      }
      answer({ ok: true, ...read });
      catchUpEntries.observe({ way: 'socket' }, read.entries.length);
      this.seats.release(socket, seat, read.head);
    } catch (error) {
      this.seats.giveUp(socket, seat);
      throw mayPass(error) ? new RecordUnavailable(error) : error;
    }
  }

  /**
   * The right to read is asked again inside: whoever lost it before this moment is refused, and whoever loses it
   * after this moment has a seat already, which the revocation finds.
   */
  private async read(
    tx: EntityManager,
    socket: LiveSocket,
    seat: Seat,
    { room, since, epoch }: SyncRequest,
  ): Promise<SyncAnswer> {
    const { principal } = socket.data;
    const membership = await this.access.demandReading(principal, room, tx);
    const { audience, participantId } = membership;
    seat.audience = audience;
    seat.participantId = participantId;
    const log = await this.reader.readHead(tx, room);
    const range = catchUpRange({ since, epoch }, log);
    const keep = range.reset ? 'newest' : 'oldest';
    const { epoch: current } = log;
    const entries = await this.reader.readNewest(tx, { room, epoch: current }, range, { audience, keep });
    return {
      epoch: current,
      head: log.head,
      me: {
        participant: participantId,
        permissions: this.access.permissionsOf(principal, membership),
        lastRead: (await this.readMarks?.of(tx, room, participantId)) ?? 0,
      },
      snapshot: await this.snapshots.at({ room, audience }, log, () =>
        this.reader.readSnapshot(tx, room, audience),
      ),
      presence: this.seats.whoIsIn(room),
      entries,
      later: [],
      reset: range.reset,
    };
  }
}

function headOf(room: string, { head, epoch }: SyncAnswer): HeadNudge {
  return { room, seq: head, epoch };
}
