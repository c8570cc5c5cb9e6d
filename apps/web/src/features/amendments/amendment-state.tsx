import type { AmendmentView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { messages } from './messages.js';

const TONES: Record<AmendmentView['state'], Tone> = {
  tabled: 'accent',
  needs_rebase: 'warn',
  accepted: 'ok',
  rejected: 'danger',
  withdrawn: 'neutral',
  merged: 'ok',
};

/** Where an amendment stands, in a word or two. */
export function AmendmentState({ amendment }: { amendment: AmendmentView }) {
  const t = useMessages(messages);
  const { state, decision } = amendment;
  const isFriendly = state === 'accepted' && decision?.friendly;
  return <Badge tone={TONES[state]}>{t(isFriendly ? 'state_friendly' : `state_${state}`)}</Badge>;
}
