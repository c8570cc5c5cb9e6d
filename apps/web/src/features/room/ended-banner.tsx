import { useMessages } from '../../app/i18n/use-messages.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { messages } from './messages.js';
import { useRoom } from './room-context.js';

/** The line is over for good while the record still shows: says why, and offers to begin again. */
export function EndedBanner({ onReopen }: { onReopen(): void }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { connection } = useRoom().state;
  if (connection.name !== 'ended' || connection.reason === 'closed') return null;
  const needsReload = connection.reason === 'protocol_version';
  const words =
    needsReload || connection.reason === 'too_many_connections' || connection.reason === 'origin_refused'
      ? problem(connection.reason)
      : t('endedWords');
  return (
    <Banner
      tone="warn"
      action={
        <Button size="small" onPress={() => (needsReload ? location.reload() : onReopen())}>
          {t(needsReload ? 'reload' : 'connectAgain')}
        </Button>
      }
    >
      {words}
    </Banner>
  );
}
