import type { Room } from './room-client.js';
import type { RoomState } from './room-state.js';
import { realTimers, type Timers } from './timers.js';

/**
 * Waits until the room's state is as wanted and gives it: for programs and tests.
 * @throws Error after `timeoutMs`, saying what the state was.
 */
export function whenState(
  room: Pick<Room, 'getView' | 'subscribe'>,
  isWanted: (state: RoomState) => boolean,
  { timeoutMs = 10_000, timers = realTimers }: { timeoutMs?: number; timers?: Timers } = {},
): Promise<RoomState> {
  return new Promise((resolve, reject) => {
    if (isWanted(room.getView())) return resolve(room.getView());
    const stop = room.subscribe(() => {
      if (!isWanted(room.getView())) return;
      end();
      resolve(room.getView());
    });
    const cancel = timers.after(timeoutMs, () => {
      end();
      reject(
        new Error(
          `The room did not come to the wanted state in ${String(timeoutMs)} ms: ${describe(room.getView())}`,
        ),
      );
    });
    const end = (): void => {
      stop();
      cancel();
    };
  });
}

function describe(state: RoomState): string {
  const { status, refusal, connection, record, pending } = state;
  return JSON.stringify({ status, refusal, connection, head: record?.head ?? null, pending: pending.length });
}
