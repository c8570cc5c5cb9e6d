import { describe, expect, it } from '@jest/globals';
import { only, parse, parseText } from './w3c-log.builder.js';

describe('who speaks', () => {
  it('gives words to the speaker the scribe names and continues them', () => {
    const log = parse([
      '<aizada> scribe: bakyt',
      '<bakyt> aizada: the pumps are old',
      '<dilnoza> +1',
      '<bakyt> ... and the seals leak',
      '<bakyt> everybody nods',
      '<bakyt> <bakyt> I can lend a pump',
    ]);
    expect(only(log, 'statement')).toMatchObject([
      {
        speaker: 'aizada',
        by: 'bakyt',
        source: 'scribe',
        text: 'the pumps are old',
        raw: 'aizada: the pumps are old',
      },
      { speaker: 'aizada', text: 'and the seals leak', continues: 1 },
    ]);
    expect(only(log, 'summary')).toMatchObject([{ by: 'bakyt', text: 'everybody nods' }]);
    expect(only(log, 'message')).toMatchObject([{ by: 'bakyt', text: 'I can lend a pump' }]);
  });

  it('lets each of two scribes continue their own speaker', () => {
    const log = parse([
      '<aizada> scribe+ bakyt, dilnoza',
      '<bakyt> aizada: first',
      '<dilnoza> bakyt: second',
      '<bakyt> … still first',
    ]);
    expect(only(log, 'statement').map(({ speaker }) => speaker)).toEqual(['aizada', 'bakyt', 'aizada']);
  });

  it('does not take notes and addresses for people', () => {
    const log = parse([
      '<aizada> scribe+',
      '<aizada> Note: the dam is closed',
      '<aizada> Note: and the lock',
      '<aizada> URL: https://water.example/',
      '<aizada> https://water.example/a:b',
      '<aizada> PRE-PROPOSAL: keep it',
    ]);
    expect(only(log, 'statement')).toEqual([]);
    expect(log.people.map(({ displayName }) => displayName)).toEqual(['aizada']);
  });

  it('finds a shortened name only when one person can be meant', () => {
    const log = parse([
      '<Dilnoza_Karimova> present+',
      '<Farrukh_Aliev> present+',
      '<Farrukh_Nazarov> present+',
      '<bakyt> scribe+',
      '<bakyt> dilnoza: clear',
      '<bakyt> farrukh: which one',
    ]);
    expect(only(log, 'statement')).toMatchObject([{ speaker: 'dilnozakarimova', text: 'clear' }]);
    expect(only(log, 'summary')).toMatchObject([{ text: 'farrukh: which one' }]);
  });

  it('quotes from others only under the exact name, and hears a bare +1 as agreement', () => {
    const log = parse([
      '<aizada> scribe+',
      '<bakyt> aizada: the level fell',
      '<bakyt> aizada: +1',
      '<bakyt> @aizada: thanks',
      '<bakyt> aizada... :)',
    ]);
    expect(only(log, 'statement')).toMatchObject([{ speaker: 'aizada', by: 'bakyt', source: 'assist' }]);
    expect(only(log, 'message').map(({ text }) => text)).toEqual([
      'aizada: +1',
      '@aizada: thanks',
      'aizada... :)',
    ]);
  });

  it('presumes a scribe when none is appointed', () => {
    const log = parse([
      '<aizada> hello',
      '<bakyt> aizada: a',
      '<bakyt> aizada: b',
      '<bakyt> aizada: c',
      '<bakyt> pause',
    ]);
    expect(only(log, 'summary')).toMatchObject([{ by: 'bakyt', text: 'pause' }]);
  });

  it('books a machine transcript to the person it names', () => {
    const log = parse([
      '<Aizada_T> present+',
      '<Transcriber> Aizada_T: so the: valve',
      '<Transcriber> Meeting: weekly',
    ]);
    expect(only(log, 'statement')).toMatchObject([
      { speaker: 'aizadat', by: null, source: 'machine', text: 'so the: valve' },
    ]);
    expect(log).toMatchObject({ lines: 2, meeting: { title: 'weekly' } });
  });

  it('reads a transcript appended without nicks', () => {
    const log = parseText(
      '[10:00] <aizada> end\n\n[00:00:01.500] - Speaker 1\nThe gate is open.\n\n[00:00:09.000] - Speaker 2\nGood.',
    );
    expect(only(log, 'statement')).toMatchObject([
      { speaker: 'speaker1', text: 'The gate is open.', at: '2024-05-14T10:00:00.000Z' },
      { speaker: 'speaker2', text: 'Good.' },
    ]);
  });

  it('learns names from present+, Scribe:, remarks, renames, the bridge and the list of people', () => {
    const log = parse(
      [
        '<dkarimova> present+ Dilnoza_Karimova',
        '<aizada> Scribe: fa = Farrukh Aliev',
        '<aizada> nurlan is Nurlan Ibraimov',
        '<nurlan> hello',
        '* bakyt is now known as bakyt2',
        '<bakyt2> hello',
        '<voip-ld> Gulnara Osmonova (SIP/x-1) has joined the conference.',
        '<voip-ld> gulia is now associated with SIP/x-1.',
        '<gulia> hello',
        '<tt> hello',
      ],
      { people: { 'Timur Tashiev': { alias: ['tt'] }, 'Not Here': {} } },
    );
    expect(log.people.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining([
        'Dilnoza Karimova',
        'Farrukh Aliev',
        'Nurlan Ibraimov',
        'Gulnara Osmonova',
        'Timur Tashiev',
      ]),
    );
    expect(log.people.find(({ key }) => key === 'bakyt')?.nicks).toEqual(['bakyt', 'bakyt2']);
    expect(log.people.some(({ displayName }) => displayName === 'Not Here')).toBe(false);
  });

  it('counts reconnected nicks as one person and numbered guests as several', () => {
    const log = parse(['<aizada> a', '<aizada_> b', '<aizada2> c', '<guest1> d', '<guest2> e']);
    expect(log.people.map(({ nicks }) => nicks)).toEqual([
      ['aizada', 'aizada_', 'aizada2'],
      ['guest1'],
      ['guest2'],
    ]);
  });

  it('keeps attendance, regrets and roles', () => {
    const log = parse([
      '<aizada> present+',
      '<aizada> chair: bakyt',
      '<aizada> regrets+ dilnoza, farrukh',
      '<aizada> scribe+',
      '<bakyt> present-',
    ]);
    expect(log.people.map(({ key, attendance, roles }) => [key, attendance, roles])).toEqual([
      ['aizada', 'present', ['scribe']],
      ['bakyt', 'none', ['chair']],
      ['dilnoza', 'regrets', []],
      ['farrukh', 'regrets', []],
    ]);
    expect(log.meeting).toMatchObject({ chairs: ['bakyt'], scribes: ['aizada'] });
  });
});
