import type { Language, MeetingExport } from '@roundtable/contracts';
import { writeFrontMatter } from './markdown-front-matter.js';
import { writeOutcome } from './markdown-outcome.js';
import { writeRecord } from './markdown-record.js';
import { PeopleNames } from './people-names.js';
import { Wording } from './wording.js';

/**
 * Sets a whole meeting as a Markdown document (CommonMark): facts, attendance by delegation, agenda, the record by day
 * and hour with every change, proposals with their sources, decisions. Headings are in `language`; words stay as said.
 */
export function writeMarkdown(meeting: MeetingExport, language: Language): string {
  const context = {
    wording: new Wording(language, meeting.meeting.zone),
    names: new PeopleNames(meeting.participants, meeting.delegations),
  };
  const lines = [
    ...writeFrontMatter(meeting, context),
    ...writeRecord(meeting, context),
    ...writeOutcome(meeting, context),
  ];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()}\n`;
}

/** What every part of the document needs. */
export interface DocumentContext {
  wording: Wording;
  names: PeopleNames;
}
