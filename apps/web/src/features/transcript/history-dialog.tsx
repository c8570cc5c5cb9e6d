import type { MessageVersion } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Dialog } from '../../ui/dialog.js';
import layout from '../../ui/layout.module.css';
import { Markdown } from '../../ui/markdown.js';
import { Skeleton } from '../../ui/skeleton.js';
import text from '../../ui/text.module.css';
import { Time } from '../../ui/time.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';

/** All texts that a passage had, the newest first. */
export function HistoryDialog({ seq, onClose }: { seq: number; onClose: () => void }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { register } = useTranscript();
  const versions = useQuery({
    queryKey: ['transcript', register.room, 'versions', seq],
    queryFn: ({ signal }) =>
      api.get<MessageVersion[]>(`/rooms/${register.room}/messages/${seq}/versions`, { signal }),
  });
  return (
    <Dialog title={t('historyOf', { seq: String(seq) })} isOpen onOpenChange={onClose}>
      {versions.error && <Banner tone="error">{problem(versions.error)}</Banner>}
      {versions.isPending && <Skeleton lines={4} />}
      <ol role="list" className={layout.stackLoose} style={{ padding: 0, listStyle: 'none' }}>
        {[...(versions.data ?? [])].reverse().map(({ version, at, body }) => (
          <li key={version} className={layout.section}>
            <p className={text.quiet}>
              {t('version', { version: String(version) })} ·{' '}
              <Time at={at} zone={register.zone} show="dateTime" />
            </p>
            <div className={text.record}>
              <Markdown>{body}</Markdown>
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
