import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { createValidationPipe, newId } from '@roundtable/platform';
import { EditMessageDto } from './edit-message.dto.js';
import { MakeStatementDto } from './make-statement.dto.js';
import { MarkReadDto } from './mark-read.dto.js';
import { MessageParamsDto } from './message-params.dto.js';
import { PostMessageDto } from './post-message.dto.js';
import { ReactToMessageDto } from './react-to-message.dto.js';
import { WithdrawMessageDto } from './withdraw-message.dto.js';

const ROOM = newId();
const frame = { v: 1, room: ROOM, clientId: newId() };
const valid = {
  post: { ...frame, body: 'The gauge is read daily.' },
  state: { ...frame, speaker: newId(), body: 'We agree.' },
  edit: { ...frame, target: 3, body: 'The gauge is read twice a day.' },
  withdraw: { ...frame, target: 3 },
  react: { ...frame, target: 3, reaction: '👍', on: true },
  mark: { v: 1, room: ROOM, seq: 3 },
};
const DTOS = {
  post: PostMessageDto,
  state: MakeStatementDto,
  edit: EditMessageDto,
  withdraw: WithdrawMessageDto,
  react: ReactToMessageDto,
  mark: MarkReadDto,
};
type Name = keyof typeof DTOS;

function check(name: Name, over: object = {}): Promise<unknown> {
  const metatype: new () => object = DTOS[name];
  return createValidationPipe().transform({ ...valid[name], ...over }, { type: 'body', metatype });
}

function refusal(field: string) {
  return expect.objectContaining({ code: 'invalid', data: expect.objectContaining({ field }) });
}

describe('the intents of the discussion', () => {
  it.each(Object.keys(DTOS) as Name[])('accept a plain %s', async (name) => {
    await expect(check(name)).resolves.toMatchObject(valid[name]);
  });

  const HOSTILE_TEXTS: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', { toString: 'x' }],
    ['a list', ['x']],
    ['an empty text', ''],
    ['blanks only', ' \n\t\u00a0\u2003 '],
    ['a NUL', 'a\u0000b'],
    ['an escape character', 'a\u001b[31mb'],
    ['a delete character', 'a\u007fb'],
    ['a C1 control character', 'a\u0085b'],
    ['a right-to-left override', 'invoice\u202Efdp.exe'],
    ['the first half of a character', 'a\ud83d'],
    ['the second half of a character', '\udc4da'],
    ['one character too many', 'x'.repeat(10_001)],
  ];
  describe.each(['post', 'state', 'edit'] as Name[])('%s', (name) => {
    it.each(HOSTILE_TEXTS)('refuses a body that is or holds %s', async (_, body) => {
      await expect(check(name, { body })).rejects.toEqual(refusal('body'));
    });
  });

  it.each([
    ['script', '<script>alert(1)</script>'],
    ['line feeds and tabs', 'a\n\tb'],
    ['right-to-left words', 'שלום עולם'],
    ['the longest text', 'ө'.repeat(10_000)],
    ['a family of four', '👨‍👩‍👧‍👦'],
    ['words that look like SQL', "'); DROP TABLE record_entries; --"],
  ])('keep a body of %s as it is', async (_, body) => {
    await expect(check('post', { body })).resolves.toMatchObject({ body });
  });

  it('make every line end a line feed', async () => {
    await expect(check('post', { body: 'a\r\nb\rc\n' })).resolves.toMatchObject({ body: 'a\nb\nc\n' });
  });

  it.each<[Name, string, unknown]>([
    ['post', 'v', 2],
    ['post', 'v', '1'],
    ['post', 'room', 'plenary'],
    ['post', 'room', ROOM.toUpperCase()],
    ['post', 'room', { $ne: null }],
    ['post', 'clientId', undefined],
    ['post', 'clientId', 'c0ffee00-0000-4000-8000-000000000000'],
    ['post', 'replyTo', 0],
    ['post', 'replyTo', 1.5],
    ['post', 'replyTo', '3'],
    ['post', 'replyTo', 2 ** 60],
    ['post', 'replyTo', Number.NaN],
    ['post', 'quote', ''],
    ['post', 'quote', 'a\u0000'],
    ['post', 'mentions', 'everybody'],
    ['post', 'mentions', [newId().toUpperCase()]],
    ['post', 'mentions', [null]],
    ['post', 'mentions', ['../../etc/passwd']],
    ['post', 'mentions', Array.from({ length: 51 }, newId)],
    ['post', 'language', 'Kyrgyz language'],
    ['post', 'language', 'x'.repeat(36)],
    ['post', 'language', ''],
    ['post', 'isAdmin', true],
    ['post', 'actor', newId()],
    ['state', 'speaker', undefined],
    ['state', 'speaker', null],
    ['state', 'speaker', 'Aigul'],
    ['edit', 'target', undefined],
    ['edit', 'target', -1],
    ['edit', 'target', '3'],
    ['withdraw', 'target', null],
    ['withdraw', 'reason', 'x'.repeat(501)],
    ['withdraw', 'reason', ''],
    ['react', 'reaction', '🖕'],
    ['react', 'reaction', 'constructor'],
    ['react', 'reaction', ['👍']],
    ['react', 'on', 'true'],
    ['react', 'on', undefined],
    ['mark', 'seq', 0],
    ['mark', 'seq', Infinity],
    ['mark', 'clientId', newId()],
  ])('refuse %s with %s = %j', async (name, field, value) => {
    await expect(check(name, { [field]: value })).rejects.toEqual(refusal(field));
  });

  it.each([[null], [undefined], ['text'], [7], [[]], [[valid.post]]])(
    'refuse %j in place of an intent',
    async (payload) => {
      const answer = createValidationPipe().transform(payload, { type: 'body', metatype: PostMessageDto });
      await expect(answer).rejects.toMatchObject({ code: 'invalid' });
    },
  );

  it('read the number of a message from an address, and nothing else', async () => {
    const read = (seq: string) =>
      createValidationPipe().transform({ room: ROOM, seq }, { type: 'param', metatype: MessageParamsDto });
    await expect(read('12')).resolves.toMatchObject({ seq: 12 });
    for (const seq of ['0', '-1', '1e3', '0x10', ' 7', '', '9'.repeat(16), 'abc'])
      await expect(read(seq)).rejects.toEqual(refusal('seq'));
  });
});
