import type { Language } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { InvitationsService } from '@roundtable/identity';
import { Clock, MailOutbox } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { writeCalendar } from './calendar.js';
import { languageFor, writeInvitation, type InvitationParts } from './invitation-texts.js';

/** An invitation with everything a letter needs; `email` null where it can only be handed over. */
export interface PreparedInvitation extends InvitationParts {
  invitation: string;
  email: string | null;
}

/** Writes and posts the letters that carry personal links. */
@Injectable()
export class InvitationMail {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly invitations: InvitationsService,
    private readonly clock: Clock,
  ) {}

  /** In the language asked for, else in the person's. */
  write(parts: InvitationParts, language?: Language): { subject: string; text: string } {
    return writeInvitation(parts, language ?? languageFor(parts.participant, parts.meeting));
  }

  writeCalendar({ meeting, link }: InvitationParts): string {
    return writeCalendar(meeting, link, this.clock.now());
  }

  /** Puts the letter with its calendar file in the outbox and notes that it was sent. */
  async send(tx: EntityManager, prepared: PreparedInvitation, language?: Language): Promise<void> {
    if (prepared.email === null) return;
    await this.post(tx, { ...prepared, email: prepared.email }, language);
    await this.invitations.markSent(tx, prepared.invitation);
  }

  /** Puts the letter in the outbox and nothing else, where it was claimed before. */
  async post(
    tx: EntityManager,
    letter: InvitationParts & { email: string },
    language?: Language,
  ): Promise<void> {
    await this.outbox.enqueue(tx, {
      to: letter.email,
      ...this.write(letter, language),
      attachments: [
        {
          filename: 'meeting.ics',
          contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
          content: this.writeCalendar(letter),
        },
      ],
    });
  }
}
