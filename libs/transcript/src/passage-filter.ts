import type { PassageFilterDto } from './dto/transcript-query.dto.js';
import { typesOfPassages } from './passage-types.js';
import { PeriodReversed } from './transcript.errors.js';
import type { PassageFilter } from './transcript-rows.js';

/** Reads the filters of a request. @throws PeriodReversed where `to` is before `from`. */
export function readFilter(query: PassageFilterDto): PassageFilter {
  const from = query.from === undefined ? undefined : new Date(query.from);
  const to = query.to === undefined ? undefined : new Date(query.to);
  if (from && to && to < from) throw new PeriodReversed();
  return {
    types: typesOfPassages(query.kind),
    speaker: query.speaker,
    delegation: query.delegation,
    from,
    to,
  };
}
