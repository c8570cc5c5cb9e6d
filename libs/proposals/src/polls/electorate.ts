import { holderOf, type CreatePoll, type ElectorView } from '@roundtable/contracts';
import {
  ElectorateEmpty,
  ElectorUnknown,
  OutsideElectorate,
  ProxyCircle,
  ProxyTwice,
  WeightWrong,
} from './polls.errors.js';
import { readVotes, writeVotes } from './votes.js';

/** Who could have a vote: a person, or a delegation with the people who may cast it. */
export interface Candidate {
  id: string;
  /** Participants who may cast this vote. */
  people: readonly string[];
  /** Whether they are in the electorate where nobody says who is. */
  isVoter: boolean;
}

type Wishes = Pick<CreatePoll, 'electors' | 'weights' | 'proxies'>;

/**
 * Makes the electorate as wished: everybody who could vote, or those named, each with a weight and perhaps a proxy.
 * @throws ElectorUnknown, OutsideElectorate, WeightWrong, ProxyTwice, ProxyCircle or ElectorateEmpty
 */
export function makeElectorate(candidates: readonly Candidate[], wishes: Wishes): ElectorView[] {
  const known = new Set(candidates.map(({ id }) => id));
  const voters = candidates.filter(({ isVoter }) => isVoter).map(({ id }) => id);
  const named = wishes.electors ?? voters;
  for (const id of named) if (!known.has(id)) throw new ElectorUnknown(id, 'electors');
  const ids = [...new Set(named)].sort();
  const entitled = new Set(ids);
  const weights = readWeights(wishes.weights ?? [], entitled);
  const proxies = readProxies(wishes.proxies ?? [], entitled);
  if (ids.length === 0) throw new ElectorateEmpty();
  return ids.map((id) => ({ id, weight: weights.get(id) ?? '1', proxy: proxies.get(id) ?? null }));
}

/**
 * Fixes an electorate at the start: whoever left the meeting since it was made is no longer in it, and neither are
 * their proxies. @throws ElectorateEmpty
 */
export function fixElectorate(
  electors: readonly ElectorView[],
  candidates: readonly Candidate[],
): ElectorView[] {
  const known = new Set(candidates.map(({ id }) => id));
  const here = electors.filter(({ id }) => known.has(id));
  if (here.length === 0) throw new ElectorateEmpty();
  return here.map((elector) => ({
    ...elector,
    proxy: elector.proxy !== null && known.has(elector.proxy) ? elector.proxy : null,
  }));
}

/**
 * The votes a person may cast: their own, their delegation's, and those they hold as proxies. One's own vote can
 * always be cast by oneself, whoever holds it.
 */
export function votesOfPerson(
  electors: readonly ElectorView[],
  candidates: readonly Candidate[],
  participant: string,
): string[] {
  const own = new Set(candidates.filter(({ people }) => people.includes(participant)).map(({ id }) => id));
  return electors.map(({ id }) => id).filter((id) => own.has(id) || own.has(holderOf(electors, id)));
}

/** Whether somebody casts a vote as their own or their delegation's, and not as a proxy. */
export function isOwnVote(candidates: readonly Candidate[], elector: string, participant: string): boolean {
  return candidates.some(({ id, people }) => id === elector && people.includes(participant));
}

/** Electors who are there: themselves, or whoever holds their vote. */
export function presentElectors(
  electors: readonly ElectorView[],
  candidates: readonly Candidate[],
  here: ReadonlySet<string>,
): Set<string> {
  const there = new Set(
    candidates
      .filter(({ id, people }) => here.has(id) || people.some((one) => here.has(one)))
      .map(({ id }) => id),
  );
  const present = electors.filter(({ id }) => there.has(id) || there.has(holderOf(electors, id)));
  return new Set(present.map(({ id }) => id));
}

function readWeights(
  wished: readonly { elector: string; weight: string }[],
  entitled: ReadonlySet<string>,
): Map<string, string> {
  const weights = new Map<string, string>();
  for (const { elector, weight } of wished) {
    if (!entitled.has(elector)) throw new OutsideElectorate(elector, 'weights');
    const votes = readVotes(weight);
    if (votes === null) throw new WeightWrong(elector, weight);
    weights.set(elector, writeVotes(votes));
  }
  return weights;
}

function readProxies(
  wished: readonly { from: string; to: string }[],
  entitled: ReadonlySet<string>,
): Map<string, string> {
  const proxies = new Map<string, string>();
  for (const { from, to } of wished) {
    for (const id of [from, to]) if (!entitled.has(id)) throw new OutsideElectorate(id, 'proxies');
    if (proxies.has(from)) throw new ProxyTwice(from);
    proxies.set(from, to);
  }
  for (const start of proxies.keys()) demandEnd(proxies, start);
  return proxies;
}

/** @throws ProxyCircle where a vote passed on comes back. */
function demandEnd(proxies: ReadonlyMap<string, string>, start: string): void {
  const way = [start];
  for (let next = proxies.get(start); next !== undefined; next = proxies.get(next)) {
    const met = way.indexOf(next);
    if (met >= 0) throw new ProxyCircle(way.slice(met));
    way.push(next);
  }
}
