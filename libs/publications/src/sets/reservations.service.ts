import { Injectable } from '@nestjs/common';
import type { ReservationView, Reserve, WithdrawReservation } from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import type { Appended, DecisionContext, Draft } from '@roundtable/record';
import { DelegationVoice } from '../delegation-voice.js';
import { PublicationActs } from '../publication-acts.js';
import { SetMissing } from '../publications.errors.js';
import { addReservation, dropReservation } from '../reservations.js';
import { findLine, noteReservations } from './set-life.js';
import { SetsRepository } from './sets.repository.js';

/** Enters reservations of delegations on lines of the set, before and after its adoption, and takes them back. */
@Injectable()
export class ReservationsService {
  constructor(
    private readonly acts: PublicationActs,
    private readonly sets: SetsRepository,
    private readonly voice: DelegationVoice,
  ) {}

  /** @throws SetMissing, LineMissing, NoDelegation, OtherDelegation, DelegationMissing or TooManyReservations */
  reserve(caller: Member, intent: Reserve): Promise<Appended> {
    const { membership } = caller;
    return this.acts.append(caller, 'publications.reserve', intent, async (context) => {
      const { tx, at } = context;
      const delegation = await this.voice.speakingFor(tx, membership, intent.delegation);
      const by = membership.participantId;
      const added = { id: newId(), delegation, text: intent.text, by, at };
      return this.note(context, intent.line, (before) => addReservation(before, added));
    });
  }

  /** @throws SetMissing, LineMissing, ReservationMissing or OtherDelegation */
  withdraw(caller: Member, intent: WithdrawReservation): Promise<Appended> {
    const { membership } = caller;
    return this.acts.append(caller, 'publications.withdraw_reservation', intent, async (context) => {
      const own = await this.voice.limitedTo(context.tx, membership);
      return this.note(context, intent.line, (before) => dropReservation(before, intent.reservation, own));
    });
  }

  private async note(
    { tx, room, at }: DecisionContext,
    id: string,
    change: (before: ReservationView[]) => ReservationView[],
  ): Promise<Draft[]> {
    const { set, lines } = await this.sets.load(tx, room);
    if (!set) throw new SetMissing();
    const whole = { set, lines };
    const line = findLine(whole, id);
    const data = noteReservations(whole, { ...line, reservations: change(line.reservations) }, at);
    return [{ type: 'publications.set_reserved', data }];
  }
}
