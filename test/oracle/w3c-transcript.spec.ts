import { describe, expect, it } from '@jest/globals';
import type { Entry, MeetingExport, ParticipantView } from '@roundtable/contracts';
import { existsSync, readFileSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import { compareWithPublished, type Miss } from '../../apps/cli/src/published/compare.js';
import { readPublishedMinutes } from '../../apps/cli/src/published/published-minutes.js';
import { saidInTranscript } from '../../apps/cli/src/published/said-in-transcript.js';
import { buildW3cMeeting } from '../../libs/transcript/src/imports/w3c-meeting.js';
import { DATA, logFiles, parse } from './log-files.js';

const LEAST_AGREEING = 0.98;

describe('the transcript of an imported log against the minutes its group published', () => {
  it('finds the folder of real logs', () => {
    expect({ folder: DATA, present: existsSync(DATA) }).toEqual({ folder: DATA, present: true });
  });

  it('has at least 98 % of the published statements under the same speaker in the same words', () => {
    const misses: (Miss & { file: string })[] = [];
    let published = 0;
    for (const file of logFiles()) {
      const minutes = readPublishedMinutes(readFileSync(file.minutes, 'utf8'));
      const compared = compareWithPublished(saidInTranscript(storedFrom(file)), minutes);
      published += compared.published;
      misses.push(...compared.misses.map((miss) => ({ ...miss, file: file.log })));
    }
    const agreeing = published - misses.length;
    process.stdout.write(
      `${agreeing} of ${published} published statements stand in the transcripts (${((100 * agreeing) / published).toFixed(2)} %)\n`,
    );
    if (process.env.SHOW_MISSES) for (const miss of misses) process.stdout.write(`${JSON.stringify(miss)}\n`);
    expect(published).toBeGreaterThan(5000);
    expect(agreeing / published).toBeGreaterThanOrEqual(LEAST_AGREEING);
  });
});

/** What the import stores, as the export reads it back. */
function storedFrom(file: Parameters<typeof parse>[0]): MeetingExport {
  const { entries } = buildW3cMeeting(parse(file), {
    file: file.log,
    now: '2026-11-22T00:00:00.000Z',
    makeId: () => newId(),
    names: {},
    importer: null,
  });
  const participants = entries.flatMap((entry): ParticipantView[] =>
    entry.type === 'meetings.participant_added'
      ? [(entry as Entry<'meetings.participant_added'>).data.participant]
      : [],
  );
  return { participants, entries } as unknown as MeetingExport;
}
