import { foldName } from './fold-words.js';
import type { Chain } from './published-chains.js';
import { isPrintedAs } from './published-lines.js';

/** Why a chain of the minutes is not the same in Roundtable. */
export interface Miss {
  chain: string;
  cause: string;
}

/** A chain as an export holds it: the same shape, so that it can be compared. */
export type StoredChain = Chain;

interface ExportedChains {
  participants: { id: string; name: string }[];
  proposals: {
    text: string;
    positions: { participant: string; value: number }[];
    decision: { text: string } | null;
  }[];
  decisions: { proposal: string | null; text: string }[];
}

/** The chains of an exported meeting. Positions name participants by their names. */
export function chainsOfExport({ participants, proposals, decisions }: ExportedChains): StoredChain[] {
  const names = new Map(participants.map(({ id, name }) => [id, name]));
  return [
    ...proposals.map(({ text, positions, decision }) => ({
      proposal: text,
      voters: new Map(
        positions.map(({ participant, value }) => [names.get(participant) ?? participant, value]),
      ),
      resolution: decision?.text ?? null,
    })),
    ...decisions
      .filter(({ proposal }) => proposal === null)
      .map(({ text }) => ({ proposal: null, voters: new Map<string, number>(), resolution: text })),
  ];
}

/**
 * Compares each published chain with the stored one of the same words, in order: text, who took which position, and
 * what was resolved must all be the same. What is stored and was never published is a miss as well. `names` gives the
 * printed name of a nick, since a log does not always say who its nicks are.
 */
export function compareChains(
  published: Chain[],
  stored: StoredChain[],
  names: ReadonlyMap<string, string>,
): { right: number; misses: Miss[] } {
  const personOf = (name: string) => foldName(names.get(foldName(name)) ?? name);
  const left = [...stored];
  const misses: Miss[] = [];
  let right = 0;
  for (const chain of published) {
    const index = findChain(left, chain);
    const found = left[index];
    if (index >= 0) left.splice(index, 1);
    const cause = found ? differenceOf(chain, found, personOf) : 'is not there';
    if (cause === null) right += 1;
    else misses.push({ chain: nameOf(chain), cause });
  }
  for (const chain of left) misses.push({ chain: nameOf(chain), cause: 'was never published' });
  return { right, misses };
}

/** Two chains of the same words are told apart by what was resolved, else by their order. */
function findChain(stored: StoredChain[], { proposal, resolution }: Chain): number {
  const alike = stored.filter((each) =>
    proposal === null
      ? each.proposal === null && isPrintedAs(each.resolution, resolution)
      : isPrintedAs(each.proposal, proposal),
  );
  const best = alike.find((each) => (each.resolution === null) === (resolution === null)) ?? alike[0];
  return best ? stored.indexOf(best) : -1;
}

function differenceOf(
  published: Chain,
  stored: StoredChain,
  personOf: (name: string) => string,
): string | null {
  if (published.resolution === null && stored.resolution !== null)
    return `was resolved as "${stored.resolution}", says the import`;
  if (published.resolution !== null && !isPrintedAs(stored.resolution, published.resolution))
    return `was resolved as "${published.resolution}", the import says "${stored.resolution}"`;
  const values = new Map([...stored.voters].map(([name, value]) => [personOf(name), value]));
  const printed = new Map([...published.voters].map(([name, value]) => [personOf(name), { name, value }]));
  for (const [person, { name, value }] of printed) {
    const held = values.get(person);
    if (held === undefined) return `${name} (${value}) took no position, says the import`;
    if (held !== value) return `${name} took ${value}, the import says ${held}`;
  }
  const extra = [...stored.voters].find(([name]) => !printed.has(personOf(name)));
  return extra ? `${extra[0]} (${extra[1]}) is not among the published voters` : null;
}

function nameOf({ proposal, resolution }: Chain): string {
  return proposal ?? `(not proposed) ${resolution ?? ''}`;
}
