import {
  audienceOf,
  type DelegationView,
  type ParticipantImportPreview,
  type ParticipantImportResult,
  type ParticipantView,
} from '@roundtable/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { newId, type Member } from '@roundtable/platform';
import type { Draft } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { ContactsKeeper } from './contacts-keeper.js';
import { ContactsRepository } from './contacts.repository.js';
import { MeetingFollower } from './meeting-follower.js';
import { FieldError, MeetingsError, UnreadableFileError } from './meetings.errors.js';
import { MeetingsRepository } from './meetings.repository.js';
import { CsvFault, readParticipantCsv, type ParticipantList } from './participant-csv.js';
import { matchRows, type MatchedRow, type Roster } from './participant-matching.js';
import { foldWords } from './participant-words.js';
import { PlenaryActs } from './plenary-acts.js';

/** Takes in uploaded participant lists: first shows what each row would do, then does all of it or nothing. */
@Injectable()
export class ParticipantImportService {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly contacts: ContactsRepository,
    private readonly keeper: ContactsKeeper,
    private readonly acts: PlenaryActs,
    @Optional() @Inject(MeetingFollower) private readonly follower: MeetingFollower | null,
  ) {}

  /** Stores nothing. @throws UnreadableFileError */
  async preview(meeting: string, file: Uint8Array): Promise<ParticipantImportPreview> {
    const { encoding, separator, rows } = read(file);
    const matched = matchRows(rows, await this.readRoster(meeting));
    return { encoding, separator, rows: matched.map(({ participant: _, ...row }) => row) };
  }

  /** @throws FieldError where any row is wrong: then none is taken. */
  async apply(member: Member, file: Uint8Array, clientId: string): Promise<ParticipantImportResult> {
    const { rows } = read(file);
    const meeting = member.membership.meetingId;
    const result: ParticipantImportResult = { added: 0, changed: 0, unchanged: 0 };
    await this.acts.perform(member, {
      intent: 'meetings.import_participants',
      permission: 'meetings.manage',
      payload: { clientId },
      target: JSON.stringify(rows),
      changesRights: true,
      decide: async (context) => {
        const { tx } = context;
        const roster = await this.readRoster(meeting, tx);
        const matched = matchRows(rows, roster);
        demandAllRight(matched);
        const delegations = newDelegations(matched, roster);
        const people = matched
          .filter((row) => row.status !== 'unchanged')
          .map((row) => toPerson(row, { ...roster, delegations: [...roster.delegations, ...delegations] }));
        demandSecretary(
          people.map(({ participant }) => participant),
          roster,
        );
        await this.saveContacts(tx, member, people);
        result.added = people.filter((person) => person.isNew).length;
        result.changed = people.length - result.added;
        result.unchanged = matched.length - people.length;
        return [
          ...delegations.map((delegation): Draft => ({
            type: 'meetings.delegation_saved',
            data: { delegation },
          })),
          ...people.map(toDraft),
          ...((await this.follower?.silence(context, silencedAmong(people))) ?? []),
        ];
      },
    });
    return result;
  }

  private async saveContacts(tx: EntityManager, member: Member, people: readonly Person[]): Promise<void> {
    await this.keeper.admit(
      tx,
      member.membership.meetingId,
      people.filter((person) => person.isNew),
    );
    for (const { participant, email, isNew } of people)
      if (!isNew) await this.keeper.change(tx, member, participant, email);
  }

  private async readRoster(meeting: string, tx?: EntityManager): Promise<Roster> {
    const contacts = await this.contacts.list(meeting, tx);
    return {
      participants: await this.meetings.participants(meeting, tx),
      delegations: await this.meetings.delegations(meeting, tx),
      emails: new Map([...contacts].map(([id, { email }]) => [id, email])),
    };
  }
}

interface Person {
  participant: ParticipantView;
  email: string | null;
  isNew: boolean;
}

function silencedAmong(people: readonly Person[]): string[] {
  const watching = people.filter(({ participant }) => audienceOf(participant.roles) === 'observer');
  return watching.map(({ participant }) => participant.id);
}

function read(file: Uint8Array): ParticipantList {
  try {
    return readParticipantCsv(file);
  } catch (error) {
    if (error instanceof CsvFault) throw new UnreadableFileError(error.message);
    throw error;
  }
}

function demandAllRight(rows: readonly MatchedRow[]): void {
  const wrong = rows.find((row) => row.status === 'wrong');
  if (wrong)
    throw new FieldError(
      `line ${wrong.line}`,
      `is wrong: ${wrong.problems[0]?.message ?? ''} Nothing was taken`,
    );
}

function demandSecretary(changed: readonly ParticipantView[], { participants }: Roster): void {
  const ids = new Set(changed.map(({ id }) => id));
  const after = [...participants.filter(({ id }) => !ids.has(id)), ...changed];
  if (!after.some((person) => !person.removed && person.roles.includes('secretary')))
    throw new MeetingsError('last_secretary');
}

function newDelegations(rows: readonly MatchedRow[], { delegations }: Roster): DelegationView[] {
  const known = new Set(delegations.map(({ name }) => foldWords(name)));
  const names = rows.flatMap(({ delegation }) => (delegation === null ? [] : [delegation]));
  return names
    .filter((name) => !known.has(foldWords(name)) && known.add(foldWords(name)))
    .map((name, index) => ({
      id: newId(),
      name,
      shortName: null,
      country: null,
      precedence: delegations.length + index,
    }));
}

function toPerson(row: MatchedRow, { participants, delegations }: Roster): Person {
  const before = participants.find(({ id }) => id === row.participant);
  const delegation = delegations.find(({ name }) => foldWords(name) === foldWords(row.delegation ?? ''));
  const participant: ParticipantView = {
    id: before?.id ?? newId(),
    name: row.name,
    position: row.position,
    delegation: delegation?.id ?? null,
    roles: row.roles,
    language: row.language,
    attendance: before?.attendance ?? null,
    removed: false,
  };
  return { participant, email: row.email, isNew: !before };
}

function toDraft({ participant, isNew }: Person): Draft {
  return {
    type: isNew ? 'meetings.participant_added' : 'meetings.participant_changed',
    data: { participant },
  };
}
