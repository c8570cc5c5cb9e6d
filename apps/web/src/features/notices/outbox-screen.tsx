import type { OutboxMail } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useTitle } from '../../app/use-title.js';
import { Badge } from '../../ui/badge.js';
import { Banner } from '../../ui/banner.js';
import { Disclosure } from '../../ui/disclosure.js';
import { EmptyState } from '../../ui/empty-state.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { PageHeader } from '../../ui/page-header.js';
import { Skeleton } from '../../ui/skeleton.js';
import text from '../../ui/text.module.css';
import { Time } from '../../ui/time.js';
import { messages } from './messages.js';
import styles from './outbox-screen.module.css';

/** Letters that would have been sent, newest first. */
export function OutboxScreen() {
  const t = useMessages(messages);
  const problem = useProblem();
  useTitle(t('outbox'));
  const outbox = useQuery({
    queryKey: ['outbox'],
    queryFn: ({ signal }) => api.get<OutboxMail[]>('/outbox', { signal }),
    refetchInterval: 5_000,
  });
  return (
    <div className={layout.reading}>
      <PageHeader title={t('outbox')} meta={t('lead')} />
      {outbox.error && <Banner tone="error">{problem(outbox.error)}</Banner>}
      {outbox.isPending && <Skeleton lines={5} />}
      {outbox.data?.length === 0 && <EmptyState title={t('empty')}>{t('emptyLead')}</EmptyState>}
      {outbox.data?.map((mail) => (
        <Letter key={mail.id} mail={mail} />
      ))}
    </div>
  );
}

function Letter({ mail }: { mail: OutboxMail }) {
  const t = useMessages(messages);
  return (
    <article className={layout.section}>
      <div className={layout.rowSpread}>
        <span className={text.quiet}>
          <Name>{t('to', { address: mail.to })}</Name>
        </span>
        <Time at={mail.createdAt} show="dateTime" />
      </div>
      <Disclosure summary={mail.subject}>
        <pre className={styles.letter}>{mail.text}</pre>
      </Disclosure>
      <div className={layout.row}>
        {mail.attachments.length > 0 && <Badge>{t('attachments', { count: mail.attachments.length })}</Badge>}
        {mail.sentAt && <Badge tone="ok">{t('sent')}</Badge>}
        {mail.lastError && <Badge tone="danger">{t('failed', { reason: mail.lastError })}</Badge>}
      </div>
    </article>
  );
}
