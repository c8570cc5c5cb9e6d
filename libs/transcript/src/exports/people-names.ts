import type { DelegationView, ParticipantView } from '@roundtable/contracts';
import { escapeLine } from './markdown-text.js';

/** Names of people and delegations, escaped for Markdown, by id. */
export class PeopleNames {
  private readonly participants: Map<string, ParticipantView>;
  private readonly delegations: Map<string, DelegationView>;

  constructor(participants: ParticipantView[], delegations: DelegationView[]) {
    this.participants = new Map(participants.map((each) => [each.id, each]));
    this.delegations = new Map(delegations.map((each) => [each.id, each]));
  }

  of(participant: string | null): string {
    return escapeLine((participant && this.participants.get(participant)?.name) ?? '—');
  }

  ofDelegation(delegation: string): string {
    return escapeLine(this.delegations.get(delegation)?.name ?? '—');
  }

  /** Name, and delegation in brackets where there is one. */
  withDelegation(participant: string | null): string {
    const delegation = participant && this.participants.get(participant)?.delegation;
    const name = delegation && this.delegations.get(delegation)?.name;
    return name ? `${this.of(participant)} (${escapeLine(name)})` : this.of(participant);
  }
}
