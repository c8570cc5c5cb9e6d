import { Injectable } from '@nestjs/common';
import type { FloorRequestView } from '@roundtable/contracts';
import { MeetingFollower } from '@roundtable/meetings';
import type { DecisionContext, Draft } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { presentRequest } from './floor.presenter.js';
import { FloorRepository } from './floor.repository.js';
import { endSpeeches, takeOff } from './speaker-queue.js';

/**
 * Takes the floor back from those who cannot have it any more. When the meeting closes that is whoever speaks, for nobody
 * could end the speech after that; those who still wait stay on the list, and the record says truly that they did not get to
 * speak. A suspended meeting goes on with whoever spoke.
 */
@Injectable()
export class FloorFollower extends MeetingFollower {
  constructor(private readonly requests: FloorRepository) {
    super();
  }

  async close({ tx, room, at }: DecisionContext): Promise<Draft[]> {
    return endSpeeches(await this.load(tx, room), at).map(toDraft);
  }

  async silence({ tx, room, at }: DecisionContext, participants: readonly string[]): Promise<Draft[]> {
    if (participants.length === 0) return [];
    return takeOff(await this.load(tx, room), participants, at).map(toDraft);
  }

  private async load(tx: EntityManager, room: string): Promise<FloorRequestView[]> {
    return (await this.requests.findActive(tx, room)).map(presentRequest);
  }
}

function toDraft(request: FloorRequestView): Draft {
  return { type: request.state === 'done' ? 'floor.ended' : 'floor.withdrawn', data: { request } };
}
