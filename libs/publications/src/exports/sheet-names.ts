import type { RoomSnapshot } from '@roundtable/contracts';
import type { SheetWording } from './sheet-wording.js';

/** Names of people and delegations by id. */
export class SheetNames {
  private readonly people: Map<string, string>;
  private readonly delegations: Map<string, string>;

  constructor(
    { participants, delegations }: RoomSnapshot['meetings'],
    private readonly wording: SheetWording,
  ) {
    this.people = new Map(participants.map(({ id, name }) => [id, name]));
    this.delegations = new Map(delegations.map(({ id, name }) => [id, name]));
  }

  person(id: string): string {
    return this.people.get(id) ?? this.wording.say('unnamed');
  }

  delegation(id: string): string {
    return this.delegations.get(id) ?? this.wording.say('unnamed');
  }
}
