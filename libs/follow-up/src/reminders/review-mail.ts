import { Injectable } from '@nestjs/common';
import {
  ENDED_FOLLOW_UP_STATES,
  LANGUAGES,
  type FollowUpView,
  type Language,
  type MeetingView,
  type ParticipantView,
} from '@roundtable/contracts';
import { ContactsRepository, MeetingsRepository } from '@roundtable/meetings';
import { Clock, Config, MailOutbox } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { FollowUpRepository } from '../follow-up.repository.js';
import { writeReview } from './review-texts.js';

/** A reminder that a server which was down is late with is still told so long after. */
const LATEST_MS = 7 * 24 * 60 * 60 * 1000;

/** Writes to who is responsible, and to the secretaries, that a follow-up is to be reviewed. */
@Injectable()
export class ReviewMail {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly meetings: MeetingsRepository,
    private readonly contacts: ContactsRepository,
    private readonly followUps: FollowUpRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts the letters in the outbox, in the transaction that takes the reminder: each is written once or not at all.
   * What has ended meanwhile is reviewed by nobody, nor is what comes with a meeting imported long after its day.
   */
  async enqueue(
    tx: EntityManager,
    { room: roomId, followUp: id }: { room: string; followUp: string },
  ): Promise<number> {
    const room = await this.meetings.findRoom(roomId, tx);
    const meeting = room && (await this.meetings.find(room.meeting, tx));
    const followUp = await this.followUps.find(tx, roomId, id);
    if (!meeting || !followUp || !this.isAwaited(followUp)) return 0;
    const contacts = await this.contacts.list(meeting.id, tx);
    const people = await this.meetings.participants(meeting.id, tx);
    let written = 0;
    for (const person of people.filter((each) => isConcerned(each, followUp))) {
      const to = contacts.get(person.id)?.email;
      if (!to) continue;
      await this.outbox.enqueue(tx, { to, ...this.write(person, meeting, followUp) });
      written += 1;
    }
    return written;
  }

  private isAwaited({ state, remindAt }: FollowUpView): boolean {
    if (remindAt === null || ENDED_FOLLOW_UP_STATES.includes(state)) return false;
    return this.clock.now().getTime() - Date.parse(remindAt) < LATEST_MS;
  }

  private write(person: ParticipantView, meeting: MeetingView, { number, dueOn }: FollowUpView) {
    const language = languageOf(person, meeting);
    const day = new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' });
    const parts = {
      name: person.name,
      meeting: meeting.title,
      number: String(number),
      due: day.format(new Date(`${dueOn}T00:00:00Z`)),
      link: `${this.config.publicUrl}/m/${meeting.id}/follow-up`,
    };
    return writeReview(parts, language);
  }
}

function isConcerned(
  { removed, roles, id, delegation }: ParticipantView,
  { responsible }: FollowUpView,
): boolean {
  if (removed) return false;
  if (roles.includes('secretary')) return true;
  return responsible.kind === 'delegation' ? delegation === responsible.id : id === responsible.id;
}

/** Theirs, else the meeting's first that we know, else English. */
function languageOf(person: ParticipantView, meeting: MeetingView): Language {
  const tags = [person.language, ...meeting.languages].map((tag) => tag?.toLowerCase().split('-')[0]);
  const known = tags.find((tag) => LANGUAGES.some((each) => each === tag));
  return LANGUAGES.find((language) => language === known) ?? 'en';
}
