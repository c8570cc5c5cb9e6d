import type { MeetingState as State } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { messages } from './messages.js';

const tones: Record<State, Tone> = {
  draft: 'neutral',
  scheduled: 'accent',
  open: 'ok',
  suspended: 'warn',
  closed: 'neutral',
  published: 'neutral',
};

/** The state of a meeting in a word or two. */
export function MeetingState({ state }: { state: State }) {
  const t = useMessages(messages);
  return (
    <Badge tone={tones[state]} hasDot>
      {t(`state_${state}`)}
    </Badge>
  );
}
