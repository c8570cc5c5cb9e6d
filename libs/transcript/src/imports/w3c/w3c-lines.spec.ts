import { describe, expect, it } from '@jest/globals';
import { parseW3cLog } from './parse-w3c-log.js';
import { only, OPTIONS, parse, parseText } from './w3c-log.builder.js';

describe('lines, times and nicks', () => {
  it('reads minutes of RRSAgent and dates them by its address', () => {
    const log = parseText(
      '10:00:01 <RRSAgent> logging to https://irc.example/2023/04/05-water-irc\n10:00:09 <aizada> present+',
      {
        fileName: 'irc.log',
      },
    );
    expect(log.meeting).toMatchObject({ date: '2023-04-05', title: 'water', zoneKnown: true });
    expect(log.lines).toBe(1);
  });

  it.each([
    ['[10:03]\t<aizada>\tgood morning', '10:03:00.000'],
    ['[3:01pm] <aizada> good morning', '15:01:00.000'],
    ['[12:05am] <aizada> good morning', '00:05:00.000'],
    ['[Tue 10:06]\t<aizada>\tgood morning', '10:06:00.000'],
    ['[2024-05-14T16:15:40.268Z]  <aizada> good morning', '16:15:40.268'],
    ['[2024-05-14T16:15:40.5Z] <aizada>good morning', '16:15:40.500'],
    ['2024-05-14 16:15:40 <@aizada> good morning', '16:15:40.000'],
    ['16:15 < aizada> good morning', '16:15:00.000'],
  ])('reads the time of %s', (line, time) => {
    const [event] = parseText(line).events;
    expect(event).toMatchObject({
      kind: 'message',
      by: 'aizada',
      text: 'good morning',
      at: `2024-05-14T${time}Z`,
    });
  });

  it('goes over to the next day at midnight and to the afternoon on a twelve-hour clock', () => {
    const night = parseText('[23:59] <aizada> one\n[00:02] <aizada> two');
    expect(night.events.map(({ at }) => at)).toEqual([
      '2024-05-14T23:59:00.000Z',
      '2024-05-15T00:02:00.000Z',
    ]);
    const noon = parseText('[12:58] <aizada> one\n[1:03] <aizada> two');
    expect(noon.events[1].at).toBe('2024-05-14T13:03:00.000Z');
  });

  it('reads a file with a byte order mark and carriage returns', () => {
    expect(parseText('\uFEFF[10:00] <aizada> one\r\n\r\n[10:01] <bakyt> two\r\n').lines).toBe(2);
  });

  it('leaves out the empty bytes that a crash left in a file', () => {
    const { events } = parseText(
      `[10:00] <aizada> keep the canal ${'open '.repeat(40)}\0\0\n\0[10:01] <bakyt> yes`,
    );
    expect(events.map(({ by, text }) => [by, text.slice(0, 14)])).toEqual([
      ['aizada', 'keep the canal'],
      ['bakyt', 'yes'],
    ]);
  });

  it('joins wrapped lines to their message and keeps a convention on its own', () => {
    const log = parseText('[10:00] <aizada> or rather:\nkeep the canal\n\nPROPOSAL: keep the canal open');
    expect(log.events.map(({ kind, text, lines }) => ({ kind, text, lines }))).toEqual([
      { kind: 'message', text: 'or rather:\nkeep the canal', lines: [1, 2] },
      { kind: 'proposal', text: 'keep the canal open', lines: [4] },
    ]);
  });

  it('leaves out what servers and robots say', () => {
    const log = parse([
      '<aizada> aizada has joined #water',
      '<aizada> hello',
      '* bakyt is now known as bakyt_away',
      '-->| bakyt (~b@net.example) has joined #water',
      '|<-- bakyt has left freenode (Ping timeout)',
      'bakyt left the chat room. (Quit: bye)',
      '<Zakim> I see aizada on the speaker queue',
      '<voip-ld> Added aizada to the speaker queue: aizada',
    ]);
    expect(log).toMatchObject({ lines: 1, notUnderstood: [] });
    expect(log.events).toHaveLength(1);
  });

  it('takes a topic from the robot that takes up an agenda item', () => {
    const log = parse(['<aizada> hello', '<Zakim> agendum 2 -- Spring releases -- taken up [from bakyt]']);
    expect(only(log, 'topic')).toMatchObject([{ title: 'Spring releases', by: null }]);
  });

  it('keeps /me lines as messages of the person', () => {
    const log = parse(['* aizada lost the sound', '<bakyt> /me hears well']);
    expect(only(log, 'message')).toMatchObject([
      { by: 'aizada', text: 'lost the sound', action: true },
      { by: 'bakyt', text: 'hears well', action: true },
    ]);
  });

  it('lists a line nobody can have said as not understood', () => {
    const log = parseText('words before anybody spoke\n[10:00] <aizada> hello\n[10:01] what is this');
    expect(log.notUnderstood).toEqual([
      {
        line: 1,
        text: 'words before anybody spoke',
        reason: 'nobody spoke before it',
        code: 'nobody_before',
      },
      { line: 3, text: 'what is this', reason: 'a time but no nick', code: 'no_nick' },
    ]);
    expect(log.lines).toBe(3);
  });

  it.each([
    ['', 'not_a_log'],
    ['\u0000\u0001\u0002PK\u0003', 'not_a_log'],
    ['<html><body>minutes</body></html>', 'not_a_log'],
  ])('refuses %j as no log', (text, code) => {
    expect(parseW3cLog(text, OPTIONS)).toMatchObject({ ok: false, code });
  });

  it('asks for the day when neither file name nor text gives one', () => {
    expect(parseW3cLog('[10:00] <aizada> hello', { fileName: 'irc.log' })).toMatchObject({
      ok: false,
      code: 'log_undated',
    });
    expect(parseW3cLog('[10:00] <aizada> hello', { fileName: 'irc.log', date: '2024-02-30' })).toMatchObject({
      ok: false,
    });
    expect(parseW3cLog('[10:00] <aizada> Date: 09 April 2014', { fileName: 'irc.log' })).toMatchObject({
      log: { meeting: { date: '2014-04-09' } },
    });
  });
});
