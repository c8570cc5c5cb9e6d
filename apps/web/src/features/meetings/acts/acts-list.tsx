import type { AuditView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { ActsTable } from './acts-table.js';
import { messages } from './messages.js';

/** The acts of power at one place of the server, looked up again from time to time. */
export function ActsList({ path, zone }: { path: string; zone?: string }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const acts = useQuery({
    queryKey: ['audit', path],
    queryFn: ({ signal }) => api.get<AuditView[]>(path, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <>
      {acts.error && <Banner tone="error">{problem(acts.error)}</Banner>}
      {acts.isPending && <Skeleton lines={5} />}
      {acts.data?.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      {acts.data && acts.data.length > 0 && <ActsTable acts={acts.data} zone={zone} />}
    </>
  );
}
