import { Type } from 'class-transformer';
import { IsInt, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';
import { IsLine, IsProse } from './text.validators.js';
import { createValidationPipe } from './validation.pipe.js';

class Source {
  @IsInt()
  seq: number;
}

class Letter {
  @IsInt()
  v: number;

  @IsLine({ max: 20 })
  title: string;

  @IsOptional()
  @IsProse({ max: 100 })
  body?: string;

  @IsOptional()
  @MaxLength(5)
  short?: string;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Source)
  sources?: Source[];
}

const pipe = createValidationPipe();

async function refusal(value: unknown): Promise<DomainError> {
  const result: unknown = await pipe
    .transform(value, { type: 'body', metatype: Letter })
    .catch((error: unknown) => error);
  if (result instanceof DomainError) return result;
  throw new Error(`accepted: ${JSON.stringify(result)}`);
}

describe('the validation of everything that comes in', () => {
  it('makes an instance of the DTO', async () => {
    const letter: unknown = await pipe.transform({ v: 1, title: 'Вода' }, { type: 'body', metatype: Letter });
    expect(letter).toBeInstanceOf(Letter);
    expect(letter).toEqual({ v: 1, title: 'Вода' });
  });

  it('names the field and the reason', async () => {
    const error = await refusal({ v: '1', title: 'Вода' });
    expect(error.code).toBe('invalid');
    expect(error.message).toBe('v must be an integer number.');
    expect(error.data).toMatchObject({ field: 'v', faults: [{ field: 'v' }] });
  });

  it('refuses unknown fields by name, also below', async () => {
    expect((await refusal({ v: 1, title: 'x', admin: true })).message).toBe(
      'The field admin is unknown here: leave it out.',
    );
    const nested = await refusal({ v: 1, title: 'x', sources: [{ seq: 1 }, { seq: 2, role: 'chair' }] });
    expect(nested.data).toMatchObject({ field: 'sources.1.role' });
  });

  it('says the whole path of a nested field', async () => {
    expect((await refusal({ v: 1, title: 'x', sources: [{ seq: 'a' }] })).message).toBe(
      'sources.0.seq must be an integer number.',
    );
  });

  it('reports at most twenty faults', async () => {
    const junk = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`, n]));
    expect(((await refusal({ v: 1, title: 'x', ...junk })).data?.['faults'] as unknown[]).length).toBe(20);
  });

  it('cleans and cuts the names that it says back', async () => {
    const error = await refusal({ v: 1, title: 'x', [`<script>\u202e${'a'.repeat(300)}`]: 1 });
    expect(error.message).toMatch(/^The field \?script\?\?a{70,} is unknown/);
    expect(error.message.length).toBeLessThan(130);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [42],
    [true],
    [[]],
    [[1, 2]],
    [{ __proto__: { v: 1, title: 'x' } }],
  ])('refuses %j, which is no letter', async (value) => {
    expect((await refusal(value)).code).toBe('invalid');
  });

  it('does not let a payload change what all objects inherit', async () => {
    const payload: unknown = JSON.parse(
      '{"v":1,"title":"x","__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}}}',
    );
    const letter: unknown = await pipe.transform(payload, { type: 'body', metatype: Letter });
    expect(letter).toEqual({ v: 1, title: 'x' });
    expect((letter as Record<string, unknown>)['hacked']).toBeUndefined();
    expect(({} as Record<string, unknown>)['hacked']).toBeUndefined();
  });

  it.each([
    ['', 'title must not be empty.'],
    ['  \u00a0 ', 'title must not be empty.'],
    ['two\nlines', 'title must be one line, without line breaks or tabs.'],
    ['a\u0000b', 'title holds control characters: remove them.'],
    ['evil\u202Egnp.exe', 'title holds control characters: remove them.'],
    ['half \ud83d', 'title holds half of a character: send well-formed Unicode.'],
    ['x'.repeat(21), 'title must have at most 20 characters.'],
    [{ toString: 'x' }, 'title must be text.'],
  ])('refuses the title %j', async (title, sentence) => {
    expect((await refusal({ v: 1, title })).message).toBe(sentence);
  });

  it('takes prose with line breaks, but no control characters', async () => {
    const good = { v: 1, title: 'x', body: 'Өңүү\n\n\t- бир\r\n' };
    await expect(pipe.transform(good, { type: 'body', metatype: Letter })).resolves.toEqual(good);
    expect((await refusal({ v: 1, title: 'x', body: 'bell\u0007' })).message).toContain('control characters');
  });
});
