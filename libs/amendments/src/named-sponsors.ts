import { Injectable } from '@nestjs/common';
import { LIMITS, type AmendmentSponsor } from '@roundtable/contracts';
import { MeetingsRepository } from '@roundtable/meetings';
import type { ActingPerson } from '@roundtable/proposals';
import type { EntityManager } from 'typeorm';
import { SponsorsWrong, SponsorWithoutDelegation } from './amendments.errors.js';

/** Says who stands behind an amendment, and whether who names them may. */
@Injectable()
export class NamedSponsors {
  constructor(private readonly meetings: MeetingsRepository) {}

  /** Those who were named, or the person alone. @throws SponsorsWrong */
  async of(
    tx: EntityManager,
    meeting: string,
    { person, named }: { person: ActingPerson; named: readonly AmendmentSponsor[] | undefined },
  ): Promise<AmendmentSponsor[]> {
    if (!named) return [{ kind: 'person', id: person.participant }];
    const sponsors = named.map(({ kind, id }) => ({ kind, id }));
    if (sponsors.length === 0) throw new SponsorsWrong('none');
    if (sponsors.length > LIMITS.amendmentSponsors) throw new SponsorsWrong('too_many');
    const twice = sponsors.find(({ id }, index) => sponsors.findIndex((other) => other.id === id) !== index);
    if (twice) throw new SponsorsWrong('twice', twice.id);
    const delegations = new Set((await this.meetings.delegations(meeting, tx)).map(({ id }) => id));
    for (const { kind, id } of sponsors) {
      const isOwn = id === (kind === 'person' ? person.participant : person.delegation);
      if (!isOwn && !person.isStaff) throw new SponsorsWrong('not_own', id);
      const isKnown =
        kind === 'person'
          ? (await this.meetings.findParticipant(meeting, id, tx)) !== null
          : delegations.has(id);
      if (!isKnown) throw new SponsorsWrong('unknown', id);
    }
    return sponsors;
  }

  /** The person as a sponsor, or their delegation. @throws SponsorWithoutDelegation */
  as(kind: AmendmentSponsor['kind'], { participant, delegation }: ActingPerson): AmendmentSponsor {
    if (kind === 'person') return { kind, id: participant };
    if (delegation === null) throw new SponsorWithoutDelegation();
    return { kind, id: delegation };
  }
}
