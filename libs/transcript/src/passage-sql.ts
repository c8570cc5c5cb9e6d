import type { PassageFilter, Reader } from './transcript-rows.js';

/**
 * The common table expression every reading starts from: the passages of the plenary of a meeting that this participant
 * belongs to now, narrowed by the filter. The right to read is part of the statement, so no page can outlive it.
 */
export const PASSAGES = `
  passages AS (
    SELECT e.room_id, e.seq, e.at, e.type, e.actor_id, e.item_id, e.segment_id, e.target_seq, e.data,
           who.speaker_id, m.kind, m.recorder_id, m.body, m.version, m.withdrawn_at, m.withdrawn_reason,
           m.reply_to, m.quote, m.text_seq
    FROM meetings_rooms r
    JOIN meetings_participants reader ON reader.meeting_id = r.meeting_id
    JOIN record_entries e ON e.room_id = r.id
    LEFT JOIN discussion_messages m ON m.room_id = e.room_id AND m.seq = e.seq
    CROSS JOIN LATERAL (
      SELECT CASE
        WHEN m.seq IS NOT NULL THEN m.speaker_id
        WHEN e.type = 'proposals.positioned' THEN (e.data -> 'position' ->> 'participant')::uuid
        WHEN e.type = 'meetings.participant_removed' THEN (e.data -> 'participant' ->> 'id')::uuid
        WHEN e.type LIKE 'floor.%' THEN (e.data -> 'request' ->> 'participant')::uuid
        ELSE e.actor_id
      END AS speaker_id
    ) who
    WHERE r.meeting_id = $1 AND r.kind = 'plenary' AND reader.id = $2 AND reader.removed_at IS NULL
      AND e.type = ANY ($3)
      AND ($4::uuid IS NULL OR who.speaker_id = $4)
      AND ($5::uuid IS NULL OR who.speaker_id IN (
        SELECT p.id FROM meetings_participants p WHERE p.meeting_id = r.meeting_id AND p.delegation_id = $5))
      AND ($6::timestamptz IS NULL OR e.at >= $6)
      AND ($7::timestamptz IS NULL OR e.at <= $7)
  )`;

/** The first seven parameters, those of `PASSAGES`. */
export function passageParameters(reader: Reader, filter: PassageFilter): unknown[] {
  return [
    reader.meeting,
    reader.participant,
    filter.types,
    filter.speaker ?? null,
    filter.delegation ?? null,
    filter.from ?? null,
    filter.to ?? null,
  ];
}

/** Columns of a `PassageRow`, from `page` (chosen passages). Reactions and proposals are gathered for these rows only. */
export const PASSAGE_COLUMNS = `
  page.seq, page.at, page.type, page.actor_id, page.item_id, page.segment_id, page.target_seq, page.data,
  page.speaker_id, page.recorder_id, page.body, page.version, page.withdrawn_at, page.withdrawn_reason,
  page.reply_to, page.quote,
  (SELECT json_agg(json_build_object('reaction', given.reaction, 'participants', given.participants) ORDER BY given.first)
   FROM (SELECT reaction, json_agg(participant_id ORDER BY participant_id) AS participants, min(participant_id::text) AS first
         FROM discussion_reactions WHERE room_id = page.room_id AND seq = page.seq GROUP BY reaction) given) AS reactions,
  (SELECT json_agg(DISTINCT p.number ORDER BY p.number)
   FROM proposals_sources s JOIN proposals_proposals p ON p.room_id = s.room_id AND p.id = s.proposal_id
   WHERE s.source_room_id = page.room_id AND s.seq = page.seq) AS proposals`;
