import type {
  ExportedEntry,
  NotUnderstoodLine,
  ProposalMoved,
  ProposalSourced,
  ProposalView,
} from '@roundtable/contracts';
import { writeAmendmentEvent } from './markdown-amendment.js';
import { writeFollowUpEvent } from './markdown-follow-up.js';
import { writePublicationEvent } from './markdown-publication.js';
import { writePollEvent } from './markdown-poll.js';
import { escapeLine } from './markdown-text.js';
import type { PeopleNames } from './people-names.js';
import { isFact } from './told-record.js';
import type { Wording } from './wording.js';

/** What an event's sentence may refer to. */
export interface EventContext {
  wording: Wording;
  names: PeopleNames;
  proposals: Map<string, ProposalView>;
}

/** Puts an event into one sentence (and a list, for an import); empty for entries that are no events of their own. */
export function writeEvent(entry: ExportedEntry, context: EventContext): string[] {
  const sentence =
    writeMeetingEvent(entry, context) ??
    writeFloorEvent(entry, context) ??
    writeProposalEvent(entry, context) ??
    writeAmendmentEvent(entry, context) ??
    writePublicationEvent(entry, context) ??
    writeFollowUpEvent(entry, context);
  if (sentence !== null) return [sentence];
  if (isFact(entry, 'transcript.imported')) return writeImport(entry.data, context);
  return writePollEvent(entry, context);
}

function writeMeetingEvent(entry: ExportedEntry, { wording, names }: EventContext): string | null {
  if (
    entry.type === 'meetings.opened' ||
    entry.type === 'meetings.suspended' ||
    entry.type === 'meetings.closed'
  )
    return wording.say(`event.${entry.type}`);
  if (isFact(entry, 'meetings.item_opened') || isFact(entry, 'meetings.item_closed'))
    return wording.say(`event.${entry.type}`, {
      title: escapeLine(`${entry.data.item.number} ${entry.data.item.title}`),
    });
  if (isFact(entry, 'meetings.participant_removed'))
    return wording.say(`event.${entry.type}`, { name: names.of(entry.data.participant.id) });
  return null;
}

function writeFloorEvent(entry: ExportedEntry, { wording, names }: EventContext): string | null {
  if (isFact(entry, 'floor.requested')) {
    const { participant, note } = entry.data.request;
    const name = names.of(participant);
    return note
      ? wording.say('event.floor.requestedNote', { name, note: escapeLine(note) })
      : wording.say('event.floor.requested', { name });
  }
  if (isFact(entry, 'floor.withdrawn') && entry.data.request.state === 'removed')
    return wording.say('event.floor.removed', { name: names.of(entry.data.request.participant) });
  if (isFact(entry, 'floor.withdrawn') || isFact(entry, 'floor.granted'))
    return wording.say(`event.${entry.type}`, { name: names.of(entry.data.request.participant) });
  return null;
}

function writeProposalEvent(
  entry: ExportedEntry,
  { wording, names, proposals }: EventContext,
): string | null {
  if (isFact(entry, 'proposals.captured'))
    return wording.say('event.proposals.captured', {
      number: entry.data.proposal.number,
      title: escapeLine(entry.data.proposal.title),
    });
  if (isFact(entry, 'proposals.withdrawn'))
    return wording.say('event.proposals.withdrawn', { number: entry.data.proposal.number });
  if (isFact(entry, 'proposals.positioned')) {
    const { position, proposal } = entry.data;
    const values = {
      name: names.of(position.participant),
      value: signed(position.value),
      number: proposals.get(proposal)?.number ?? 0,
    };
    return position.reason
      ? wording.say('event.proposals.positionedReason', { ...values, reason: escapeLine(position.reason) })
      : wording.say('event.proposals.positioned', values);
  }
  if (isFact(entry, 'proposals.position_withdrawn'))
    return wording.say('event.proposals.position_withdrawn', {
      name: names.of(entry.data.participant),
      number: proposals.get(entry.data.proposal)?.number ?? 0,
    });
  if (isFact(entry, 'proposals.moved')) return writeMove(entry.data, { wording, proposals });
  if (isFact(entry, 'proposals.sourced')) return writeSources(entry.data, { wording, proposals });
  if (isFact(entry, 'proposals.recommended')) return writeAdvice(entry.data.proposal, wording);
  if (isFact(entry, 'proposals.decided'))
    return wording.say('event.proposals.decided', {
      result: wording.say(`result.${entry.data.decision.result}`),
      text: escapeLine(entry.data.decision.text),
    });
  return null;
}

function writeMove(
  { proposal, act, reason }: ProposalMoved,
  { wording, proposals }: Pick<EventContext, 'wording' | 'proposals'>,
): string {
  const { life, number } = proposal;
  const values = {
    number,
    act,
    admitted: life?.admittedAs ?? 0,
    other: proposals.get(life?.mergedInto ?? '')?.number ?? 0,
    body: escapeLine(life?.referredTo ?? ''),
  };
  return reason === null
    ? wording.say('event.proposals.moved', values)
    : wording.say('event.proposals.movedReason', { ...values, reason: escapeLine(reason) });
}

function writeSources(
  { proposal: { number, sources }, merged }: ProposalSourced,
  { wording, proposals }: Pick<EventContext, 'wording' | 'proposals'>,
): string {
  if (merged === null) return wording.say('event.proposals.sourced', { number });
  const isIn = sources.some(({ via }) => via === merged);
  const values = { number, other: proposals.get(merged)?.number ?? 0 };
  return wording.say(`event.proposals.${isIn ? 'sourcesJoined' : 'sourcesLeft'}`, values);
}

function writeAdvice({ number, life }: ProposalView, wording: Wording): string {
  const { advice = 'none', reason = null } = life?.recommendation ?? {};
  return reason === null
    ? wording.say('event.proposals.recommended', { number, advice })
    : wording.say('event.proposals.recommendedReason', { number, advice, reason: escapeLine(reason) });
}

function writeImport(
  data: { file: string; lines: number; notUnderstood: NotUnderstoodLine[] },
  { wording }: EventContext,
): string[] {
  const head = wording.say('event.transcript.imported', {
    file: escapeLine(data.file),
    lines: data.lines,
    notUnderstood: data.notUnderstood.length,
  });
  const lines = data.notUnderstood.map(
    ({ line, text, reason, code }) =>
      `- ${wording.say('notUnderstoodLine', {
        line,
        text: escapeLine(text),
        reason: code ? wording.say(`notUnderstood.${code}`) : escapeLine(reason),
      })}`,
  );
  return lines.length > 0 ? [head, '', ...lines] : [head];
}

/** A position with its sign, so that support and opposition are told apart at a glance. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${Math.abs(value)}` : '0';
}
