import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { ParsedLog } from '../../libs/transcript/src/imports/w3c/parsed-log.js';
import { compareWithPublished, plain, type Comparison } from '../../apps/cli/src/published/compare.js';
import { readPublishedMinutes } from '../../apps/cli/src/published/published-minutes.js';

import { DATA, logFiles, parse, parseText, read, SETS, type LogFile } from './log-files.js';

const LEAST_AGREEING = 0.98;
const MOST_NOT_UNDERSTOOD = 0.01;

interface Figures {
  files: number;
  lines: number;
  notUnderstood: number;
  published: number;
  agreeing: number;
  resolved: number;
  decisions: number;
  onProposal: number;
  wrongSpeaker: number;
}

if (!existsSync(DATA)) {
  process.stdout.write(
    `The real meeting logs are absent: put them in ${DATA} to compare the parser with published minutes.
`,
  );
}

describe('W3C logs against the minutes their groups published', () => {
  it('finds the folder of real logs', () => {
    expect({ folder: DATA, present: existsSync(DATA) }).toEqual({ folder: DATA, present: true });
  });

  it('gives at least 98 % of the published statements the same speaker and words', () => {
    const { perSet, all } = measure();
    const rows = [...perSet, ['all', all] as const];
    process.stdout.write(rows.map(([name, figures]) => `${report(name, figures)}\n`).join(''));
    expect(all.published).toBeGreaterThan(5000);
    expect(all.agreeing / all.published).toBeGreaterThanOrEqual(LEAST_AGREEING);
    for (const [name, figures] of perSet) {
      expect({ name, enough: figures.agreeing / figures.published >= LEAST_AGREEING }).toEqual({
        name,
        enough: true,
      });
    }
  });

  it('leaves less than 1 % of the lines not understood and loses none', () => {
    for (const file of logFiles()) {
      const log = parse(file);
      expect({ file: file.log, lost: unaccounted(log, read(file.log)) }).toEqual({
        file: file.log,
        lost: [],
      });
      expect(log.notUnderstood.length / log.lines).toBeLessThan(MOST_NOT_UNDERSTOOD);
    }
  });

  it('makes every RESOLVED line a decision in the same words', () => {
    for (const file of logFiles()) {
      const log = parse(file);
      const decisions = log.events.filter(({ kind }) => kind === 'decision').map(({ text }) => plain(text));
      expect({ file: file.log, decisions }).toEqual({
        file: file.log,
        decisions: resolvedLines(read(file.log)),
      });
      expect(compareWithPublished(log, minutesOf(file)).lostResolutions).toEqual([]);
    }
  });

  it('falls when a speaker is planted wrong and when a word is', () => {
    for (const file of logFiles().filter(({ log }) => log.includes('pre-wg_2012'))) {
      const text = read(file.log);
      const { line, label, other } = plantingPlace(text);
      const before = agreement(text, file).agreeing;
      const wrongSpeaker = text.replace(line, line.replace(`\t${label}: `, `\t${other}: `));
      const wrongWord = text.replace(line, line.replace(/(\w+)(\W*)$/, '$1 never$2'));
      expect(agreement(wrongSpeaker, file).agreeing).toBeLessThan(before);
      expect(agreement(wrongWord, file).agreeing).toBeLessThan(before);
    }
  });

  it('falls far when all words of one speaker are given to another', () => {
    for (const file of logFiles().filter(({ log }) => log.includes('pre-wg_2012'))) {
      const text = read(file.log);
      const { label, other, count } = plantingPlace(text);
      const swapped = text.split(`\t${label}: `).join(`\t${other}: `);
      const lost = agreement(text, file).agreeing - agreement(swapped, file).agreeing;
      expect(lost).toBeGreaterThan(count / 3);
    }
  });
});

/** A line in which the scribe writes down the most quoted speaker, and the speaker quoted next most. */
function plantingPlace(text: string): { line: string; label: string; other: string; count: number } {
  const counts = new Map<string, number>();
  const lines = text.split(/\r?\n/).filter((line) => /^\[[^\]]+\]\t<\w+>\t\w+: .{40}/.test(line));
  for (const line of lines) {
    const label = /\t(\w+): /.exec(line)?.[1] ?? '';
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const [[label, count], [other]] = [...counts].sort((a, b) => b[1] - a[1]);
  const line = lines.find((candidate) => candidate.includes(`\t${label}: `)) ?? '';
  return { line, label, other, count };
}

function measure(): { perSet: [string, Figures][]; all: Figures } {
  const perSet = SETS.map((set): [string, Figures] => {
    const files = logFiles().filter((file) => file.set === set);
    return [set, sum(files.map(measureFile))];
  });
  return { perSet, all: sum(perSet.map(([, figures]) => figures)) };
}

function measureFile(file: LogFile): Figures {
  const log = parse(file);
  const comparison = compareWithPublished(log, minutesOf(file));
  const decisions = log.events.filter((event) => event.kind === 'decision');
  return {
    files: 1,
    lines: log.lines,
    notUnderstood: log.notUnderstood.length,
    published: comparison.published,
    agreeing: comparison.agreeing,
    resolved: resolvedLines(read(file.log)).length,
    decisions: decisions.length,
    onProposal: decisions.filter((event) => event.proposal !== undefined).length,
    wrongSpeaker: comparison.misses.filter(({ why }) => why === 'speaker').length,
  };
}

function sum(figures: Figures[]): Figures {
  const zero = {
    files: 0,
    lines: 0,
    notUnderstood: 0,
    published: 0,
    agreeing: 0,
    resolved: 0,
    decisions: 0,
    onProposal: 0,
    wrongSpeaker: 0,
  };
  return figures.reduce(
    (total, one) => ({
      files: total.files + one.files,
      lines: total.lines + one.lines,
      notUnderstood: total.notUnderstood + one.notUnderstood,
      published: total.published + one.published,
      agreeing: total.agreeing + one.agreeing,
      resolved: total.resolved + one.resolved,
      decisions: total.decisions + one.decisions,
      onProposal: total.onProposal + one.onProposal,
      wrongSpeaker: total.wrongSpeaker + one.wrongSpeaker,
    }),
    zero,
  );
}

function report(name: string, figures: Figures): string {
  const share = ((100 * figures.agreeing) / figures.published).toFixed(2);
  return (
    `${name}: ${figures.files} logs, ${figures.lines} lines, ${figures.notUnderstood} not understood; ` +
    `${figures.agreeing} of ${figures.published} published statements agree (${share} %), ${figures.wrongSpeaker} under another speaker; ` +
    `${figures.decisions} decisions of ${figures.resolved} RESOLVED lines, ${figures.onProposal} on a proposal`
  );
}

/** Lines the log gives to a person, counted here on its own, that neither an event nor the list mentions. */
function unaccounted(log: ParsedLog, text: string): number[] {
  const mentioned = new Set([
    ...log.events.flatMap((event) => event.lines),
    ...log.notUnderstood.map(({ line }) => line),
  ]);
  const bots = /<(Zakim|RRSAgent|trackbot|agendabot|gb|ghurlbot|voip-ld|Transcriber)>/;
  const lost: number[] = [];
  text.split(/\r\n|\n/).forEach((line, index) => {
    const said = /^(?:\[[^\]]+\]|\d\d:\d\d:\d\d)\s*<([^<>]*)>\s?(.*)$/.exec(line);
    const notice = said && new RegExp(`^${escapeRegExp(said[1])} has (joined|left|changed)`).test(said[2]);
    if (said && !notice && !bots.test(line) && !mentioned.has(index + 1)) {
      lost.push(index + 1);
    }
  });
  return lost;
}

/** The words after RESOLVED or RESOLUTION, read from the log without the parser. */
function resolvedLines(text: string): string[] {
  return [...text.matchAll(/^[^\n]*?>\s*res(?:olved|olution):[ \t]*([^\r\n]*)/gim)].map((match) =>
    plain(match[1]),
  );
}

function agreement(text: string, file: LogFile): Comparison {
  return compareWithPublished(parseText(text, file), minutesOf(file));
}

function minutesOf(file: LogFile) {
  return readPublishedMinutes(read(file.minutes));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
