import type { MeetingView, ParticipantView, Role, RoomView } from '@roundtable/contracts';
import { InvitationsService } from '@roundtable/identity';
import { ContactsKeeper, MeetingFounding, plenaryOf } from '@roundtable/meetings';
import { UnitOfWork } from '@roundtable/persistence';
import { newId } from '@roundtable/platform';
import { RecordService, type Draft } from '@roundtable/record';
import type { ParsedLog, PersonKey } from '@roundtable/transcript';
import { DataSource } from 'typeorm';
import { CliError } from '../cli-error.js';
import type { CliContext } from '../context.js';

/** An open meeting with everybody of the log in it, and a personal link for each. */
export interface Stage {
  meeting: string;
  room: string;
  /** Links of the people of the log. */
  links: Map<PersonKey, string>;
  participants: Map<PersonKey, string>;
  /** Opens items, gives the floor and enters what nobody wrote. */
  secretariatLink: string;
  /** For whoever wants to watch. */
  observerLink: string;
}

/** Sets the stage in an open meeting that is named, else in a new one. @throws CliError where it is not open. */
export async function setStage({ app }: CliContext, log: ParsedLog, meeting: string | null): Promise<Stage> {
  const place = meeting === null ? await foundMeeting(app, log) : await findOpenMeeting(app, meeting);
  const cast = castOf(log);
  const participants = [...cast.people.values(), cast.secretariat, cast.observer];
  await app.get(RecordService).append({
    room: place.room,
    caller: null,
    permission: 'meetings.manage',
    clientId: null,
    intent: 'meetings.add_participant',
    payload: {},
    decide: async ({ tx }) => {
      await app.get(ContactsKeeper).admit(
        tx,
        place.meeting,
        participants.map((participant) => ({ participant, email: null })),
      );
      return participants.map((participant): Draft => ({
        type: 'meetings.participant_added',
        data: { participant },
      }));
    },
  });
  const links = await linksOf(app, place.meeting);
  const linkOf = ({ id }: ParticipantView) => links.get(id) ?? '';
  return {
    ...place,
    links: new Map([...cast.people].map(([key, person]) => [key, linkOf(person)])),
    participants: new Map([...cast.people].map(([key, person]) => [key, person.id])),
    secretariatLink: linkOf(cast.secretariat),
    observerLink: linkOf(cast.observer),
  };
}

function castOf(log: ParsedLog) {
  const writers = new Set(log.events.filter(({ kind }) => kind === 'statement').map(({ by }) => by));
  const people = new Map(
    log.people.map((person) => {
      const roles: Role[] = ['expert'];
      if (log.meeting.chairs.includes(person.key)) roles.push('chair');
      if (log.meeting.scribes.includes(person.key) || writers.has(person.key)) roles.push('rapporteur');
      return [person.key, participant(person.displayName, roles)] as const;
    }),
  );
  const secretariat = participant('Secretariat', ['secretary', 'chair', 'rapporteur']);
  return { people, secretariat, observer: participant('Observer', ['observer']) };
}

function participant(name: string, roles: Role[]): ParticipantView {
  return {
    id: newId(),
    name,
    position: null,
    delegation: null,
    roles,
    language: null,
    attendance: 'remote',
    removed: false,
  };
}

async function foundMeeting(
  app: CliContext['app'],
  log: ParsedLog,
): Promise<{ meeting: string; room: string }> {
  const at = new Date().toISOString();
  const meeting: MeetingView = {
    id: newId(),
    title: log.meeting.title,
    host: log.meeting.group ?? 'Replay',
    state: 'open',
    startsAt: at,
    endsAt: new Date(Date.now() + 4 * 60 * 60 * 1000).toISOString(),
    zone: 'UTC',
    languages: ['en'],
    venue: null,
    remote: true,
    conferenceUrl: null,
    confidentiality: 'members',
    programme: null,
    plenary: newId(),
    createdAt: at,
    openedAt: at,
    closedAt: null,
    source: null,
    version: 1,
  };
  const plenary: RoomView = plenaryOf(meeting);
  const frame = { at, actor: null, item: null, segment: null, target: null };
  await app.get(UnitOfWork).inTransaction(async (tx) => {
    await app.get(MeetingFounding).lay(tx, meeting, plenary);
    await app
      .get(RecordService)
      .importEntries(tx, plenary.id, [{ ...frame, seq: 1, type: 'meetings.opened', data: { meeting } }]);
  });
  return { meeting: meeting.id, room: plenary.id };
}

async function findOpenMeeting(
  app: CliContext['app'],
  id: string,
): Promise<{ meeting: string; room: string }> {
  const rows = await app
    .get(DataSource)
    .query<{ state: string; room: string }[]>(
      'SELECT state, plenary_id AS room FROM meetings_meetings WHERE id::text = $1',
      [id],
    );
  const found = rows[0];
  if (!found) throw new CliError(`There is no meeting ${id}: "roundtable meetings" lists them.`);
  if (found.state !== 'open')
    throw new CliError(`The meeting is ${found.state}, not open: open it first, or leave --meeting out.`);
  return { meeting: id, room: found.room };
}

async function linksOf(app: CliContext['app'], meeting: string): Promise<Map<string, string>> {
  const invitations = app.get(InvitationsService);
  const uses = await invitations.listOf(meeting);
  return new Map(
    uses.map(({ invitation }) => [invitation.participantId, invitations.linkOf(invitation) ?? '']),
  );
}
