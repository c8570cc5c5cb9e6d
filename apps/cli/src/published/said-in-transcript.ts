import { isWithheld, type Entry, type MeetingExport } from '@roundtable/contracts';
import type { SaidLine, SaidRecord } from './compare.js';

type WordsEntry = Entry<'discussion.posted' | 'discussion.stated'>;

/** Reads a meeting's transcript back as lines with speakers, so that what was stored is compared and not what was parsed. */
export function saidInTranscript({ participants, entries }: MeetingExport): SaidRecord {
  const people = participants.map(({ id, name }) => ({ key: id, nicks: [], displayName: name }));
  const lines = new Map<number, SaidLine>();
  for (const each of entries as unknown as Entry[]) {
    if (isWithheld(each)) continue;
    if (each.type === 'discussion.posted' || each.type === 'discussion.stated')
      lines.set(each.seq, lineOf(each));
    if (each.type === 'discussion.edited' && each.target !== null) {
      const line = lines.get(each.target);
      if (line)
        lines.set(each.target, { ...line, original: line.original ?? line.text, text: each.data.body });
    }
  }
  return { people, events: [...lines.values()] };
}

function lineOf(entry: WordsEntry): SaidLine {
  const { body } = entry.data;
  if (entry.type === 'discussion.stated') {
    return {
      kind: 'statement',
      text: body,
      raw: body,
      by: null,
      ...(entry.data.speaker !== null && { speaker: entry.data.speaker }),
    };
  }
  return { kind: 'message', text: body, raw: body, by: entry.actor };
}
