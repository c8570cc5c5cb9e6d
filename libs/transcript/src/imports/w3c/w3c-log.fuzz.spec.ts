import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseW3cLog } from './parse-w3c-log.js';

const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

const NICKS = [
  'aizada',
  'bakyt_',
  'Dilnoza_Karimova',
  'guest1',
  '  ',
  'x<y',
  'toString',
  '__proto__',
  'Ж',
  'Transcriber',
];
const WORDS = [
  'scribe+',
  'scribe: bakyt',
  'Scribe: *',
  'aizada: the pumps',
  '... more',
  '… more',
  'Topic: Pumps',
  'PROPOSAL: keep',
  'RESOLVED: keep',
  '+1',
  '-0.5 because',
  'PROPOSAL 1: +1, PROPOSAL 2: -1',
  's/pumps/locks/',
  's/a/aa/g',
  's/a/aaa/G',
  'i/pumps/Topic: Pumps/',
  's///',
  'i//x/',
  'q+ to ask',
  'ack next',
  'q-',
  'present+ Aizada_T',
  'regrets:',
  'chair:',
  '/me nods',
  'x is Xenia Yusupova',
  'ACTION: bakyt to go',
  '-> https://w.example/ x',
  "Bakyt's votes:",
  'zakim, next item',
  ':',
  ': :',
  'a:',
  '<b> c',
  '\u202e',
  'constructor: x',
  '',
];

const stamp = fc.oneof(
  fc.constantFrom(
    '10:00:00 ',
    '[10:00]\t',
    '[3:01pm] ',
    '[Tue 10:06] ',
    '[2024-05-14T16:15:40.268Z] ',
    '',
    '[99:99] ',
    '[00:00:01.000] - ',
  ),
  fc.string({ maxLength: 6 }),
);
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        stamp,
        fc.constantFrom(...NICKS),
        fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary' })),
      )
      .map(([time, nick, words]) => `${time}<${nick}> ${words}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        stamp,
        fc.constantFrom(
          '* aizada waves',
          '* bakyt is now known as b',
          'bakyt left the chat room.',
          '|<-- bakyt has left x',
        ),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

describe(`any text as a log (FUZZ_SEED=${SEED})`, () => {
  it('never throws on garbage and answers with a log or a coded refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string(), (text, fileName) => {
        const result = parseW3cLog(text, { fileName });
        expect(result.ok || ['not_a_log', 'log_undated'].includes(result.code)).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('accounts for every line a person wrote exactly as often as it stands there', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const result = parseW3cLog(lines.join('\n'), { fileName: '2024-05-14.log' });
        if (!result.ok) {
          return;
        }
        const { events, notUnderstood, people, lines: count } = result.log;
        const written = events.filter(
          (event) => !event.inserted && !(event.kind === 'topic' && event.by === null),
        );
        const covered = new Set([
          ...written.flatMap((event) => event.lines),
          ...notUnderstood.map((entry) => entry.line),
        ]);
        expect(covered.size).toBe(count);
        const keys = new Set(people.map(({ key }) => key));
        expect(keys.size).toBe(people.length);
        for (const event of events) {
          const speaker = event.kind === 'statement' ? event.speaker : event.by;
          expect(speaker === null || keys.has(speaker)).toBe(true);
          expect(new Date(event.at).toISOString()).toBe(event.at);
        }
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });

  it('gives plain data that survives JSON, the same for the same text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const read = () => parseW3cLog(lines.join('\r\n'), { fileName: '2024-05-14.log' });
        expect(JSON.parse(JSON.stringify(read()))).toEqual(read());
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
