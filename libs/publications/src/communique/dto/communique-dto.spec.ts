import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { createValidationPipe, newId } from '@roundtable/platform';
import { CirculateDto } from './communique.dto.js';

const check = (until: unknown) =>
  createValidationPipe().transform(
    { v: 1, room: newId(), clientId: newId(), version: 2, until },
    { type: 'body', metatype: CirculateDto },
  ) as Promise<unknown>;

describe('the time that a silence procedure runs to', () => {
  it.each(['2026-11-24T06:00:00.000Z', '2026-11-24T06:00:00Z'])('is a moment in UTC: %s', async (until) => {
    await expect(check(until)).resolves.toMatchObject({ until });
  });

  it.each<[string, unknown]>([
    ['without a zone, which each server would read as its own', '2026-11-24T06:00:00'],
    ['that is a day', '2026-11-24'],
    ['in another zone', '2026-11-24T12:00:00+06:00'],
    ['on a day that is none', '2026-02-30T06:00:00Z'],
    ['that is no text', 1_795_500_000_000],
  ])('is refused %s', async (_, until) => {
    await expect(check(until)).rejects.toMatchObject({ code: 'invalid', data: { field: 'until' } });
  });
});
