import type { MeetingView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { ContactsKeeper, MeetingFounding, plenaryOf } from '@roundtable/meetings';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, newId } from '@roundtable/platform';
import { RecordService } from '@roundtable/record';
import { SAMPLE_LASTS_MS, tellSample } from './sample-entries.js';

/** The sample is known by its id: made once, found again at each start. */
export const SAMPLE_MEETING = '01980000-0000-7000-8000-73616d706c65';
const HOUR_MS = 60 * 60 * 1000;

/** Makes the sample meeting, whole or not at all. */
@Injectable()
export class SampleFounding {
  constructor(
    private readonly founding: MeetingFounding,
    private readonly contacts: ContactsKeeper,
    private readonly record: RecordService,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async make(): Promise<void> {
    const now = this.clock.now();
    const meeting = sampleMeeting(now);
    const { entries, people } = tellSample(meeting, now);
    const admissions = [...people.values()].map((participant) => ({ participant, email: null }));
    await this.work.inTransaction(async (tx) => {
      if (!(await this.founding.lay(tx, meeting, plenaryOf(meeting)))) return;
      await this.contacts.admit(tx, meeting.id, admissions);
      await this.record.importEntries(tx, meeting.plenary, entries);
    });
  }
}

function sampleMeeting(now: Date): MeetingView {
  const startsAt = Math.floor((now.getTime() - SAMPLE_LASTS_MS) / HOUR_MS) * HOUR_MS;
  return {
    id: SAMPLE_MEETING,
    title: 'Water and energy exchange in the Sary-Özön basin',
    host: 'Sary-Özön Basin Commission',
    state: 'draft',
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 6 * HOUR_MS).toISOString(),
    zone: 'Asia/Bishkek',
    languages: ['en', 'ru', 'ky'],
    venue: 'House of Dialogue, Osh',
    remote: true,
    conferenceUrl: null,
    confidentiality: 'members',
    programme: 'A sample meeting. All people and institutions are invented.',
    plenary: newId(),
    createdAt: new Date(startsAt - HOUR_MS).toISOString(),
    openedAt: null,
    closedAt: null,
    source: null,
    version: 1,
  };
}
