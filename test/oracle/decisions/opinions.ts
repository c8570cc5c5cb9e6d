/** One opinion of a line: from -1 to +1, and for which proposals. */
export interface Opinion {
  value: number;
  /** The number of the proposal it names, `all` that are open, or the place in a bare list of values. */
  target: { number: string } | { place: number; of: number } | 'all' | null;
  remark: string;
}

/** The value stands first, and is not the beginning of a longer number or of a date. */
const VALUE = /^([+-]? ?(?:\d+(?:\.\d+)?|\.\d+))(?![\d./%-]|:\d|\w)/;

/**
 * Reads what somebody is printed to have said as opinions: `+1 because`, `PROPOSAL 1: +1, PROPOSAL 2: -1`,
 * `+1 (PROPOSAL 1), -1 (PROPOSAL 2)`, `+1 to both`, or a bare list of values, one for each open proposal.
 */
export function readOpinions(said: string): Opinion[] {
  const words = said.trim();
  const list = words.split(/\s*[,/;]\s*/);
  const values = list.map(readOpinion);
  if (list.length > 1 && list.every((part) => /^[+-]? ?[\d.]+$/.test(part)) && !values.includes(null))
    return values.map((value, place) => ({
      value: value ?? 0,
      target: { place, of: values.length },
      remark: '',
    }));
  const labels = [...words.matchAll(/PROPOSAL\s*#?(\d+\w?)/gi)];
  const parts = words.split(
    /[,;]\s+(?=PROPOSAL\s*#?\d)|\s*[,;]\s*(?=[+-]? ?[\d.]+ (?:\(|to |for )proposal)/i,
  );
  if (parts.length > 1 && labels.length >= parts.length) return parts.flatMap(readOne);
  return readOne(words);
}

function readOne(part: string): Opinion[] {
  const label = /^PROPOSAL\s*#?(\d+\w?)\s*:\s*/i.exec(part);
  const words = label ? part.slice(label[0].length) : part;
  const value = readOpinion(words);
  if (value === null) return [];
  const remark = words.replace(VALUE, '').trim();
  const number = label?.[1] ?? /\bproposal\s*#?(\d+\w?)/i.exec(words)?.[1];
  const isForAll = /^(?:(?:to|for) )?(?:both|all)\b/i.test(remark);
  return [{ value, remark, target: number !== undefined ? { number } : isForAll ? 'all' : null }];
}

/** From -1 to +1; null where the words are no opinion. A number without a sign is one only where it is zero. */
export function readOpinion(said: string): number | null {
  const printed = VALUE.exec(said.trim())?.[1]?.replace(' ', '');
  if (printed === undefined) return null;
  const value = Number(printed);
  if (!/^[+-]/.test(printed) && value !== 0) return null;
  return Math.max(-1, Math.min(1, value)) + 0;
}
