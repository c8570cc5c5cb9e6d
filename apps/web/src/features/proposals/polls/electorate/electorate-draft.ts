import type { CreatePoll, PollUnit, PollView } from '@roundtable/contracts';

/** Somebody who could have a vote: a person or a delegation. */
export interface Voter {
  id: string;
  name: string;
  /** Whether they vote where nobody is chosen. */
  isEntitled: boolean;
}

export interface WeightDraft {
  /** Null while nobody is named. */
  elector: string | null;
  weight: string;
}

export interface ProxyDraft {
  /** Whose vote it is; null while nobody is named. */
  from: string | null;
  /** Who casts it. */
  to: string | null;
}

/** Who votes in a poll, with what weight and for whom, as it is being filled in. */
export interface ElectorateDraft {
  /** Those who vote; null for everybody entitled. */
  chosen: string[] | null;
  weights: WeightDraft[];
  proxies: ProxyDraft[];
}

export type WeightFault = 'required' | 'badWeight' | 'weightTwice' | 'outside';
export type ProxyFault = 'required' | 'proxyTwice' | 'proxyCircle' | 'outside';

/** What is wrong, by the place in its list; a part that is right is left out. */
export interface ElectorateFaults {
  chosen?: 'nobodyVotes';
  weights?: Record<number, WeightFault>;
  proxies?: Record<number, ProxyFault>;
}

/** Everybody entitled, with one vote each that they cast themselves. */
export const EVERYBODY: ElectorateDraft = { chosen: null, weights: [], proxies: [] };

/** Ids of those who would vote. */
export function electorsOf({ chosen }: ElectorateDraft, voters: readonly Voter[]): string[] {
  return chosen ?? voters.filter(({ isEntitled }) => isEntitled).map(({ id }) => id);
}

/** Reads a weight as the server writes it, point or comma; null where it is no positive number of at most six places. */
export function readWeight(typed: string): string | null {
  const [, whole, places] = /^(\d{1,9})(?:[.,](\d{1,6}))?$/.exec(typed.trim()) ?? [];
  if (whole === undefined) return null;
  const weight = places === undefined ? whole : `${whole}.${places}`;
  return Number(weight) > 0 ? weight : null;
}

/** Says what is wrong before anything is sent. A secret poll has no weights, so none are looked at. */
export function findElectorateFaults(
  draft: ElectorateDraft,
  voters: readonly Voter[],
  { isSecret }: { isSecret: boolean },
): ElectorateFaults {
  const electors = new Set(electorsOf(draft, voters));
  const weights = isSecret ? {} : faultsByPlace(draft.weights, (row) => weightFault(row, draft, electors));
  const proxies = faultsByPlace(draft.proxies, (row) => proxyFault(row, draft, electors));
  return {
    ...(electors.size === 0 && { chosen: 'nobodyVotes' as const }),
    ...(Object.keys(weights).length > 0 && { weights }),
    ...(Object.keys(proxies).length > 0 && { proxies }),
  };
}

/** What of an intent a draft without faults becomes; nothing where everybody has one vote of their own. */
export function toWishes(
  { chosen, weights, proxies }: ElectorateDraft,
  { isSecret }: { isSecret: boolean },
): Pick<CreatePoll, 'electors' | 'weights' | 'proxies'> {
  const weighed = isSecret
    ? []
    : weights.flatMap(({ elector, weight }) => wishOf(elector, readWeight(weight)));
  const held = proxies.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []));
  return {
    ...(chosen && { electors: chosen }),
    ...(weighed.length > 0 && { weights: weighed }),
    ...(held.length > 0 && { proxies: held }),
  };
}

/**
 * What goes on from poll to poll of a meeting: each voter's proxy and weight as in the last poll they had a vote in. A
 * secret poll says nothing of weights. Only of those entitled, since these are who vote while nobody is chosen.
 */
export function keptElectorate(
  polls: readonly PollView[],
  unit: PollUnit,
  voters: readonly Voter[],
): ElectorateDraft {
  const before = polls.filter(({ rules }) => rules.unit === unit).sort((a, b) => b.number - a.number);
  const named = before.filter(({ rules }) => !rules.isSecret);
  const ids = electorsOf(EVERYBODY, voters);
  return {
    chosen: null,
    weights: ids.flatMap((id) => {
      const weight = lastElector(named, id)?.weight ?? '1';
      return weight === '1' ? [] : [{ elector: id, weight }];
    }),
    proxies: ids.flatMap((from) => {
      const to = lastElector(before, from)?.proxy ?? null;
      return to !== null && ids.includes(to) ? [{ from, to }] : [];
    }),
  };
}

function lastElector(newestFirst: readonly PollView[], id: string) {
  for (const { electors } of newestFirst) {
    const found = electors.find((elector) => elector.id === id);
    if (found) return found;
  }
  return null;
}

function wishOf(elector: string | null, weight: string | null) {
  return elector !== null && weight !== null ? [{ elector, weight }] : [];
}

function faultsByPlace<Row, Fault>(
  rows: readonly Row[],
  faultOf: (row: Row) => Fault | null,
): Record<number, Fault> {
  const faults: Record<number, Fault> = {};
  rows.forEach((row, place) => {
    const fault = faultOf(row);
    if (fault !== null) faults[place] = fault;
  });
  return faults;
}

function weightFault(
  row: WeightDraft,
  { weights }: ElectorateDraft,
  electors: ReadonlySet<string>,
): WeightFault | null {
  if (row.elector === null) return 'required';
  if (!electors.has(row.elector)) return 'outside';
  if (weights.find(({ elector }) => elector === row.elector) !== row) return 'weightTwice';
  return readWeight(row.weight) === null ? 'badWeight' : null;
}

function proxyFault(
  row: ProxyDraft,
  { proxies }: ElectorateDraft,
  electors: ReadonlySet<string>,
): ProxyFault | null {
  if (row.from === null || row.to === null) return 'required';
  if (!electors.has(row.from) || !electors.has(row.to)) return 'outside';
  if (proxies.find(({ from }) => from === row.from) !== row) return 'proxyTwice';
  return isInCircle(proxies, row.from) ? 'proxyCircle' : null;
}

/** Whether a vote that is passed on comes back to whom it belongs to. */
function isInCircle(proxies: readonly ProxyDraft[], start: string): boolean {
  const holderOf = new Map(proxies.map(({ from, to }) => [from, to]));
  let holder: string | null | undefined = start;
  for (let step = 0; step < proxies.length; step++) {
    holder = holderOf.get(holder ?? '');
    if (holder === start) return true;
  }
  return false;
}
