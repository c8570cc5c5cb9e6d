import type { PeopleDirectory } from './people-directory.js';
import type { Attendance, MeetingRole, ParsedEvent, ParsedPerson, PersonKey } from './parsed-log.js';

/** Completes the directory's people with attendance and roles as the events tell them. */
export function summarisePeople(people: PeopleDirectory, events: ParsedEvent[]): ParsedPerson[] {
  const attendance = new Map<PersonKey, Attendance>();
  const roles = new Map<PersonKey, Set<MeetingRole>>();
  for (const event of events) {
    if (event.kind === 'attendance') {
      event.who.forEach((key) => attendance.set(key, event.attendance));
    } else if (event.kind === 'roleChange' && event.change !== 'remove') {
      event.who.forEach((key) => roles.set(key, (roles.get(key) ?? new Set()).add(event.role)));
    }
  }
  return people.people().map((person) => ({
    ...person,
    attendance: attendance.get(person.key) ?? 'none',
    roles: [...(roles.get(person.key) ?? [])].sort(),
  }));
}
