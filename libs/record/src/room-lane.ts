import { Injectable } from '@nestjs/common';

/**
 * Lets the acts on one room run one after another within this process, so that they queue here, in order of arrival,
 * and not as database connections waiting for the room's lock. Acts on different rooms do not wait for each other.
 * The lock is what makes it right; the lane only makes it cheap.
 */
@Injectable()
export class RoomLanes {
  /** By room: settles when the last act in the lane is done. Never rejects. */
  private readonly tails = new Map<string, Promise<void>>();

  /** Runs `act` when the acts before it on this room are done, whether they succeeded or failed. */
  run<T>(room: string, act: () => Promise<T>): Promise<T> {
    const before = this.tails.get(room) ?? Promise.resolve();
    const outcome = before.then(act);
    const tail = outcome.then(ignore, ignore).then(() => {
      if (this.tails.get(room) === tail) this.tails.delete(room);
    });
    this.tails.set(room, tail);
    return outcome;
  }

  /** How many rooms have an act under way. */
  get busyRooms(): number {
    return this.tails.size;
  }
}

function ignore(): void {
  // The act's own caller hears how it went.
}
