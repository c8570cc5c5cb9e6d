import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@roundtable/contracts';
import { createValidationPipe, newId } from '@roundtable/platform';
import { sampleBasis } from '../exports/testing/sample-basis.js';
import { demandSound } from './communique-life.js';
import { ChangeCommuniqueDto } from './dto/communique.dto.js';
import { partsOf } from './set-parts.js';

describe('paragraphs made of a set', () => {
  it('are several of a long line, with its footnotes on the last, and their own editor takes them back', async () => {
    const sentence = 'The parties [shall || should] measure the flow every day. ';
    const text = sentence.repeat(Math.floor(LIMITS.proposalTextLength / sentence.length));
    const { lines } = sampleBasis(1, { text });
    const parts = partsOf(lines, ['line-1'], newId);
    expect(parts.map(({ line, reservations }) => [line, reservations.length])).toEqual([
      ...Array.from({ length: parts.length - 1 }, () => ['line-1', 0]),
      ['line-1', 2],
    ]);
    expect(parts.map((part) => part.text).join(' ')).toBe(text.trim());
    demandSound(parts);
    const change = {
      v: 1,
      room: newId(),
      clientId: newId(),
      version: 1,
      title: 'Communique',
      parts: parts.map((part) => ({ id: part.id, text: part.text })),
    };
    const pipe = createValidationPipe();
    await expect(
      pipe.transform(change, { type: 'body', metatype: ChangeCommuniqueDto }),
    ).resolves.toMatchObject({ parts: change.parts });
  });

  it('are the title of a line without words', () => {
    const { lines } = sampleBasis(1, { title: 'Gauges [of both sides', text: '![](a)' });
    expect(partsOf(lines, ['line-1'], newId).map(({ text }) => text)).toEqual(['Gauges \\[of both sides']);
  });
});
