import { PASSAGE_KINDS, type PassageKind } from '@roundtable/contracts';

/** What narrows the transcript. Times are ISO 8601 instants. */
export interface PassageFilter {
  speaker: string | null;
  delegation: string | null;
  kind: PassageKind | null;
  from: string | null;
  to: string | null;
}

/** What the address of a transcript says: a place, words looked for, and filters. */
export interface Reading {
  at: number | null;
  words: string;
  filter: PassageFilter;
}

export const noFilter: PassageFilter = { speaker: null, delegation: null, kind: null, from: null, to: null };

const idForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const longestQuery = 500;

/** Reads an address. What is wrong in it is left out: a half copied link still opens the transcript. */
export function readReading(params: URLSearchParams): Reading {
  const at = Number(params.get('at'));
  const [from, to] = [instantIn(params.get('from')), instantIn(params.get('to'))];
  const isReversed = from !== null && to !== null && to < from;
  return {
    at: Number.isSafeInteger(at) && at > 0 ? at : null,
    words: (params.get('q') ?? '').trim().slice(0, longestQuery),
    filter: {
      speaker: idIn(params.get('speaker')),
      delegation: idIn(params.get('delegation')),
      kind: PASSAGE_KINDS.find((kind) => kind === params.get('kind')) ?? null,
      from: isReversed ? null : from,
      to: isReversed ? null : to,
    },
  };
}

/** Writes a reading as the query of an address, without what is empty. */
export function writeReading({ at, words, filter }: Reading): URLSearchParams {
  const params = new URLSearchParams();
  if (words) params.set('q', words);
  for (const [name, value] of Object.entries(filter) as [string, string | null][])
    if (value !== null) params.set(name, value);
  if (at !== null) params.set('at', String(at));
  return params;
}

export function countFilters(filter: PassageFilter): number {
  return Object.values(filter).filter((value) => value !== null).length;
}

function idIn(text: string | null): string | null {
  return text !== null && idForm.test(text) ? text.toLowerCase() : null;
}

function instantIn(text: string | null): string | null {
  const instant = text === null ? NaN : Date.parse(text);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}
