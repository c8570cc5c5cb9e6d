import type { PassageView } from '@roundtable/contracts';

/** One line of the transcript from top to bottom. `isFirst`: the speaker is named, what follows belongs to them. */
export type TranscriptRow = { key: string } & (
  | { kind: 'title' }
  | { kind: 'earlier' }
  | { kind: 'day'; at: string; seq: number }
  | { kind: 'hour'; at: string; seq: number }
  | { kind: 'passage'; passage: PassageView; isFirst: boolean }
  | { kind: 'later' }
  | { kind: 'end' }
);

export interface RowSources {
  passages: readonly PassageView[];
  hasEarlier: boolean;
  hasLater: boolean;
  /** Names the day an instant belongs to, in the meeting's zone. */
  dayOf(at: string): string;
}

const hourMs = 3_600_000;
const groupedWithinMs = 5 * 60_000;

/** Start of the hour an instant lies in, ISO 8601 UTC: the hours of the server's outline. */
export function hourOf(at: string): string {
  return new Date(Math.floor(Date.parse(at) / hourMs) * hourMs).toISOString();
}

/** Sets passages under their days and hours; the title page stands above the first passage of all, never in the middle. */
export function transcriptRows({ passages, hasEarlier, hasLater, dayOf }: RowSources): TranscriptRow[] {
  const rows: TranscriptRow[] = [
    hasEarlier ? { key: 'earlier', kind: 'earlier' } : { key: 'title', kind: 'title' },
  ];
  let day = '';
  let hour = 0;
  let before: PassageView | null = null;
  for (const passage of passages) {
    const { seq, at } = passage;
    const passageDay = dayOf(at);
    const passageHour = Math.floor(Date.parse(at) / hourMs);
    if (passageDay !== day) rows.push({ key: `day${passageDay}`, kind: 'day', at, seq });
    if (passageHour !== hour || passageDay !== day) {
      rows.push({ key: `hour${passageDay}${passageHour}`, kind: 'hour', at: hourOf(at), seq });
      before = null;
    }
    rows.push({ key: `e${seq}`, kind: 'passage', passage, isFirst: !continues(before, passage) });
    day = passageDay;
    hour = passageHour;
    before = passage;
  }
  rows.push(hasLater ? { key: 'later', kind: 'later' } : { key: 'end', kind: 'end' });
  return rows;
}

/** The row where an entry stands, or the first after the place where it would stand; -1 where nothing follows. */
export function indexOfSeq(rows: readonly TranscriptRow[], seq: number): number {
  return rows.findIndex((row) => row.kind === 'passage' && row.passage.seq >= seq);
}

function continues(before: PassageView | null, passage: PassageView): boolean {
  if (before === null || passage.kind === 'event') return false;
  return (
    before.kind === passage.kind &&
    before.speaker === passage.speaker &&
    before.recordedBy === passage.recordedBy &&
    before.item === passage.item &&
    passage.replyTo === null &&
    Date.parse(passage.at) - Date.parse(before.at) <= groupedWithinMs
  );
}
