import type { FactType, PassageView, PollView } from '@roundtable/contracts';
import type { Translate } from '../../app/i18n/use-messages.js';
import { amendmentFactOf, tellAmendment } from '../amendments/record/amendment-sentence.js';
import type { messages as amendmentWords } from '../amendments/record/messages.js';
import type { messages } from './messages.js';
import { tellFollowUp, tellPublication } from './outcome-sentence.js';
import { factOf, signed } from './passage-data.js';
import { isolate, joinReason, type Words } from './sentence-parts.js';
import type { Register } from './transcript-context.js';

/** What an event is told with: words in one language, and who and what its ids stand for. */
export interface EventTelling {
  t: Words;
  amended: Translate<keyof typeof amendmentWords.en>;
  register: Pick<Register, 'person' | 'delegation' | 'proposalById'>;
}

/** Events whose type and person say everything. */
const plainEvents: Partial<Record<FactType, keyof typeof messages.en>> = {
  'meetings.opened': 'eventOpened',
  'meetings.suspended': 'eventSuspended',
  'meetings.closed': 'eventClosed',
  'meetings.participant_removed': 'eventParticipantRemoved',
  'floor.withdrawn': 'eventFloorWithdrawn',
  'floor.granted': 'eventFloorGranted',
};

/** Puts an event into one sentence. Names in it are isolated, so that none turns the sentence around. */
export function tellEvent(passage: PassageView, { t, amended, register }: EventTelling): string {
  const name = isolate(register.person(passage.speaker)?.name ?? t('system'));
  if (factOf(passage, 'floor.withdrawn')?.request.state === 'removed')
    return t('eventFloorRemoved', { name });
  const plain = plainEvents[passage.type];
  if (plain) return t(plain, { name });
  const numberOf = (id: string) => String(register.proposalById(id)?.number ?? '–');
  const amendment = amendmentFactOf(passage);
  if (amendment) return tellAmendment(amended, amendment, numberOf) ?? '';
  const item = factOf(passage, 'meetings.item_closed')?.item;
  if (item) return t('eventItemClosed', { title: isolate(`${item.number} ${item.title}`) });
  const request = factOf(passage, 'floor.requested')?.request;
  if (request) return joinReason(t('eventFloorRequested', { name }), request.note);
  const poll = factOf(passage, 'polls.started', 'polls.published', 'polls.cancelled')?.poll;
  if (poll) return tellPoll(t, passage.type, poll);
  return (
    tellProposal(t, passage, numberOf) ??
    tellPosition(t, passage, { name, numberOf }) ??
    tellFollowUp(t, passage, name) ??
    tellPublication(t, passage, {
      name,
      delegationName: (id) => isolate(register.delegation(id)?.name ?? t('system')),
    })
  );
}

function tellProposal(t: Words, passage: PassageView, numberOf: (id: string) => string): string | null {
  const proposal = factOf(passage, 'proposals.captured', 'proposals.withdrawn')?.proposal;
  if (proposal) {
    const values = { number: String(proposal.number), title: isolate(proposal.title) };
    const isNew = passage.type === 'proposals.captured';
    return t(isNew ? 'eventCaptured' : 'eventProposalWithdrawn', values);
  }
  const moved = factOf(passage, 'proposals.moved');
  if (moved) {
    const { act, reason, proposal: after } = moved;
    const { admittedAs = null, mergedInto = null, referredTo = null } = after.life ?? {};
    const values = {
      number: String(after.number),
      act,
      admitted: String(admittedAs ?? ''),
      other: numberOf(mergedInto ?? ''),
      body: isolate(referredTo ?? ''),
    };
    return joinReason(t('eventProposalMoved', values), reason);
  }
  const sourced = factOf(passage, 'proposals.sourced');
  if (sourced) {
    const { merged, proposal: after } = sourced;
    const number = String(after.number);
    if (merged === null) return t('eventSourced', { number });
    const isIn = after.sources.some(({ via }) => via === merged);
    return t(isIn ? 'eventSourcesJoined' : 'eventSourcesLeft', { number, other: numberOf(merged) });
  }
  const advised = factOf(passage, 'proposals.recommended')?.proposal;
  if (!advised) return null;
  const { advice = 'none', reason = null } = advised.life?.recommendation ?? {};
  return joinReason(t('eventProposalAdvised', { number: String(advised.number), advice }), reason);
}

function tellPosition(
  t: Words,
  passage: PassageView,
  { name, numberOf }: { name: string; numberOf(id: string): string },
): string | null {
  const taken = factOf(passage, 'proposals.positioned');
  if (taken) {
    const { position, proposal } = taken;
    const values = { name, number: numberOf(proposal), value: signed(position.value) };
    return joinReason(t('eventPositioned', values), position.reason);
  }
  const takenBack = factOf(passage, 'proposals.position_withdrawn');
  return takenBack && t('eventPositionWithdrawn', { name, number: numberOf(takenBack.proposal) });
}

function tellPoll(t: Words, type: FactType, { number, title, outcome }: PollView): string {
  const values = { number: String(number), title: isolate(title) };
  if (type === 'polls.started') return t('eventPollStarted', values);
  if (type === 'polls.cancelled') return t('eventPollCancelled', { number: String(number) });
  return t('eventPollPublished', { ...values, verdict: outcome ? t(`verdict_${outcome.verdict}`) : '–' });
}
