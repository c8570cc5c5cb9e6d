import type { PassageFilterDto } from './dto/transcript-query.dto.js';
import { typesOfPassages } from './passage-types.js';
import { NoMoment, PeriodReversed } from './transcript.errors.js';
import type { PassageFilter } from './transcript-rows.js';

/**
 * Reads the filters of a request.
 * @throws NoMoment for a week or another period in place of a moment, PeriodReversed where `to` is before `from`.
 */
export function readFilter(query: PassageFilterDto): PassageFilter {
  const from = readMoment(query, 'from');
  const to = readMoment(query, 'to');
  if (from && to && to < from) throw new PeriodReversed();
  return {
    types: typesOfPassages(query.kind),
    speaker: query.speaker,
    delegation: query.delegation,
    from,
    to,
  };
}

function readMoment(query: PassageFilterDto, field: 'from' | 'to'): Date | undefined {
  const text = query[field];
  if (text === undefined) return undefined;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new NoMoment(field);
  return moment;
}
