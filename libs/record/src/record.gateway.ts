import { Ack, ConnectedSocket, MessageBody } from '@nestjs/websockets';
import type { SyncAnswer } from '@roundtable/contracts';
import { Intent, Public, Requires, RoundtableGateway } from '@roundtable/platform';
import { Admission, RoomSeats, type LiveSocket } from '@roundtable/realtime';
import { LeaveDto } from './dto/leave.dto.js';
import { SyncDto } from './dto/sync.dto.js';
import { RecordSyncService } from './record-sync.service.js';

/** How a sync is answered. An interface, since the validation pipe would take a bare function type for a class. */
interface Acknowledge {
  (answer: SyncAnswer & { ok: true }): void;
}

/** Joining a room with catching up, and leaving it. */
@RoundtableGateway()
export class RecordGateway {
  constructor(
    private readonly syncs: RecordSyncService,
    private readonly seats: RoomSeats,
    private readonly admission: Admission,
  ) {}

  /** Answers by hand: what was held back must follow the answer, not overtake it. */
  @Intent('record.sync')
  @Requires('room.read')
  async sync(
    @MessageBody() request: SyncDto,
    @ConnectedSocket() socket: LiveSocket,
    @Ack() acknowledge?: Acknowledge,
  ): Promise<void> {
    await this.admission.catchUp(socket, () =>
      this.syncs.sync(socket, request, (answer) => acknowledge?.(answer)),
    );
  }

  /** Open to everybody who is connected: one may leave also where one may no longer read. */
  @Intent('record.leave')
  @Public()
  leave(@MessageBody() { room }: LeaveDto, @ConnectedSocket() socket: LiveSocket): { ok: true } {
    this.seats.leave(socket, room);
    return { ok: true };
  }
}
