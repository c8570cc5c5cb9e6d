import type { InvitationView } from '@roundtable/contracts';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../../ui/badge.js';
import text from '../../../ui/text.module.css';
import { useNow } from '../../../ui/use-now.js';
import { stateOf, type InvitationState } from './invitation-state.js';
import { messages } from './messages.js';

const tones: Record<InvitationState, Tone> = {
  entered: 'ok',
  sent: 'accent',
  unsent: 'neutral',
  revoked: 'danger',
  expired: 'warn',
};

/** Where a personal link stands: sent, used, withdrawn. People who sign in by password have none. */
export function LinkState({ invitation }: { invitation: InvitationView | undefined }) {
  const t = useMessages(messages);
  const { formatRelative, formatDateTime } = useFormats();
  const now = useNow(30_000);
  if (!invitation) return <span className={text.quiet}>{t('link_account')}</span>;
  const { state, at } = stateOf(invitation, now);
  return (
    <>
      <span title={formatDateTime(at)}>
        <Badge hasDot tone={tones[state]}>
          {t(`link_${state}`, { time: formatRelative(at, now) })}
        </Badge>
      </span>
      {invitation.email === null && <div className={text.quiet}>{t('noEmail')}</div>}
    </>
  );
}
