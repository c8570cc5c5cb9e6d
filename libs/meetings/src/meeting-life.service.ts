import type { MeetingAct, MeetingView } from '@roundtable/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { InvitationsService } from '@roundtable/identity';
import type { Member } from '@roundtable/platform';
import type { DecisionContext, Draft } from '@roundtable/record';
import { MeetingFollower } from './meeting-follower.js';
import { advance } from './meeting-life.js';
import { MeetingsError, MeetingStateError } from './meetings.errors.js';
import { mayClose } from './meetings.policy.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryActs } from './plenary-acts.js';

/** Leads meetings through their states. */
@Injectable()
export class MeetingLifeService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly acts: PlenaryActs,
    private readonly invitations: InvitationsService,
    @Optional() @Inject(MeetingFollower) private readonly follower: MeetingFollower | null,
  ) {}

  /**
   * Schedules, opens, suspends or closes. Closing ends what ends with a meeting, and lets the personal links end 30 days
   * later; suspending leaves everything as it is, to go on from there.
   */
  async act(member: Member, act: MeetingAct, payload: { clientId: string }): Promise<MeetingView> {
    if (act === 'close' && !mayClose(member.membership.roles)) throw new MeetingsError('forbidden');
    await this.acts.perform(member, {
      intent: `meetings.${act}`,
      permission: act === 'schedule' ? 'meetings.manage' : 'meetings.run',
      payload,
      changesRights: true,
      decide: async (context) => {
        const meeting = await this.demand(member.membership.meetingId, context.tx);
        const steps = advance(meeting, act, context.at);
        if (!steps) throw new MeetingStateError(meeting.state, act);
        const ended = act === 'close' ? await this.close(context, meeting) : [];
        return [
          ...ended,
          ...steps.map(({ type, meeting: next }): Draft => ({ type, data: { meeting: next } })),
        ];
      },
    });
    return this.demand(member.membership.meetingId);
  }

  private async close(context: DecisionContext, { id }: MeetingView): Promise<Draft[]> {
    await this.invitations.expireAfter(context.tx, id, new Date(context.at));
    return (await this.follower?.close(context)) ?? [];
  }

  private async demand(...args: Parameters<MeetingsRepository['find']>): Promise<MeetingView> {
    const meeting = await this.meetings.find(...args);
    if (!meeting) throw new MeetingsError('not_found');
    return meeting;
  }
}
