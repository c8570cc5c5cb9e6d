const PACE_MS = 20_000;
const NICKS = ['asel', 'timur', 'nodira', 'rustam', 'gulnaz'];
const SAYINGS = [
  'The gauge at the upper weir has not been read since the spring flood.',
  'We can send the readings every hour, if both sides agree on the form.',
  'Nobody downstream knows in March how much will be released in July.',
  'The turbines need the water in January; the cotton needs it in July.',
  'A joint table of releases would fit on one page.',
];

/** The log of a meeting that never was, with about this many things said. */
export function longLog(count: number): string {
  const start = Date.parse('2026-02-10T08:00:00.000Z');
  const lines = NICKS.map((nick) => ({ nick, words: 'present+' }));
  lines.push({ nick: 'asel', words: 'scribe+ asel' });
  for (let number = 1; number <= count; number += 1) {
    if (number % 500 === 1) lines.push({ nick: 'asel', words: `Topic: Question ${Math.ceil(number / 500)}` });
    const nick = NICKS[number % NICKS.length] ?? 'asel';
    lines.push({ nick, words: `${SAYINGS[number % SAYINGS.length]} Remark ${number}.` });
  }
  return lines
    .map(({ nick, words }, at) => `[${new Date(start + at * PACE_MS).toISOString()}]\t<${nick}>\t${words}\n`)
    .join('');
}
