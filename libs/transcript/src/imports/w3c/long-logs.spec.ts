import { describe, expect, it } from '@jest/globals';
import { buildW3cMeeting, buildW3cMeetingInParts } from '../w3c-meeting.js';
import { givingWay } from '../work-in-parts.js';
import type { ParsedLog } from './parsed-log.js';
import { parseW3cLogInParts } from './parse-w3c-log.js';
import { only, OPTIONS, parse, parseText } from './w3c-log.builder.js';

const MEETING = { file: 'irc.log', now: '2024-05-15T00:00:00.000Z', names: {}, importer: null };

/** Logs of which one that takes time in the square of its lines takes minutes; each of these takes a second or two. */
describe('a long log', () => {
  it('is read in time when it corrects line after line', () => {
    const log = repeat(20_000, ['<aizada> the pmps', '<aizada> s/pmps/pumps/', '<aizada> thanks']);
    expect(only(log, 'correction').every(({ ok }) => ok)).toBe(true);
    expect(log.events.filter(({ text }) => text === 'the pumps')).toHaveLength(20_000);
  });

  it('is read in time when its corrections fit nothing, the same or a new one each time', () => {
    const same = repeat(20_000, ['<aizada> the pumps', '<aizada> s/dam/lock/', '<aizada> s/weir/gate/g']);
    expect(only(same, 'correction').some(({ ok }) => ok)).toBe(false);
    const fresh = repeat(20_000, ['<aizada> the pumps', (at) => `<aizada> s/dam${at}/lock/`]);
    expect(only(fresh, 'correction').some(({ ok }) => ok)).toBe(false);
  });

  it('is read in time when it puts lines in', () => {
    const log = repeat(20_000, ['<aizada> the pumps', '<aizada> i/pumps/Topic: Pumps/']);
    expect(only(log, 'topic').filter(({ inserted }) => inserted)).toHaveLength(20_000);
  });

  it('is read in time when it puts one proposal after the other and decides few', () => {
    const log = repeat(10_000, [
      (at) => `<aizada> PROPOSAL ${at}: buy pump ${at}`,
      (at) => `<aizada> PROPOSAL ${at}b: sell gate ${at}`,
      '<bakyt> +1',
      '<aizada> +1 to all',
      '<bakyt> PROPOSAL 3: -1',
      '<aizada> RESOLVED: meet in autumn again',
    ]);
    expect(only(log, 'proposal').filter(({ decidedBy }) => decidedBy !== undefined)).toHaveLength(10_000);
  });

  it('becomes a meeting in time when many people vote on one proposal', () => {
    const log = repeat(10_000, [(at) => `<expert-${letters(at)}> +1`], ['<aizada> PROPOSAL: Buy pumps']);
    let id = 0;
    const { entries } = buildW3cMeeting(log, { ...MEETING, makeId: () => String((id += 1)) });
    expect(entries.filter(({ type }) => type === 'proposals.positioned')).toHaveLength(10_000);
  });

  it('lets others have their turn while it is read and becomes a meeting', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `<aizada> words ${at}`);
    let turns = 0;
    let isOver = false;
    const takeTurns = (): void => {
      turns += 1;
      if (!isOver) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    const read = await givingWay(parseW3cLogInParts(stamped(lines), OPTIONS));
    const log = read.ok ? read.log : parse([]);
    const whileRead = turns;
    let id = 0;
    const building = buildW3cMeetingInParts(log, { ...MEETING, makeId: () => String((id += 1)) });
    const { entries } = await givingWay(building);
    isOver = true;
    expect(log).toEqual(parseText(stamped(lines)));
    expect(whileRead).toBeGreaterThan(5);
    expect(turns).toBeGreaterThan(whileRead);
    expect(entries.length).toBeGreaterThan(30_000);
  });
});

/** The lines again and again, each told how many times before. */
function repeat(
  times: number,
  lines: (string | ((at: number) => string))[],
  first: string[] = [],
): ParsedLog {
  const repeated = Array.from({ length: times }, (_, at) =>
    lines.map((line) => (typeof line === 'string' ? line : line(at))),
  );
  return parseText(stamped([...first, ...repeated.flat()]));
}

function stamped(lines: string[]): string {
  return lines.map((line) => `10:00:00 ${line}`).join('\n');
}

/** A number as letters: digits at the end of a nick are taken for those of somebody who came back. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
