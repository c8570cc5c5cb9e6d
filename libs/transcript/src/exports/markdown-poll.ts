import type { BallotPick, ExportedEntry, PollOption, PollView, RollCallEntry } from '@roundtable/contracts';
import type { EventContext } from './markdown-event.js';
import { escapeLine } from './markdown-text.js';
import { EN, type ExportKey } from './messages/en.js';
import { isFact } from './told-record.js';
import type { Wording } from './wording.js';

/** Puts what became of a poll into words: its start, its result with numbers and roll call, or its end without one. */
export function writePollEvent(entry: ExportedEntry, context: EventContext): string[] {
  const { wording } = context;
  if (isFact(entry, 'polls.started')) {
    const { number, title } = entry.data.poll;
    return [wording.say('event.polls.started', { number, title: escapeLine(title) })];
  }
  if (isFact(entry, 'polls.cancelled'))
    return [wording.say('event.polls.cancelled', { number: entry.data.poll.number })];
  return isFact(entry, 'polls.published') ? writeResult(entry.data.poll, context) : [];
}

function writeResult(poll: PollView, context: EventContext): string[] {
  const { wording } = context;
  const { number, title, outcome, options } = poll;
  const verdict = outcome ? wording.say(`verdict.${outcome.verdict}`) : '–';
  const head = wording.say('event.polls.published', { number, title: escapeLine(title), verdict });
  if (!outcome || outcome.verdict === 'too_few') return [head];
  const { cast, entitled } = outcome.numbers.people;
  const counts = outcome.counts.map(({ option, votes }) => `- ${nameOf(option, options, wording)}: ${votes}`);
  const rollCall = outcome.rollCall.map((ballot) => writeBallot(ballot, poll, context));
  const turnout = wording.say('event.polls.turnout', { cast, entitled });
  return [head, '', turnout, '', ...counts, ...(rollCall.length > 0 ? ['', ...rollCall] : [])];
}

function writeBallot(ballot: RollCallEntry, poll: PollView, { wording, names }: EventContext): string {
  const chosen = ballot.picks.map((pick) => writePick(pick, poll.options, wording)).join(', ');
  const choice = chosen === '' ? wording.say('event.polls.blank') : chosen;
  const name = poll.rules.unit === 'persons' ? names.of(ballot.elector) : names.ofDelegation(ballot.elector);
  const line = wording.say('event.polls.rollCall', { name, choice });
  return ballot.reason ? `- ${line} — ${escapeLine(ballot.reason)}` : `- ${line}`;
}

function writePick({ option, points }: BallotPick, options: PollOption[], wording: Wording): string {
  const name = nameOf(option, options, wording);
  return points === null ? name : `${name} (${points})`;
}

/** Options that a method brings are said in the language of the export; written ones as they were written. */
function nameOf(id: string, options: PollOption[], wording: Wording): string {
  const key = `option.${id}`;
  if (key in EN) return wording.say(key as ExportKey);
  return escapeLine(options.find((option) => option.id === id)?.text ?? id);
}
