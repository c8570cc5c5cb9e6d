import { REACTIONS, type Audience, type Entry, type PassageView } from '@roundtable/contracts';
import type { RecordFeatures } from '@roundtable/record';
import { passageKindOf } from './passage-types.js';
import type { PassageRow } from './transcript-rows.js';

/**
 * Turns rows into passages. Whether this audience may see a passage at all is asked of the feature that owns the fact,
 * on the same road as live delivery; what it withholds is not in the transcript.
 */
export function presentPassages(
  rows: PassageRow[],
  features: RecordFeatures,
  audience: Audience,
): PassageView[] {
  return rows.flatMap((row) => {
    const entry = features.of(row.type).present(toEntry(row), audience);
    return entry ? [presentPassage(row, entry)] : [];
  });
}

function presentPassage(row: PassageRow, entry: Entry): PassageView {
  const kind = passageKindOf(entry.type) ?? 'event';
  const isWords = kind !== 'event';
  const withdrawn = row.withdrawn_at && {
    at: row.withdrawn_at.toISOString(),
    reason: row.withdrawn_reason,
  };
  return {
    seq: entry.seq,
    at: entry.at,
    kind,
    type: entry.type,
    speaker: row.speaker_id,
    recordedBy: isWords ? row.recorder_id : whoElse(row.actor_id, row.speaker_id),
    item: entry.item,
    body: withdrawn ? null : row.body,
    version: row.version ?? 1,
    withdrawn,
    replyTo: row.reply_to,
    quote: withdrawn ? null : row.quote,
    reactions: [...(row.reactions ?? [])].sort(
      (a, b) => REACTIONS.indexOf(a.reaction) - REACTIONS.indexOf(b.reaction),
    ),
    proposals: row.proposals ?? [],
    data: isWords ? null : entry.data,
  };
}

function whoElse(actor: string | null, speaker: string | null): string | null {
  return actor === speaker ? null : actor;
}

function toEntry(row: PassageRow): Entry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor_id,
    item: row.item_id,
    segment: row.segment_id,
    target: row.target_seq,
    type: row.type,
    data: row.data,
  } as Entry;
}
