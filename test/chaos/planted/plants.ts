import type * as Transactions from '../../../libs/record/src/append-transaction.js';
import type * as OneTrips from '../../../libs/record/src/one-trip-append.js';
import type * as Records from '../../../libs/record/src/record.module.js';
import type * as Repositories from '../../../libs/record/src/record.repository.js';
import type * as Sweeps from '../../../libs/record/src/room-sweep.js';
import type * as Realtime from '../../../libs/realtime/src/realtime.module.js';
import type * as LoginSweeps from '../../../libs/realtime/src/login-sweep.js';
import type * as Revocations from '../../../libs/realtime/src/revocation.js';
import type * as Seats from '../../../libs/realtime/src/room-seats.js';
import { setTimeout as delay } from 'node:timers/promises';
import { built, replaceProvider } from './built.js';

const recordModule = () => built<typeof Records>('libs/record/src/record.module.js');
const realtimeModule = () => built<typeof Realtime>('libs/realtime/src/realtime.module.js');
const repositories = () => built<typeof Repositories>('libs/record/src/record.repository.js');

/** By name: replaces one provider of the built server by one with a mistake. Each breaks one promise of the record. */
export const PLANTS: Readonly<Record<string, () => Promise<void>>> = {
  none: () => Promise.resolve(),
  'acknowledge before commit': acknowledgeBeforeCommit,
  'join after read': joinAfterRead,
  'no sweep': sweepNothing,
  'no check of clientId on a second node': forgetOtherNodes,
  'no revocation': revokeNothing,
  'no epoch': keepEpoch,
};

/** Everybody is answered when the entries are written, and the disk takes its time. */
async function acknowledgeBeforeCommit(): Promise<void> {
  const { AppendTransaction } = await built<typeof Transactions>('libs/record/src/append-transaction.js');
  class TooEarly extends AppendTransaction {
    override async run(...args: Parameters<Transactions.AppendTransaction['run']>) {
      const sent = await super.run(...args);
      await sent.answered;
      args[2].forEach((act, index) => {
        const answer = sent.result.results[index]?.answer;
        // What people write only: the run itself relies on the answers to its secretariat.
        if (answer && act.command.shared) act.resolve(answer);
      });
      await delay(20);
      return sent;
    }
  }
  replaceProvider((await recordModule()).RecordModule, AppendTransaction, TooEarly);
  await alwaysTheUsualWay();
}

/** So that a mistake in the usual way meets every act. */
async function alwaysTheUsualWay(): Promise<void> {
  const { OneTripAppend } = await built<typeof OneTrips>('libs/record/src/one-trip-append.js');
  class Never extends OneTripAppend {
    override commit(): Promise<null> {
      return Promise.resolve(null);
    }
  }
  replaceProvider((await recordModule()).RecordModule, OneTripAppend, Never);
}

/** What is committed between the reading and the seat reaches nobody: nothing is held back for who catches up. */
async function joinAfterRead(): Promise<void> {
  const { RoomSeats } = await built<typeof Seats>('libs/realtime/src/room-seats.js');
  class Forgetful extends RoomSeats {
    override hold(): void {
      // As if the seat were taken only when the answer is given.
    }
  }
  replaceProvider((await realtimeModule()).RealtimeModule, RoomSeats, Forgetful);
}

/** A nudge that is lost is lost. */
async function sweepNothing(): Promise<void> {
  const { RoomSweep } = await built<typeof Sweeps>('libs/record/src/room-sweep.js');
  const { LoginSweep } = await built<typeof LoginSweeps>('libs/realtime/src/login-sweep.js');
  class NoRoomSweep extends RoomSweep {
    override onApplicationBootstrap(): void {
      // Never starts.
    }
  }
  class NoLoginSweep extends LoginSweep {
    override onApplicationBootstrap(): void {
      // Never starts.
    }
  }
  replaceProvider((await recordModule()).RecordModule, RoomSweep, NoRoomSweep);
  replaceProvider((await realtimeModule()).RealtimeModule, LoginSweep, NoLoginSweep);
}

/** A node remembers only the client ids that it recorded itself. The run takes the unique index away. */
async function forgetOtherNodes(): Promise<void> {
  const { RecordRepository } = await repositories();
  const own = new Set<string>();
  class Shortsighted extends RecordRepository {
    override async findByClientIds(...args: Parameters<Repositories.RecordRepository['findByClientIds']>) {
      const found = await super.findByClientIds(...args);
      return found.map((original, index) => (own.has(args[2][index]?.clientId ?? '') ? original : null));
    }

    override async appendEntries(...args: Parameters<Repositories.RecordRepository['appendEntries']>) {
      for (const { clientId } of args[2]) if (clientId !== null) own.add(clientId);
      return super.appendEntries(...args);
    }
  }
  replaceProvider((await recordModule()).RecordModule, RecordRepository, Shortsighted);
  await alwaysTheUsualWay();
}

/** Whoever is in stays in. */
async function revokeNothing(): Promise<void> {
  const { Revocation } = await built<typeof Revocations>('libs/realtime/src/revocation.js');
  class Powerless extends Revocation {
    override close(): void {
      // Nobody is sent away.
    }

    override takeOut(): void {
      // Nobody is taken out.
    }
  }
  replaceProvider((await realtimeModule()).RealtimeModule, Revocation, Powerless);
}

/** A backup that was brought back looks like the record that everybody knows. */
async function keepEpoch(): Promise<void> {
  const { RecordRepository } = await repositories();
  const epoch = 1;
  class Timeless extends RecordRepository {
    override async beginAppend(...args: Parameters<Repositories.RecordRepository['beginAppend']>) {
      const log = await super.beginAppend(...args);
      return log && { ...log, epoch };
    }

    override async readLog(...args: Parameters<Repositories.RecordRepository['readLog']>) {
      const log = await super.readLog(...args);
      return log && { ...log, epoch };
    }

    override async readHeads(...args: Parameters<Repositories.RecordRepository['readHeads']>) {
      const heads = await super.readHeads(...args);
      return heads.map((head) => ({ ...head, epoch }));
    }
  }
  replaceProvider((await recordModule()).RecordModule, RecordRepository, Timeless);
}
