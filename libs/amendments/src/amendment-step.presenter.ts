import type { AmendmentStep, AmendmentView, Entry, FactType } from '@roundtable/contracts';

const PREFIX = 'amendments.';

/** Tells one step of an amendment's life from its entry; none where the entry does not concern it. */
export function presentStep(entry: Entry, amendment: string): AmendmentStep[] {
  const after = amendmentIn(entry, amendment);
  if (!after) return [];
  const { seq, at, actor } = entry;
  const { state, version, paragraph } = after;
  const kind = (entry.type as FactType).slice(PREFIX.length) as AmendmentStep['kind'];
  return [{ seq, at, actor, kind, state, version, paragraph, reason: reasonOf(entry, after) }];
}

function amendmentIn({ data }: Entry, id: string): AmendmentView | null {
  if ('amendments' in data) return data.amendments.find((each) => each.id === id) ?? null;
  return 'amendment' in data && data.amendment.id === id ? data.amendment : null;
}

/** Why it was done, where that was said. */
function reasonOf(entry: Entry, after: AmendmentView): string | null {
  switch (entry.type) {
    case 'amendments.tabled':
      return after.reason;
    case 'amendments.recommended':
      return after.recommendation?.reason ?? null;
    case 'amendments.accepted':
    case 'amendments.rejected':
      return after.decision?.reason ?? null;
    case 'amendments.withdrawn':
      return entry.data.reason ?? null;
    default:
      return null;
  }
}
