import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@roundtable/contracts';
import { createValidationPipe } from '@roundtable/platform';
import fc from 'fast-check';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { PostMessageDto } from './dto/post-message.dto.js';
import { isPlainPost } from './hot-post.js';

const pipe = createValidationPipe();

/** What the pipe hands on as JSON, null where it refuses. */
async function throughPipe(payload: unknown): Promise<string | null> {
  try {
    const passed: unknown = await pipe.transform(payload, { type: 'body', metatype: PostMessageDto });
    return JSON.stringify(passed);
  } catch {
    return null;
  }
}

const valid = () => ({ v: 1, room: uuidv7(), clientId: uuidv7(), body: 'Words.' });

const odd = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    true,
    0,
    1,
    -1,
    1.5,
    '',
    ' ',
    'a',
    'KY',
    'ky',
    'zh-Hant-TW',
    'x'.repeat(36),
  ),
  fc.constantFrom('a\rb', 'a\nb', '\u202e', '\u0000', '\ud800', 'a\tb', '\u2028', [], {}, [null], [[]]),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 1, 'x'.repeat(LIMITS.bodyLength + 1)),
  fc.constantFrom(uuidv7(), uuidv7().toUpperCase(), uuidv4(), `${uuidv7()} `),
  fc.constantFrom(
    [uuidv7()],
    [uuidv7(), 'x'],
    Array(LIMITS.mentions).fill(uuidv4()),
    Array(51).fill(uuidv4()),
  ),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.jsonValue(),
);
const field = fc.constantFrom(
  ...['v', 'room', 'clientId', 'body', 'replyTo', 'quote', 'mentions', 'language'],
  ...['unknown', '__proto__', 'constructor', 'toString', ''],
);
const payloads = fc
  .tuple(fc.array(fc.tuple(field, odd), { maxLength: 3 }), fc.option(field))
  .map(([changes, left]) => {
    const payload: Record<string, unknown> = valid();
    for (const [name, value] of changes)
      Object.defineProperty(payload, name, { value, enumerable: true, writable: true, configurable: true });
    if (left !== null) delete payload[left];
    return payload;
  });

/** Also of what is undefined, which JSON leaves out. */
const namesOf = (payload: unknown) => Object.keys(Object(payload) as object).join(' ');

describe('the check of a message that goes past the framework', () => {
  it('accepts what the pipe accepts, unchanged, and refuses what it refuses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(payloads, fc.jsonValue()), async (payload) => {
        const passed = await throughPipe(payload);
        const isTaken = isPlainPost(payload);
        if (isTaken) expect(JSON.parse(passed ?? 'null')).toEqual(JSON.parse(JSON.stringify(payload)));
        // Line ends are the pipe's to mend, and names that every object has are dropped by it.
        else if (passed !== null)
          expect(`${JSON.stringify(payload)} ${namesOf(payload)}`).toMatch(/\\r|\b(toString|constructor)\b/);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes messages with everything that a message can have', () => {
    const full = {
      ...valid(),
      replyTo: 7,
      quote: 'Words\nof two lines',
      mentions: [uuidv7(), uuidv4()],
      language: 'ky',
    };
    expect(isPlainPost(full)).toBe(true);
    expect(isPlainPost({ ...valid(), replyTo: null, quote: null, language: null })).toBe(true);
  });

  it.each([
    ['an unknown field', { ...valid(), admin: true }],
    ['another version', { ...valid(), v: 2 }],
    ['an empty text', { ...valid(), body: ' \n ' }],
    ['a text that is too long', { ...valid(), body: 'x'.repeat(LIMITS.bodyLength + 1) }],
    ['a direction override', { ...valid(), body: 'a\u202eb' }],
    ['a client id of another kind', { ...valid(), clientId: uuidv4() }],
    ['a room in capitals', { ...valid(), room: uuidv7().toUpperCase() }],
    [
      'a list of strangers that is too long',
      { ...valid(), mentions: Array(LIMITS.mentions + 1).fill(uuidv7()) },
    ],
    ['no object', null],
    ['an instance of a class', Object.assign(new Date(), valid())],
  ])('leaves %s to the pipe', (_, payload) => {
    expect(isPlainPost(payload)).toBe(false);
  });
});
