import type { DelegationView, ItemView, MeetingExport, ParticipantView } from '@roundtable/contracts';
import type { DocumentContext } from './markdown-document.js';
import { escapeLine, quoteBody } from './markdown-text.js';
import type { Wording } from './wording.js';

/** Title, facts, attendance and agenda. */
export function writeFrontMatter(meeting: MeetingExport, { wording }: DocumentContext): string[] {
  return [
    `# ${escapeLine(meeting.meeting.title)}`,
    '',
    ...writeFacts(meeting, wording),
    ...(meeting.meeting.programme ? ['', quoteBody(meeting.meeting.programme)] : []),
    '',
    `## ${wording.say('attendance')}`,
    '',
    ...writeAttendance(meeting, wording),
    ...writeAgenda(meeting.items, wording),
  ];
}

function writeFacts({ meeting, exportedAt }: MeetingExport, wording: Wording): string[] {
  const places = [meeting.venue && escapeLine(meeting.venue), meeting.remote && wording.say('remote')];
  const facts: [string, string][] = [
    [wording.say('host'), escapeLine(meeting.host)],
    [
      wording.say('time'),
      wording.period(meeting.openedAt ?? meeting.startsAt, meeting.closedAt ?? meeting.endsAt),
    ],
    [wording.say('place'), places.filter(Boolean).join(', ') || '—'],
    [wording.say('languages'), meeting.languages.map(escapeLine).join(', ')],
    [wording.say('confidentiality'), wording.say('confidentialityMembers')],
    [wording.say('state'), wording.say(`state.${meeting.state}`)],
    ...(meeting.source ? [[wording.say('source'), escapeLine(meeting.source.file)] as [string, string]] : []),
    [wording.say('exported'), exportedAt],
  ];
  return facts.map(([name, value]) => `- **${name}:** ${value}`);
}

function writeAttendance({ delegations, participants }: MeetingExport, wording: Wording): string[] {
  const groups = [...delegations, null].map((delegation) => ({
    delegation,
    people: participants.filter((person) => person.delegation === (delegation?.id ?? null)),
  }));
  return groups
    .filter(({ people, delegation }) => people.length > 0 || delegation !== null)
    .flatMap(({ delegation, people }) => [
      `### ${titleOf(delegation, wording)} — ${wording.say('people', { count: people.length })}`,
      '',
      ...people.map((person) => writePerson(person, wording)),
      '',
    ]);
}

function titleOf(delegation: DelegationView | null, wording: Wording): string {
  return delegation ? escapeLine(delegation.name) : wording.say('withoutDelegation');
}

function writePerson(person: ParticipantView, wording: Wording): string {
  const details = [
    person.position && escapeLine(person.position),
    ...person.roles.map((role) => wording.say(`role.${role}`)),
    person.attendance && wording.say(`attendance.${person.attendance}`),
    person.removed && wording.say('removed'),
  ].filter(Boolean);
  return `- **${escapeLine(person.name)}**${details.length > 0 ? ` — ${details.join(', ')}` : ''}`;
}

function writeAgenda(items: ItemView[], wording: Wording): string[] {
  if (items.length === 0) return [];
  const depthOf = (item: ItemView): number => {
    const parent = items.find((each) => each.id === item.parent);
    return parent ? depthOf(parent) + 1 : 0;
  };
  return [
    `## ${wording.say('agenda')}`,
    '',
    ...items.map((item) => {
      const period = item.openedAt
        ? `, ${wording.time(item.openedAt)}–${item.closedAt ? wording.time(item.closedAt) : ''}`
        : '';
      return `${'  '.repeat(depthOf(item))}- ${escapeLine(item.number)} ${escapeLine(item.title)} (${wording.say(`item.${item.state}`)}${period})`;
    }),
    '',
  ];
}
