import type { DecisionView, MeetingExport, ProposalSourceView, ProposalView } from '@roundtable/contracts';
import type { DocumentContext } from './markdown-document.js';
import { signed } from './markdown-event.js';
import { escapeLine, quoteBody } from './markdown-text.js';

/** Proposals, each with the words it came from, and decisions. */
export function writeOutcome(meeting: MeetingExport, context: DocumentContext): string[] {
  const { wording } = context;
  const numbers = new Map(meeting.proposals.map(({ id, number }) => [id, number]));
  return [
    `## ${wording.say('proposals')}`,
    '',
    ...(meeting.proposals.length === 0
      ? [wording.say('noProposals'), '']
      : meeting.proposals.flatMap((proposal) => writeProposal(proposal, context))),
    `## ${wording.say('decisions')}`,
    '',
    ...(meeting.decisions.length === 0
      ? [wording.say('noDecisions'), '']
      : meeting.decisions.flatMap((decision) => writeDecision(decision, numbers, context))),
  ];
}

function writeProposal(proposal: ProposalView, context: DocumentContext): string[] {
  const { wording, names } = context;
  const fields = [
    ['focusArea', proposal.focusArea],
    ['responsible', proposal.responsible],
    ['timeline', proposal.timeline],
  ] as const;
  return [
    `### ${proposal.number}. ${escapeLine(proposal.title)} — ${wording.say(`proposal.${proposal.state}`)}`,
    '',
    quoteBody(proposal.text),
    '',
    ...fields.flatMap(([key, value]) => (value ? [`- **${wording.say(key)}:** ${escapeLine(value)}`] : [])),
    '',
    `**${wording.say('provenance')}**`,
    '',
    ...proposal.sources.flatMap((source) => writeSource(source, context)),
    ...(proposal.positions.length > 0 ? [`**${wording.say('positions')}**`, ''] : []),
    ...proposal.positions.map(
      ({ participant, value, reason }) =>
        `- ${names.withDelegation(participant)}: ${signed(value)}${reason ? ` — ${escapeLine(reason)}` : ''}`,
    ),
    '',
  ];
}

function writeSource(source: ProposalSourceView, { wording, names }: DocumentContext): string[] {
  const who = source.speaker ? names.withDelegation(source.speaker) : wording.say('unnamed');
  const words =
    source.words === null ? [`  *${wording.say('wordsRemoved')}*`] : [quoteBody(source.words, '  ')];
  return [
    `- ${who}, ${wording.time(source.at)}, ${wording.say('entry', { seq: source.seq })}, SHA-256 \`${source.sha256}\`:`,
    '',
    ...words,
    '',
  ];
}

function writeDecision(
  decision: DecisionView,
  numbers: Map<string, number>,
  { wording, names }: DocumentContext,
): string[] {
  const number = decision.proposal === null ? undefined : numbers.get(decision.proposal);
  const notes = [
    wording.say(`result.${decision.result}`),
    number !== undefined && wording.say('onProposal', { number }),
    decision.decidedBy !== null && names.of(decision.decidedBy),
    wording.time(decision.at),
    wording.say('entry', { seq: decision.seq }),
  ].filter((note) => typeof note === 'string');
  return [`- ${notes.join(' · ')}`, '', quoteBody(decision.text, '  '), ''];
}
