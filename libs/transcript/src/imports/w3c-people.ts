import type { ParticipantView, Role } from '@roundtable/contracts';
import type { ParsedEvent, ParsedLog, PersonKey } from './w3c/parsed-log.js';

/** What turns a log's people into participants. */
export interface PeopleOptions {
  makeId: () => string;
  /** Names chosen in the preview, by the log's key. */
  names: Record<PersonKey, string>;
}

/** The participants of a log: everybody who was present, spoke, wrote or was written down. */
export class W3cPeople {
  readonly participants: ParticipantView[] = [];
  private readonly ids = new Map<PersonKey, string>();

  constructor(log: ParsedLog, options: PeopleOptions) {
    const seen = keysSeen(log.events);
    const known = log.people.filter((person) => person.attendance === 'present' || seen.has(person.key));
    for (const { key, displayName } of known) this.add(key, displayName, log, options);
    for (const key of seen) if (!this.ids.has(key)) this.add(key, key, log, options);
  }

  /** The participant a key stands for, null for nobody. */
  idOf(key: PersonKey | null | undefined): string | null {
    return key === null || key === undefined ? null : (this.ids.get(key) ?? null);
  }

  private add(key: PersonKey, name: string, { meeting }: ParsedLog, { makeId, names }: PeopleOptions): void {
    const id = makeId();
    this.ids.set(key, id);
    const roles: Role[] = [
      ...(meeting.chairs.includes(key) ? (['chair'] as const) : []),
      ...(meeting.scribes.includes(key) ? (['rapporteur'] as const) : []),
      'expert',
    ];
    this.participants.push({
      id,
      // People may call themselves what every object has.
      name: (Object.hasOwn(names, key) && names[key]?.trim()) || name,
      position: null,
      delegation: null,
      roles,
      language: null,
      attendance: 'remote',
      removed: false,
    });
  }
}

/** Everybody to whom an event gives something to do, in order of appearance. Declared absence is nothing to do. */
function keysSeen(events: ParsedEvent[]): Set<PersonKey> {
  const keys = new Set<PersonKey>();
  for (const event of events) {
    if (event.by !== null) keys.add(event.by);
    if (event.kind === 'statement') keys.add(event.speaker);
    if (event.kind === 'position' && event.of !== undefined) keys.add(event.of);
    if (event.kind === 'floorRequest' || event.kind === 'floorWithdrawn') keys.add(event.who);
    if (event.kind === 'floorGranted' && event.to !== null) keys.add(event.to);
  }
  keys.delete('');
  return keys;
}
