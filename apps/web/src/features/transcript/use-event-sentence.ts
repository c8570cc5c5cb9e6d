import type { FactType, PassageView, PollView } from '@roundtable/contracts';
import { useCallback } from 'react';
import { useMessages, type Translate } from '../../app/i18n/use-messages.js';
import { amendmentFactOf, tellAmendment } from '../amendments/record/amendment-sentence.js';
import { messages as amendmentWords } from '../amendments/record/messages.js';
import { messages } from './messages.js';
import { factOf, signed } from './passage-data.js';
import { useTranscript } from './transcript-context.js';

/** Events whose type and person say everything. */
const plainEvents: Partial<Record<FactType, keyof typeof messages.en>> = {
  'meetings.opened': 'eventOpened',
  'meetings.suspended': 'eventSuspended',
  'meetings.closed': 'eventClosed',
  'floor.withdrawn': 'eventFloorWithdrawn',
  'floor.granted': 'eventFloorGranted',
};

type Words = Translate<keyof typeof messages.en>;

/** Puts an event into one sentence. Names in it are isolated, so that none turns the sentence around. */
export function useEventSentence(): (passage: PassageView) => string {
  const t = useMessages(messages);
  const amended = useMessages(amendmentWords);
  const { register } = useTranscript();
  return useCallback(
    (passage) => {
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
      const proposal = factOf(passage, 'proposals.captured', 'proposals.withdrawn')?.proposal;
      if (proposal) {
        const values = { number: String(proposal.number), title: isolate(proposal.title) };
        return passage.type === 'proposals.captured'
          ? t('eventCaptured', values)
          : t('eventProposalWithdrawn', values);
      }
      const moved = factOf(passage, 'proposals.moved');
      if (moved) {
        const { act, reason, proposal: after } = moved;
        const { admittedAs = null, mergedInto = null, referredTo = null } = after.life ?? {};
        const other = mergedInto === null ? null : register.proposalById(mergedInto);
        const values = {
          number: String(after.number),
          act,
          admitted: String(admittedAs ?? ''),
          other: String(other?.number ?? '–'),
          body: isolate(referredTo ?? ''),
        };
        return joinReason(t('eventProposalMoved', values), reason);
      }
      const advised = factOf(passage, 'proposals.recommended')?.proposal;
      if (advised) {
        const { advice = 'none', reason = null } = advised.life?.recommendation ?? {};
        return joinReason(t('eventProposalAdvised', { number: String(advised.number), advice }), reason);
      }
      const poll = factOf(passage, 'polls.started', 'polls.published', 'polls.cancelled')?.poll;
      if (poll) return tellPoll(t, passage.type, poll);
      const taken = factOf(passage, 'proposals.positioned');
      if (taken) {
        const number = numberOf(taken.proposal);
        return joinReason(
          t('eventPositioned', { name, number, value: signed(taken.position.value) }),
          taken.position.reason,
        );
      }
      const takenBack = factOf(passage, 'proposals.position_withdrawn');
      if (takenBack) return t('eventPositionWithdrawn', { name, number: numberOf(takenBack.proposal) });
      const followedUp = tellFollowUp(t, passage, name);
      if (followedUp) return followedUp;
      return tellPublication(t, passage, name, (id) => isolate(register.delegation(id)?.name ?? t('system')));
    },
    [t, amended, register],
  );
}

function tellPoll(t: Words, type: FactType, { number, title, outcome }: PollView): string {
  const values = { number: String(number), title: isolate(title) };
  if (type === 'polls.started') return t('eventPollStarted', values);
  if (type === 'polls.cancelled') return t('eventPollCancelled', { number: String(number) });
  return t('eventPollPublished', { ...values, verdict: outcome ? t(`verdict_${outcome.verdict}`) : '–' });
}

function tellFollowUp(t: Words, passage: PassageView, name: string): string | null {
  const planned = factOf(passage, 'follow_up.begun', 'follow_up.changed')?.followUp;
  if (planned) {
    const key = passage.type === 'follow_up.begun' ? 'eventFollowUpBegun' : 'eventFollowUpChanged';
    return t(key, { number: String(planned.number) });
  }
  const reported = factOf(passage, 'follow_up.reported');
  if (!reported) return null;
  const { followUp, update } = reported;
  const { state, progress } = update;
  return t('eventFollowUpReported', {
    name,
    number: String(followUp.number),
    state,
    progress: String(progress),
  });
}

function tellPublication(
  t: Words,
  passage: PassageView,
  name: string,
  delegationName: (id: string) => string,
): string {
  const drafted = factOf(passage, 'publications.set_drafted');
  if (drafted) return t('eventSetDrafted', { name, count: drafted.lines.length });
  const reserved = factOf(passage, 'publications.set_reserved')?.lines[0];
  if (reserved)
    return t('eventSetReserved', { number: String(reserved.number), count: reserved.reservations.length });
  const adopted = factOf(passage, 'publications.set_adopted');
  if (!adopted) return tellCommunique(t, passage, delegationName);
  const isWhole = adopted.set.state === 'adopted';
  return t(isWhole ? 'eventSetAdopted' : 'eventLinesAdopted', { name, count: adopted.lines.length });
}

function tellCommunique(t: Words, passage: PassageView, delegationName: (id: string) => string): string {
  if (factOf(passage, 'publications.communique_drafted')) return t('eventCommuniqueDrafted');
  const resolved = factOf(passage, 'publications.communique_resolved');
  if (resolved)
    return t('eventCommuniqueResolved', { was: isolate(resolved.was), became: isolate(resolved.became) });
  if (factOf(passage, 'publications.communique_circulated')) return t('eventCommuniqueCirculated');
  const objection = factOf(passage, 'publications.communique_objected')?.communique.objections.at(-1);
  if (objection)
    return t('eventCommuniqueObjected', {
      name: delegationName(objection.delegation),
      reason: isolate(objection.reason),
    });
  const adopted = factOf(passage, 'publications.communique_adopted')?.communique;
  if (!adopted) return '';
  return t(adopted.adoption?.by === null ? 'eventSilenceAdopted' : 'eventCommuniqueAdopted');
}

function joinReason(sentence: string, reason: string | null): string {
  return reason ? `${sentence} — ${isolate(reason)}` : sentence;
}

/** First-strong isolate … pop: direction marks in a name stay within it. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
