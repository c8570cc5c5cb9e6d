import { Injectable } from '@nestjs/common';
import type {
  EndSpeech,
  FloorRequestView,
  GrantFloor,
  Permission,
  RequestFloor,
  WithdrawRequest,
} from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';
import { presentRequest } from './floor.presenter.js';
import { FloorRepository } from './floor.repository.js';
import { endSpeech, grantFloor, requestFloor, withdrawRequest } from './speaker-queue.js';

type FloorIntent = RequestFloor | WithdrawRequest | GrantFloor | EndSpeech;

/** Raises and lowers hands, gives the floor and takes it back. The order of speakers is the speaker queue's to say. */
@Injectable()
export class FloorService {
  constructor(
    private readonly record: RecordService,
    private readonly requests: FloorRepository,
  ) {}

  /** @throws HandAlreadyRaised */
  request(caller: Member, intent: RequestFloor): Promise<Appended> {
    return this.act(caller, ['floor.request', 'floor.request'], intent, (active, { at }, participant) => {
      const note = intent.note ?? null;
      const request = requestFloor(active, { id: newId(), participant, kind: 'statement', note, at });
      return [{ type: 'floor.requested', data: { request } }];
    });
  }

  /** @throws HandNotRaised */
  withdraw(caller: Member, intent: WithdrawRequest): Promise<Appended> {
    return this.act(caller, ['floor.withdraw', 'floor.request'], intent, (active, { at }, participant) => {
      const request = withdrawRequest(active, participant, at);
      return [{ type: 'floor.withdrawn', data: { request } }];
    });
  }

  /** @throws RequestNotFound or RequestState */
  grant(caller: Member, intent: GrantFloor): Promise<Appended> {
    return this.act(caller, ['floor.grant', 'floor.manage'], intent, (active, { at }) =>
      grantFloor(active, intent.request, at).map((request) => ({
        type: request.state === 'speaking' ? 'floor.granted' : 'floor.ended',
        data: { request },
      })),
    );
  }

  /** @throws RequestNotFound or RequestState */
  end(caller: Member, intent: EndSpeech): Promise<Appended> {
    return this.act(caller, ['floor.end', 'floor.manage'], intent, (active, { at }) => [
      { type: 'floor.ended', data: { request: endSpeech(active, intent.request, at) } },
    ]);
  }

  /** What the four intents share: who is on the list now, one decision about it. */
  private act(
    caller: Member,
    [intent, permission]: [string, Permission],
    payload: FloorIntent,
    decide: (active: FloorRequestView[], context: DecisionContext, participant: string) => Draft[],
  ): Promise<Appended> {
    const { room, clientId } = payload;
    const named = 'request' in payload ? payload.request : null;
    return this.record.append({
      room,
      caller,
      permission,
      clientId,
      intent,
      payload,
      decide: async (context) =>
        decide(await this.load(context, named), context, caller.membership.participantId),
    });
  }

  /** The active requests, and the one named even where it is over, so that the refusal can say so. */
  private async load({ tx, room }: DecisionContext, named: string | null): Promise<FloorRequestView[]> {
    const rows = await this.requests.findActive(tx, room);
    const isMissing = named !== null && !rows.some(({ id }) => id === named);
    const over = isMissing ? await this.requests.find(tx, room, named) : null;
    return [...rows, ...(over ? [over] : [])].map(presentRequest);
  }
}
