import { Injectable } from '@nestjs/common';
import {
  audienceOf,
  LANGUAGES,
  type Language,
  type MeetingView,
  type ParticipantView,
} from '@roundtable/contracts';
import { ContactsRepository, MeetingsRepository } from '@roundtable/meetings';
import { Config, MailOutbox } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { writeReminder } from './reminder-texts.js';
import { CommuniquesRepository } from './communiques.repository.js';

/** Writes to the members of a meeting that silence soon adopts its communique. */
@Injectable()
export class ReminderMail {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly meetings: MeetingsRepository,
    private readonly contacts: ContactsRepository,
    private readonly communiques: CommuniquesRepository,
    private readonly config: Config,
  ) {}

  /** Puts the letters in the outbox, in the transaction that takes the reminder: each is written once or not at all. */
  async enqueue(tx: EntityManager, roomId: string): Promise<number> {
    const room = await this.meetings.findRoom(roomId, tx);
    const meeting = room && (await this.meetings.find(room.meeting, tx));
    const communique = await this.communiques.find(tx, roomId);
    if (!meeting || communique?.state !== 'circulated' || !communique.circulation) return 0;
    const contacts = await this.contacts.list(meeting.id, tx);
    const people = await this.meetings.participants(meeting.id, tx);
    let written = 0;
    for (const person of people.filter(isMember)) {
      const to = contacts.get(person.id)?.email;
      if (!to) continue;
      await this.outbox.enqueue(tx, { to, ...this.write(person, meeting, communique.circulation.until) });
      written += 1;
    }
    return written;
  }

  private write(person: ParticipantView, meeting: MeetingView, until: string) {
    const language = languageOf(person, meeting);
    const format = new Intl.DateTimeFormat(language, {
      timeZone: meeting.zone,
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const parts = {
      name: person.name,
      meeting: meeting.title,
      until: format.format(new Date(until)),
      zone: meeting.zone,
      link: `${this.config.publicUrl}/m/${meeting.id}/communique`,
    };
    return writeReminder(parts, language);
  }
}

function isMember({ removed, roles }: ParticipantView): boolean {
  return !removed && audienceOf(roles) !== 'observer';
}

/** Theirs, else the meeting's first that we know, else English. */
function languageOf(person: ParticipantView, meeting: MeetingView): Language {
  const tags = [person.language, ...meeting.languages].map((tag) => tag?.toLowerCase().split('-')[0]);
  return (
    LANGUAGES.find((language) => language === tags.find((tag) => LANGUAGES.some((each) => each === tag))) ??
    'en'
  );
}
