import type { W3cImportPreview } from '@roundtable/contracts';
import type { ReadW3cFile } from './w3c-file.js';
import type { ParsedLog } from './w3c/parsed-log.js';

type Summary = W3cImportPreview['files'][number];

/** Says what a log holds before anything is stored; `importedAs` is the meeting the same contents became before. */
export function summariseW3cFile({ name, log, problem }: ReadW3cFile, importedAs: string | null): Summary {
  if (!log) return { ...EMPTY, file: name, importedAs, problem };
  const kinds = (kind: string) => log.events.filter((event) => event.kind === kind).length;
  return {
    file: name,
    title: log.meeting.title,
    date: log.meeting.date,
    lines: log.lines,
    understood: log.lines - log.notUnderstood.length,
    notUnderstood: log.notUnderstood,
    speakers: summariseSpeakers(log),
    topics: log.events.flatMap((event) =>
      event.kind === 'topic' || event.kind === 'subtopic' ? [event.title] : [],
    ),
    proposals: kinds('proposal'),
    decisions: kinds('decision'),
    importedAs,
    problem: null,
  };
}

const EMPTY: Omit<Summary, 'file' | 'importedAs' | 'problem'> = {
  title: '',
  date: null,
  lines: 0,
  understood: 0,
  notUnderstood: [],
  speakers: [],
  topics: [],
  proposals: 0,
  decisions: 0,
};

function summariseSpeakers({ people, events }: ParsedLog): Summary['speakers'] {
  const statements = new Map<string, number>();
  for (const event of events) {
    const speaker = event.kind === 'statement' ? event.speaker : event.kind === 'message' ? event.by : null;
    if (speaker !== null) statements.set(speaker, (statements.get(speaker) ?? 0) + 1);
  }
  return people.map(({ key, nicks, displayName }) => ({
    key,
    nicks,
    name: displayName,
    statements: statements.get(key) ?? 0,
  }));
}
