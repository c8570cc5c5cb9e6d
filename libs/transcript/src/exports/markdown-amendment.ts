import type { AmendmentView, ExportedEntry } from '@roundtable/contracts';
import type { EventContext } from './markdown-event.js';
import { escapeLine } from './markdown-text.js';
import { isFact } from './told-record.js';

/** Says what was done to an amendment in one sentence, null for other facts. */
export function writeAmendmentEvent(
  entry: ExportedEntry,
  { wording, names, proposals }: EventContext,
): string | null {
  if (isFact(entry, 'amendments.merged')) {
    const { proposal, version, amendments } = entry.data;
    const labels = amendments.map(({ label }) => label).join(', ');
    const number = proposals.get(proposal)?.number ?? 0;
    return wording.say('event.amendments.merged', { labels, number, version });
  }
  if (isFact(entry, 'amendments.regulated')) {
    const act = entry.data.stop ? 'stopped' : 'taken';
    return wording.say('event.amendments.regulated', {
      act,
      number: proposals.get(entry.data.proposal)?.number ?? 0,
    });
  }
  const told = toldIn(entry);
  if (!told) return null;
  const { step, amendment, reason } = told;
  const values = { name: names.of(entry.actor), label: amendment.label, step };
  return reason === null
    ? wording.say('event.amendments.step', values)
    : wording.say('event.amendments.stepReason', { ...values, reason: escapeLine(reason) });
}

function toldIn(
  entry: ExportedEntry,
): { step: string; amendment: AmendmentView; reason: string | null } | null {
  if (isFact(entry, 'amendments.tabled') || isFact(entry, 'amendments.rebased')) {
    const { amendment } = entry.data;
    const isNew = entry.type === 'amendments.tabled';
    return { step: isNew ? 'tabled' : 'rebased', amendment, reason: isNew ? amendment.reason : null };
  }
  if (isFact(entry, 'amendments.recommended')) {
    const { amendment } = entry.data;
    const { advice = 'none', reason = null } = amendment.recommendation ?? {};
    return { step: `advice_${advice}`, amendment, reason };
  }
  if (isFact(entry, 'amendments.accepted') || isFact(entry, 'amendments.rejected')) {
    const { amendment } = entry.data;
    const { friendly = false, result = 'accepted', reason = null } = amendment.decision ?? {};
    return { step: friendly ? 'friendly' : result, amendment, reason };
  }
  if (isFact(entry, 'amendments.withdrawn'))
    return { step: 'withdrawn', amendment: entry.data.amendment, reason: entry.data.reason ?? null };
  if (isFact(entry, 'amendments.promoted'))
    return { step: 'promoted', amendment: entry.data.amendment, reason: null };
  return null;
}
