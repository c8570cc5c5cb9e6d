import type { ItemView, TranscriptOutline } from '@roundtable/contracts';

type Outlined = Pick<TranscriptOutline, 'hours' | 'items' | 'agenda' | 'decisions' | 'proposals'>;

/** The hour, agenda item, decision and proposal that an entry comes under: the last of each to begin before it. */
export function placeOf(outline: Outlined, seq: number | null) {
  const place = seq ?? outline.hours[0]?.seq ?? 0;
  const hour = lastBefore(outline.hours, place);
  const begun = lastBefore(
    [...outline.items].sort((a, b) => a.seq - b.seq),
    place,
  );
  const item: ItemView | null = outline.agenda.find(({ id }) => id === begun?.item) ?? null;
  return { hour, item };
}

function lastBefore<Thing extends { seq: number }>(things: readonly Thing[], seq: number): Thing | null {
  return things.findLast((thing) => thing.seq <= seq) ?? null;
}
