/** One value of a line of opinions: from -1 to 1, what was said with it, and which proposal it names, if any. */
export interface Ballot {
  value: number;
  remark: string;
  /** The number a proposal goes by in the words: `2`, `4b`. */
  number?: string;
  /** Set for `+1 to both`: the value counts for every proposal still open under the topic. */
  forAll?: true;
}

const VALUE = String.raw`[+\-\u2212±]\s?(?:\d(?:[.,]\d+)?|[.,]\d+|½)|0(?:[.,]\d+)?`;
const OPINION = new RegExp(String.raw`^(${VALUE})(?![\w%/]|[.:-]\d)\.?\s*(.*)$`, 's');
const LABELLED = /^proposal\s*#?(\d+[a-z]?)\s*:\s*(.*)$/is;
const BEFORE_LABEL = /[,;]\s+(?=proposal\s*#?\d+[a-z]?\s*:)/i;
const OF_PROPOSAL = String.raw`\s*(?:\(|to\s|for\s|on\s)?\s*prop\w*\s*#?`;
const BEHIND = new RegExp(String.raw`^(${VALUE})${OF_PROPOSAL}(\d+[a-z]?)\b\)?\s*(.*)$`, 'is');
const BEFORE_NEXT = new RegExp(String.raw`\s*[,;]\s*(?=(?:${VALUE})${OF_PROPOSAL}\d)`, 'i');
const LISTED = new RegExp(String.raw`^(?:${VALUE})(?:\s*[,/;]\s*(?:${VALUE}))+$`);
const EVERY_VALUE = new RegExp(VALUE, 'g');
const FOR_ALL =
  /^(?:(?:to|for|on)\s+)?(?:both|all)(?:\s+(?:of\s+(?:them|these)|(?:these\s+)?proposals?))?(?=$|[\s.,;(])/i;

/**
 * Reads a line of opinions: `+1`, `-0.5 too late`, `+1 to both`, `PROPOSAL 1: +1, PROPOSAL 2: -1`,
 * `+1 (PROPOSAL 1), 0 (PROPOSAL 2)`, or `+0.5, -1` for proposals in their order. Empty for any other words.
 */
export function readBallots(text: string): Ballot[] {
  const words = text.trim();
  const labelled = words.split(BEFORE_LABEL).flatMap(readLabelled);
  if (labelled.length > 0) return labelled;
  const behind = words.split(BEFORE_NEXT).map(readNumberBehind);
  if (behind.length > 1 && behind.every((ballot) => ballot !== undefined)) return behind;
  if (LISTED.test(words))
    return [...words.matchAll(EVERY_VALUE)].map(([value]) => ({ value: numberOf(value), remark: '' }));
  const single = readOpinion(words);
  return single ? [single] : [];
}

/** Tells whether a line answers a proposal it names first, as `PROPOSAL 7: no opinion` does. */
export function answersNumbered(text: string): boolean {
  return LABELLED.test(text.trim());
}

function readLabelled(part: string): Ballot[] {
  const match = LABELLED.exec(part.trim());
  const opinion = match ? readOpinion(match[2].trim()) : undefined;
  return match && opinion ? [{ value: opinion.value, remark: opinion.remark, number: match[1] }] : [];
}

function readNumberBehind(part: string): Ballot | undefined {
  const match = BEHIND.exec(part);
  return match ? { value: numberOf(match[1]), remark: match[3].trim(), number: match[2] } : undefined;
}

function readOpinion(words: string): Ballot | undefined {
  const match = OPINION.exec(words);
  if (!match) {
    return undefined;
  }
  const value = numberOf(match[1]);
  const isVote =
    Math.abs(value) <= 1 &&
    (/^[+\-\u2212±]/.test(match[1]) || match[2] === '' || /^[(\-–—,;:]/.test(match[2]));
  if (!isVote) {
    return undefined;
  }
  const remark = match[2].replace(/^[,;:–—-]\s*/, '').trim();
  const number = /\bproposal\s*#?(\d+[a-z]?)\b/i.exec(remark)?.[1];
  return {
    value,
    remark,
    ...(number !== undefined && { number }),
    ...(FOR_ALL.test(remark) && { forAll: true as const }),
  };
}

function numberOf(written: string): number {
  const plain = written
    .replace(/\s/g, '')
    .replace('\u2212', '-')
    .replace('±', '')
    .replace(',', '.')
    .replace('½', '.5');
  const value = Number(plain);
  return value === 0 ? 0 : value;
}
