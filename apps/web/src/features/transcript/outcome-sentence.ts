import { reservationEntered, type PassageView } from '@roundtable/contracts';
import { factOf } from './passage-data.js';
import { isolate, type Words } from './sentence-parts.js';

/** Who an event of the outcome names. */
export interface OutcomeNames {
  /** Who did it. */
  name: string;
  delegationName(id: string): string;
}

/** Tells what became of the follow-up of a proposal; null for other events. */
export function tellFollowUp(t: Words, passage: PassageView, name: string): string | null {
  const planned = factOf(passage, 'follow_up.begun', 'follow_up.changed')?.followUp;
  if (planned) {
    const key = passage.type === 'follow_up.begun' ? 'eventFollowUpBegun' : 'eventFollowUpChanged';
    return t(key, { number: String(planned.number) });
  }
  const reported = factOf(passage, 'follow_up.reported', 'follow_up.corrected');
  if (!reported) return null;
  const { followUp, update } = reported;
  const { state, progress } = update;
  const key = passage.type === 'follow_up.reported' ? 'eventFollowUpReported' : 'eventFollowUpCorrected';
  return t(key, { name, number: String(followUp.number), state, progress: String(progress) });
}

/** Tells what became of the set and the communique; empty for other events. */
export function tellPublication(t: Words, passage: PassageView, names: OutcomeNames): string {
  const { name } = names;
  const drafted = factOf(passage, 'publications.set_drafted');
  if (drafted) return t('eventSetDrafted', { name, count: drafted.lines.length });
  const reserved = factOf(passage, 'publications.set_reserved')?.lines[0];
  if (reserved)
    return t('eventSetReserved', { number: String(reserved.number), count: reserved.reservations.length });
  const adopted = factOf(passage, 'publications.set_adopted');
  if (!adopted) return tellCommunique(t, passage, names);
  const isWhole = adopted.set.state === 'adopted';
  return t(isWhole ? 'eventSetAdopted' : 'eventLinesAdopted', { name, count: adopted.lines.length });
}

function tellCommunique(t: Words, passage: PassageView, { delegationName }: OutcomeNames): string {
  if (factOf(passage, 'publications.communique_drafted')) return t('eventCommuniqueDrafted');
  const resolved = factOf(passage, 'publications.communique_resolved');
  if (resolved)
    return t('eventCommuniqueResolved', { was: isolate(resolved.was), became: isolate(resolved.became) });
  const reserved = factOf(passage, 'publications.communique_reserved')?.communique;
  if (reserved) {
    const entered = reservationEntered(reserved, passage.at);
    const count = reserved.parts.flatMap(({ reservations }) => reservations).length;
    if (!entered) return t('eventCommuniqueUnreserved', { count });
    return t('eventCommuniqueReserved', {
      name: delegationName(entered.reservation.delegation),
      paragraph: String(entered.paragraph),
      text: isolate(entered.reservation.text),
    });
  }
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
