import type { FactMap, FactType, PassageView } from '@roundtable/contracts';
import type { Translate } from '../../../app/i18n/use-messages.js';
import type { messages } from './messages.js';
import { tellWhat } from './what-words.js';

type AmendmentFactType = Extract<FactType, `amendments.${string}`>;

/** A fact about amendments, as the room and the transcript have it. */
export type AmendmentFact = { [T in AmendmentFactType]: { type: T; data: FactMap[T] } }[AmendmentFactType];

/** The fact of a passage of the transcript where it is about amendments, else null. */
export function amendmentFactOf({ type, data }: PassageView): AmendmentFact | null {
  return type.startsWith('amendments.') ? ({ type, data } as AmendmentFact) : null;
}

/** Puts a fact about amendments into one sentence; null for bookkeeping that nobody reads. `numberOf` gives a proposal's number. */
export function tellAmendment(
  t: Translate<keyof typeof messages.en>,
  fact: AmendmentFact,
  numberOf: (proposal: string) => string,
): string | null {
  switch (fact.type) {
    case 'amendments.tabled': {
      const { amendment } = fact.data;
      const values = {
        label: amendment.label,
        number: numberOf(amendment.proposal),
        what: tellWhat(t, amendment),
      };
      return withReason(t('eventTabled', values), amendment.reason);
    }
    case 'amendments.accepted':
    case 'amendments.rejected': {
      const { label, decision } = fact.data.amendment;
      const isFriendly = fact.type === 'amendments.accepted' && decision?.friendly === true;
      const key = fact.type === 'amendments.rejected' ? 'eventRejected' : 'eventAccepted';
      return withReason(t(isFriendly ? 'eventFriendly' : key, { label }), decision?.reason);
    }
    case 'amendments.recommended': {
      const { label, recommendation } = fact.data.amendment;
      const advice = t(`advice_${recommendation?.advice ?? 'none'}`);
      return withReason(t('eventRecommended', { label, advice }), recommendation?.reason);
    }
    case 'amendments.withdrawn':
      return withReason(t('eventWithdrawn', { label: fact.data.amendment.label }), fact.data.reason);
    case 'amendments.rebased':
      return t('eventRebased', { label: fact.data.amendment.label });
    case 'amendments.promoted':
      return t('eventPromoted', { label: fact.data.amendment.label });
    case 'amendments.merged': {
      const { amendments, version } = fact.data;
      const labels = amendments.map(({ label }) => label).join(', ');
      return t('eventMerged', { count: amendments.length, labels, version: String(version) });
    }
    case 'amendments.regulated': {
      const { stop, proposal, reason } = fact.data;
      return withReason(
        t(stop ? 'eventStopped' : 'eventResumed', { number: numberOf(proposal) }),
        stop?.reason ?? reason,
      );
    }
    default:
      return null;
  }
}

/** First-strong isolate … pop around the reason: direction marks in it stay within it. */
function withReason(sentence: string, reason: string | null | undefined): string {
  if (!reason) return sentence;
  const shown = reason.length > 140 ? `${reason.slice(0, 139)}…` : reason;
  return `${sentence} — \u2068${shown}\u2069`;
}
