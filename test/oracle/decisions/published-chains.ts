import { foldName } from './fold-words.js';
import { readOpinions, type Opinion } from './opinions.js';
import { isPrintedAs, isSame, readLabel, type PageLine } from './published-lines.js';

/** What became of a proposal: the text as adopted, or null where the minutes print no resolution for it. */
export interface Chain {
  /** Null for a resolution that nobody had proposed. */
  proposal: string | null;
  /** By the name printed: the last value each gave. */
  voters: Map<string, number>;
  resolution: string | null;
}

/** `Rita's votes:` opens lines that pass on another's opinions. */
const PASSES_ON = /^(\S.{0,60})'s votes?\s*:?$/i;
const NUMBERED = /^PROPOSAL\s*#?\d+\w?\s*:/i;

/**
 * Follows published minutes line by line: opinions count for the proposal whose number they name, else for the one
 * printed before them under the same topic; a resolution answers the latest proposal with its words, else the one just
 * before it, else nobody's. `+1 Rita` agrees with one of `people` and counts for no proposal.
 */
export function readChains(lines: readonly PageLine[], people: ReadonlySet<string>): Chain[] {
  const reader = new ChainReader(people);
  for (const line of lines) reader.take(line);
  return reader.chains;
}

class ChainReader {
  readonly chains: Chain[] = [];
  private open: Chain | null = null;
  private underTopic: { chain: Chain; number: string | undefined }[] = [];
  private passing: { by: string; voter: string } | null = null;

  constructor(private readonly people: ReadonlySet<string>) {}

  take(line: PageLine): void {
    if (line.kind === 'topic') {
      this.open = null;
      this.underTopic = [];
    } else if (line.kind === 'proposal') this.propose(line.words, line.number);
    else if (line.kind === 'resolution') this.resolve(line.words);
    else this.hear(line.name, line.words);
  }

  private propose(words: string, number: string | undefined): void {
    this.open = { proposal: words, voters: new Map(), resolution: null };
    this.chains.push(this.open);
    this.underTopic.push({ chain: this.open, number });
  }

  private resolve(resolution: string): void {
    const chain =
      this.chains.findLast(({ proposal, resolution: held }) => !held && isPrintedAs(resolution, proposal)) ??
      this.chains.findLast(({ proposal, resolution: held }) => !held && isSame(proposal, resolution)) ??
      this.open;
    if (chain && chain.resolution === null) chain.resolution = resolution;
    else this.chains.push({ proposal: null, voters: new Map(), resolution });
    this.open = null;
  }

  private hear(name: string, words: string): void {
    const passesOn = PASSES_ON.exec(words)?.[1];
    if (passesOn !== undefined) this.passing = { by: name, voter: passesOn };
    else if (this.passing?.by === name && !NUMBERED.test(words)) this.passing = null;
    const isPassedOn = this.passing?.by === name;
    const opinions = readOpinions(words);
    const label = readLabel(words);
    if (label && opinions.length === 0 && !isPassedOn) this.propose(label.rest, label.number);
    const voter = this.passing && isPassedOn ? this.passing.voter : name;
    for (const opinion of opinions) this.opine(voter, opinion);
  }

  private opine(name: string, { value, target, remark }: Opinion): void {
    if (target === null && this.agreesWithSomebody(remark)) return;
    for (const chain of this.chainsOf(target)) {
      chain.voters.delete(name);
      chain.voters.set(name, value);
    }
  }

  private chainsOf(target: Opinion['target']): Chain[] {
    const undecided = this.underTopic.map(({ chain }) => chain).filter(({ resolution }) => !resolution);
    const open = this.open ? [this.open] : [];
    if (target === null) return open;
    if (target === 'all') return undecided.length > 1 ? undecided : open;
    if ('place' in target) {
      if (undecided.length === target.of) return undecided.slice(target.place, target.place + 1);
      return target.place === 0 ? open : [];
    }
    const hasNumbers = this.underTopic.some(({ number }) => number !== undefined);
    const named = hasNumbers
      ? this.underTopic.findLast(({ number }) => number === target.number)
      : this.underTopic[Number.parseInt(target.number, 10) - 1];
    return named ? [named.chain] : open;
  }

  private agreesWithSomebody(remark: string): boolean {
    const [, first] = /^(?:to |with )?@?([^\s,;:.!()]+)(?:[,;:.!]|$| [-–—])/.exec(remark) ?? [];
    return first !== undefined && this.people.has(foldName(first));
  }
}
