import {
  connectWithCookie,
  createHttp,
  enterByLink,
  openRoom,
  whenState,
  type Connection,
  type OutboxStore,
  type Room,
  type SendResult,
} from '@roundtable/client';
import type { ReplayAct } from './script.js';

/** One person of a replay: entered by a personal link, with a socket of their own. */
export class Actor {
  private constructor(
    readonly room: Room,
    private readonly connection: Connection,
    readonly cookie: string,
  ) {}

  /** Enters, waits until the room is live, and says what was left unsaid in the outbox. */
  static async enter(url: string, link: string, outbox: OutboxStore): Promise<Actor> {
    const entered = await enterByLink(url, link, { attendance: 'remote' });
    const connection = connectWithCookie(url, entered.cookie);
    const room = openRoom({
      connection,
      room: entered.room,
      self: entered.participant,
      outbox,
      http: createHttp({ url, cookie: entered.cookie }),
    });
    await whenState(room, ({ status }) => status === 'live');
    return new Actor(room, connection, entered.cookie);
  }

  /** Does what the script says and waits for the acknowledgement; items are opened over HTTP by the caller. */
  perform(
    act: Exclude<ReplayAct, { do: 'openItem' }>,
    participantOf: (key: string) => string,
  ): Promise<SendResult> {
    switch (act.do) {
      case 'post':
        return this.room.post({ body: act.body }).done;
      case 'state':
        return this.room.state({ speaker: participantOf(act.speaker), body: act.body }).done;
      case 'requestFloor':
        return this.room.requestFloor({ note: act.note }).done;
      case 'withdrawRequest':
        return this.room.withdrawRequest().done;
      case 'grantFloor':
        return this.room.grantFloor({ request: this.requestOf(participantOf(act.to)) }).done;
    }
  }

  leave(): void {
    this.room.close();
    this.connection.close();
  }

  /** A request that is not there is refused by the server, in its own words. */
  private requestOf(participant: string): string {
    const requests = this.room.getView().record?.snapshot.floor.requests ?? [];
    return (
      requests.find((each) => each.participant === participant && each.state === 'waiting')?.id ?? participant
    );
  }
}
