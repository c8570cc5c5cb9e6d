import type { ProposalState as State } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { messages } from './messages.js';

/** Where a proposal stands, in a word. One that was captured and nothing more goes without saying. */
export function ProposalState({ state }: { state: State }) {
  return state === 'captured' ? null : <ProposalStateWord state={state} />;
}

/** The same where also the first state is worth a word, as in a table. */
export function ProposalStateWord({ state }: { state: State }) {
  const t = useMessages(messages);
  return <Badge tone={toneOf(state)}>{t(`state_${state}`)}</Badge>;
}

function toneOf(state: State): Tone {
  switch (state) {
    case 'adopted':
    case 'adopted_as_amended':
      return 'ok';
    case 'rejected':
      return 'danger';
    case 'under_discussion':
    case 'deciding':
      return 'accent';
    default:
      return 'neutral';
  }
}
