import { describe, expect, it } from '@jest/globals';
import { FACT_TYPES, PASSAGE_KINDS } from '@roundtable/contracts';
import { passageKindOf, silenceOf, typesOfPassages } from './passage-types.js';

describe('the transcript', () => {
  it.each(FACT_TYPES)('has %s in it, or says why not', (type) => {
    const isTold = passageKindOf(type) !== null;
    expect([isTold, silenceOf(type) === null]).toEqual([isTold, isTold]);
    if (!isTold) expect(silenceOf(type)).toMatch(/^\p{Lu}.{15,}\.$/u);
  });

  it('consists of its kinds of passages', () => {
    const byKind = PASSAGE_KINDS.flatMap((kind) => typesOfPassages(kind));
    expect(typesOfPassages().sort()).toEqual(byKind.sort());
  });
});
