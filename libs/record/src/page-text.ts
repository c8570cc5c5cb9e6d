import type { SeqRange } from './page-range.js';

/*
 * An entry as text, the same as JSON.stringify makes of it: the fields in their order, times in UTC with milliseconds.
 * Putting the texts together is several times cheaper for Postgres than building JSON values, and cheaper still than
 * making objects of rows here.
 */
const ENTRY_TEXT = `'{"seq":' || seq
  || ',"at":"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  || '","type":' || to_json(type)
  || ',"actor":' || coalesce('"' || actor_id || '"', 'null')
  || ',"item":' || coalesce('"' || item_id || '"', 'null')
  || ',"segment":' || coalesce('"' || segment_id || '"', 'null')
  || ',"target":' || coalesce(target_seq::text, 'null')
  || ',"data":' || data || '}'`;

const ALL_SHOWN = `coalesce(bool_and(split_part(type, '.', 1) = ANY ($5)), true)`;
const AS_LIST = `'[' || coalesce(string_agg(${ENTRY_TEXT}, ',' ORDER BY seq), '') || ']'`;

/**
 * Reads a page as text. Parameters: room, from, to, head, names of the features whose entries are shown as they are
 * stored. A list with any other entry in it is null.
 */
export const READ_PAGE_TEXT = `SELECT
    (SELECT CASE WHEN ${ALL_SHOWN} THEN ${AS_LIST} END
      FROM record_entries WHERE room_id = $1 AND seq BETWEEN $2 AND $3) AS entries,
    (SELECT CASE WHEN ${ALL_SHOWN} THEN ${AS_LIST} END
      FROM record_entries WHERE room_id = $1 AND target_seq BETWEEN $2 AND $3 AND seq > $3 AND seq <= $4) AS later`;

/** What Postgres made of a page. */
export interface PageTextRow {
  entries: string | null;
  later: string | null;
}

/** The page as it goes over the wire. */
export function joinPage(
  log: { epoch: number; head: number },
  lists: { entries: string; later: string },
): string {
  return `{"epoch":${log.epoch},"head":${log.head},"entries":${lists.entries},"later":${lists.later}}`;
}

/** The parameters of `READ_PAGE_TEXT`. */
export function pageParameters(
  room: string,
  { from, to }: SeqRange,
  head: number,
  shown: string[],
): unknown[] {
  return [room, from, to, head, shown];
}
