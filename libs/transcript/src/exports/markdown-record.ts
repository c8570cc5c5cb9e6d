import type { ExportedEntry, MeetingExport } from '@roundtable/contracts';
import type { DocumentContext } from './markdown-document.js';
import { writeEvent } from './markdown-event.js';
import { escapeLine, quoteBody } from './markdown-text.js';
import { isFact, tellWords, type ToldWords } from './told-record.js';
import type { Wording } from './wording.js';

/** The record by day and hour: every passage with its number, every event as a sentence. */
export function writeRecord(meeting: MeetingExport, context: DocumentContext): string[] {
  const { wording } = context;
  const told = tellWords(meeting.entries);
  const proposals = new Map(meeting.proposals.map((proposal) => [proposal.id, proposal]));
  const numbers = numbersBySource(meeting);
  const lines = [`## ${wording.say('record')}`, ''];
  let day = '';
  let hour = '';
  for (const entry of meeting.entries) {
    const words = told.get(entry.seq);
    const passage = words
      ? writeWords(entry, words, { ...context, proposals: numbers.get(entry.seq) ?? [] })
      : writeEvent(entry, { ...context, proposals });
    if (passage.length === 0) continue;
    if (wording.day(entry.at) !== day) {
      day = wording.day(entry.at);
      hour = '';
      lines.push(`### ${day}`, '');
    }
    if (wording.hour(entry.at) !== hour) {
      hour = wording.hour(entry.at);
      lines.push(`#### ${hour}`, '');
    }
    lines.push(...(words ? passage : eventLines(entry, passage, wording)), '');
  }
  return day === '' ? [...lines, wording.say('nothingSaid'), ''] : lines;
}

interface WordsContext extends DocumentContext {
  proposals: number[];
}

function writeWords(
  entry: ExportedEntry,
  words: ToldWords,
  { wording, names, proposals }: WordsContext,
): string[] {
  const isStatement = isFact(entry, 'discussion.stated');
  const speaker = isStatement ? entry.data.speaker : entry.actor;
  const who = speaker ? names.withDelegation(speaker) : wording.say(isStatement ? 'unnamed' : 'system');
  const replyTo = isFact(entry, 'discussion.posted') ? entry.data.replyTo : null;
  const notes = [
    `${wording.time(entry.at)}`,
    wording.say('entry', { seq: entry.seq }),
    isStatement && wording.say('statement'),
    isStatement &&
      entry.actor !== null &&
      entry.actor !== speaker &&
      wording.say('recordedBy', { name: names.of(entry.actor) }),
    replyTo !== null && wording.say('inReplyTo', { seq: replyTo }),
  ].filter((note) => typeof note === 'string');
  return [
    `**${who}** · ${notes.join(' · ')}`,
    '',
    ...writeText(entry, words, wording),
    ...writeTrail(words, proposals, wording),
  ];
}

function writeText(entry: ExportedEntry, words: ToldWords, wording: Wording): string[] {
  if (words.withdrawn) {
    const { at, reason } = words.withdrawn;
    const time = wording.time(at);
    return [
      `*${reason ? wording.say('withdrawnReason', { time, reason: escapeLine(reason) }) : wording.say('withdrawn', { time })}*`,
      '',
    ];
  }
  const quote =
    isFact(entry, 'discussion.posted') && entry.data.quote ? [quoteBody(entry.data.quote, '> '), '>'] : [];
  return [...quote, quoteBody(words.body), ''];
}

/** Former texts (never of withdrawn words), reactions and the proposals that came of it. */
function writeTrail(words: ToldWords, proposals: number[], wording: Wording): string[] {
  const history = words.withdrawn ? [] : words.history;
  const reactions = [...words.reactions].filter(([, people]) => people.size > 0);
  return [
    ...history.flatMap(({ body, replacedAt, version }) => [
      `- ${wording.say('edited', { time: wording.time(replacedAt), version })}`,
      '',
      quoteBody(body, '  '),
      '',
    ]),
    ...(reactions.length > 0
      ? [
          `- ${wording.say('reactions')}: ${reactions.map(([sign, people]) => `${sign} ${people.size}`).join(' · ')}`,
        ]
      : []),
    ...(proposals.length > 0
      ? [`- ${wording.say('becameProposal', { count: proposals.length, numbers: proposals.join(', ') })}`]
      : []),
  ];
}

function eventLines(entry: ExportedEntry, [sentence = '', ...rest]: string[], wording: Wording): string[] {
  return [`*${wording.time(entry.at)}* · ${sentence}`, ...rest];
}

function numbersBySource(meeting: MeetingExport): Map<number, number[]> {
  const numbers = new Map<number, number[]>();
  for (const { number, sources } of meeting.proposals)
    for (const seq of new Set(sources.map((source) => source.seq)))
      numbers.set(seq, [...(numbers.get(seq) ?? []), number]);
  return numbers;
}
