import { dayIn, type FollowUpAcross } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { Banner } from '../../../ui/banner.js';
import { EmptyState } from '../../../ui/empty-state.js';
import layout from '../../../ui/layout.module.css';
import { PageHeader } from '../../../ui/page-header.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { useNow } from '../../../ui/use-now.js';
import { CsvButton } from '../csv-button.js';
import { FollowUpFilters } from '../follow-up-filters.js';
import { messages } from '../messages.js';
import { selectFollowUps, type FollowUpChoice } from '../select-follow-ups.js';
import { AcrossTable } from './across-table.js';

const MINUTE_MS = 60_000;

/** `/follow-up`: what is to be done of all meetings one takes part in, what is overdue first. */
export function AcrossScreen() {
  const t = useMessages(messages);
  const problem = useProblem();
  useTitle(t('allFollowUps'));
  const { data, error, isPending } = useQuery({
    queryKey: ['follow-up'],
    queryFn: ({ signal }) => api.get<FollowUpAcross[]>('/follow-up', { signal }),
    refetchInterval: MINUTE_MS,
  });
  return (
    <div className={layout.page} aria-busy={isPending}>
      <PageHeader
        title={t('allFollowUps')}
        meta={t('acrossLead')}
        actions={
          data && data.length > 0 ? <CsvButton path="/follow-up.csv" name={t('allFollowUps')} /> : undefined
        }
      />
      {error && !data && <Banner tone="error">{problem(error)}</Banner>}
      {isPending && <Skeleton lines={6} />}
      {data?.length === 0 && <EmptyState title={t('noneAcross')}>{t('noneAcrossWords')}</EmptyState>}
      {data && data.length > 0 && <AcrossList all={data} />}
    </div>
  );
}

function AcrossList({ all }: { all: readonly FollowUpAcross[] }) {
  const t = useMessages(messages);
  const now = new Date(useNow(MINUTE_MS));
  const [choice, setChoice] = useState<FollowUpChoice>({ which: 'open', who: null });
  const listed = all.map((each) => ({ ...each, today: dayIn(each.meeting.zone, now) }));
  const shown = selectFollowUps(listed, choice);
  return (
    <>
      <FollowUpFilters
        choice={choice}
        onChange={setChoice}
        names={all.map(({ responsible }) => responsible)}
      />
      {shown.length === 0 ? (
        <EmptyState title={t('noneFound')}>{t('noneFoundWords')}</EmptyState>
      ) : (
        <AcrossTable listed={shown} />
      )}
    </>
  );
}
