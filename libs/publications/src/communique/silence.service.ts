import { Injectable } from '@nestjs/common';
import type {
  Circulate,
  Objection,
  ReserveOnCommunique,
  WithdrawCommuniqueReservation,
} from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import { RecordService, type Appended } from '@roundtable/record';
import { DelegationVoice } from '../delegation-voice.js';
import { PublicationActs } from '../publication-acts.js';
import { addReservation, dropReservation } from '../reservations.js';
import {
  adoptBySilence,
  circulate,
  demandDraft,
  findPart,
  noteFootnotes,
  objectTo,
} from './communique-life.js';
import { CommuniquesRepository } from './communiques.repository.js';
import { demandCommunique } from './demand-communique.js';

/** What delegations say to a communique: silence, which adopts it, an objection, which breaks that, or a footnote. */
@Injectable()
export class SilenceService {
  constructor(
    private readonly record: RecordService,
    private readonly acts: PublicationActs,
    private readonly communiques: CommuniquesRepository,
    private readonly voice: DelegationVoice,
  ) {}

  /** @throws CommuniqueMissing, CommuniqueStateForbids, StaleCommunique, CommuniqueEmpty, BracketsOpen or UntilWrong */
  circulate(caller: Member, intent: Circulate): Promise<Appended> {
    return this.acts.append(caller, 'publications.circulate', intent, async (context) => {
      const before = await demandCommunique(this.communiques, context);
      demandDraft(before, intent.version);
      const until = new Date(intent.until).toISOString();
      const by = caller.membership.participantId;
      const communique = circulate(before, { from: context.at, until, by });
      return [{ type: 'publications.communique_circulated', data: { communique } }];
    });
  }

  /** @throws CommuniqueMissing, CommuniqueStateForbids, SilenceOver, NoDelegation, OtherDelegation or DelegationMissing */
  object(caller: Member, intent: Objection): Promise<Appended> {
    const { membership } = caller;
    return this.acts.append(caller, 'publications.object', intent, async (context) => {
      const before = await demandCommunique(this.communiques, context);
      const delegation = await this.voice.speakingFor(context.tx, membership, intent.delegation);
      const { participantId: by } = membership;
      const objection = { id: newId(), delegation, reason: intent.reason, by, at: context.at };
      const communique = objectTo(before, objection);
      return [{ type: 'publications.communique_objected', data: { communique } }];
    });
  }

  /** Adopts by the server what nobody objected to in time. Called again, or on another node, it does nothing. */
  async adoptOverdue(room: string): Promise<void> {
    await this.record.append({
      room,
      caller: null,
      permission: 'publications.adopt',
      clientId: null,
      intent: 'publications.adopt_by_silence',
      payload: {},
      decide: async ({ tx, at }) => {
        const communique = adoptBySilence(await this.communiques.find(tx, room), at);
        return communique ? [{ type: 'publications.communique_adopted', data: { communique } }] : [];
      },
    });
  }

  /** @throws CommuniqueMissing, PartMissing, NoDelegation, OtherDelegation, DelegationMissing or TooManyReservations */
  reserve(caller: Member, intent: ReserveOnCommunique): Promise<Appended> {
    const { membership } = caller;
    return this.acts.append(caller, 'publications.reserve_on_communique', intent, async (context) => {
      const before = await demandCommunique(this.communiques, context);
      const part = findPart(before, intent.part);
      const delegation = await this.voice.speakingFor(context.tx, membership, intent.delegation);
      const { at } = context;
      const added = { id: newId(), delegation, text: intent.text, by: membership.participantId, at };
      const reservations = addReservation(part.reservations, added);
      const communique = noteFootnotes(before, { ...part, reservations }, at);
      return [{ type: 'publications.communique_reserved', data: { communique } }];
    });
  }

  /** @throws CommuniqueMissing, PartMissing, ReservationMissing or OtherDelegation */
  withdrawReservation(caller: Member, intent: WithdrawCommuniqueReservation): Promise<Appended> {
    const { membership } = caller;
    return this.acts.append(
      caller,
      'publications.withdraw_communique_reservation',
      intent,
      async (context) => {
        const before = await demandCommunique(this.communiques, context);
        const part = findPart(before, intent.part);
        const own = await this.voice.limitedTo(context.tx, membership);
        const reservations = dropReservation(part.reservations, intent.reservation, own);
        const communique = noteFootnotes(before, { ...part, reservations }, context.at);
        return [{ type: 'publications.communique_reserved', data: { communique } }];
      },
    );
  }
}
