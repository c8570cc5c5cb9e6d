import { describe, expect, it } from '@jest/globals';
import { parseW3cLog, type ParsedLog } from '@roundtable/transcript';
import { writeScript } from './script.js';

const LOG = `[2024-05-15T15:00:00.000Z]	<asel>	scribe+ asel
[2024-05-15T15:00:05.000Z]	<asel>	Topic: Winter releases
[2024-05-15T15:00:10.000Z]	<timur>	q+ to ask about the canal
[2024-05-15T15:00:12.000Z]	<asel>	ack timur
[2024-05-15T15:00:20.000Z]	<asel>	timur: The canal needs a gauge.
[2024-05-15T15:00:30.000Z]	<timur>	thank you for writing that down
`;

describe('the script of a replay', () => {
  const parsed = parseW3cLog(LOG, { fileName: '2024-05-15/irc.log' });
  const log = (parsed as { ok: true; log: ParsedLog }).log;
  const script = writeScript(log);

  it('keeps the order and the times of the log', () => {
    expect(script.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(script.at(-1)?.afterMs).toBe(30_000);
  });

  it('lets the scribe enter what somebody said aloud', () => {
    const key = log.people.find(({ nicks }) => nicks.includes('timur'))?.key;
    const asel = log.people.find(({ nicks }) => nicks.includes('asel'))?.key;
    expect(script[4]).toMatchObject({
      by: asel,
      act: { do: 'state', speaker: key, body: 'The canal needs a gauge.' },
    });
  });

  it('raises hands, gives the floor and opens items', () => {
    expect(script.slice(1, 4).map(({ act }) => act.do)).toEqual(['openItem', 'requestFloor', 'grantFloor']);
  });

  it('cuts a note that is longer than a note may be', () => {
    const note = 'to say '.repeat(60);
    const long = parseW3cLog(LOG.replace('to ask about the canal', note), { fileName: '2024-05-15/irc.log' });
    const [raised] = writeScript((long as { ok: true; log: ParsedLog }).log).filter(
      ({ act }) => act.do === 'requestFloor',
    );
    expect(raised?.act).toEqual({ do: 'requestFloor', note: expect.stringMatching(/^to say .{230,242}…$/) });
  });
});
