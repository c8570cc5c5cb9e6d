import type { Share } from '@roundtable/contracts';

/** A share as people write it: 50 %, 33.3 %, and 2/3 where no percentage of two places says it exactly. */
export function writeShare({ numerator, denominator }: Share): string {
  const hundredths = (numerator * 10_000) / denominator;
  return Number.isInteger(hundredths) ? `${hundredths / 100} %` : `${numerator}/${denominator}`;
}
